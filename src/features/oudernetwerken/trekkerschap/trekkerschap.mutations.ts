import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../../writes/mutate.js';
import { payloadType } from '../../../writes/payloads.js';
import { endTrekkerschap, planEndOfTrekkerschap } from './end-trekkerschap.js';
import { handOverTrekkerschap } from './hand-over-trekkerschap.js';
import { Oudernetwerk } from '../oudernetwerk.type.js';
import { startTrekkerschap } from './start-trekkerschap.js';
import { cancelTrekkerschap, continueTrekkerschap } from './take-back-trekkerschap.js';
import {
  TrekkerschapCancelInput,
  TrekkerschapContinueInput,
  TrekkerschapEndInput,
  TrekkerschapHandOverInput,
  TrekkerschapPlanEndInput,
  TrekkerschapStartInput,
} from './trekkerschap.inputs.js';
import { Trekkerschap } from './trekkerschap.type.js';

const changed = { trekkerschap: { type: () => Trekkerschap, description: 'The trekkerschap as it is now.' } };
const network = { oudernetwerk: { type: () => Oudernetwerk, description: 'Its network as it is now.' } };

const StartPayload = payloadType('trekkerschapStart', changed, [
  'NETWORK_ENDED',
  'PERIOD_TAKEN',
  'NO_CARETAKER',
  'COVER_BROKEN',
]);
const PlanEndPayload = payloadType('trekkerschapPlanEnd', changed, ['ALREADY_ENDED']);
const EndPayload = payloadType('trekkerschapEnd', { ...changed, ...network }, [
  'ALREADY_ENDED',
  'PERIOD_TAKEN',
  'NO_CARETAKER',
  'COVER_BROKEN',
]);
const HandOverPayload = payloadType(
  'trekkerschapHandOver',
  {
    ended: { type: () => Trekkerschap, description: 'The old trekkerschap.' },
    started: { type: () => Trekkerschap, description: 'The new one, from the next day.' },
  },
  [
    'ALREADY_ENDED',
    'NETWORK_ENDED',
    'PERIOD_TAKEN',
    'SAME_PERSON',
    'HANDED_OVER',
    'NO_CARETAKER',
    'COVER_BROKEN',
  ],
);
const CancelPayload = payloadType('trekkerschapCancel', network, [
  'ALREADY_STARTED',
  'HANDED_OVER',
  'NO_CARETAKER',
  'COVER_BROKEN',
]);
const ContinuePayload = payloadType('trekkerschapContinue', { ...changed, ...network }, [
  'ALREADY_ENDED',
  'NO_END_RECORDED',
  'NETWORK_ENDED',
  'PERIOD_TAKEN',
  'NO_CARETAKER',
  'COVER_BROKEN',
]);

@Resolver()
export class TrekkerschapMutations {
  @Runs(startTrekkerschap)
  @Mutation(() => StartPayload, {
    description:
      'A person starts to lead a network; a standby caretaker makes room. For coordinators of its region.',
  })
  trekkerschapStart(@Arg('input') input: TrekkerschapStartInput, @Run() run: Run) {
    return run(startTrekkerschap, input);
  }

  @Runs(planEndOfTrekkerschap)
  @Mutation(() => PlanEndPayload, {
    description:
      'Records when a trekker means to stop; it may move. For coordinators and the trekker themselves.',
  })
  trekkerschapPlanEnd(@Arg('input') input: TrekkerschapPlanEndInput, @Run() run: Run) {
    return run(planEndOfTrekkerschap, input);
  }

  @Runs(endTrekkerschap)
  @Mutation(() => EndPayload, {
    description:
      'Records that a trekker stops. When nobody is left, the network’s supporter or the coordinating organisation ' +
      'takes care of it from the next day. For coordinators, and the trekker themselves from today on.',
  })
  trekkerschapEnd(@Arg('input') input: TrekkerschapEndInput, @Run() run: Run) {
    return run(endTrekkerschap, input);
  }

  @Runs(handOverTrekkerschap)
  @Mutation(() => HandOverPayload, {
    description:
      'One trekker stops and another starts on the next day, both or neither. For coordinators of its region.',
  })
  trekkerschapHandOver(@Arg('input') input: TrekkerschapHandOverInput, @Run() run: Run) {
    return run(handOverTrekkerschap, input);
  }

  @Runs(cancelTrekkerschap)
  @Mutation(() => CancelPayload, {
    description:
      'Takes away a trekkerschap that has not started: somebody who was to lead never will. For coordinators of its region.',
  })
  trekkerschapCancel(@Arg('input') input: TrekkerschapCancelInput, @Run() run: Run) {
    return run(cancelTrekkerschap, input);
  }

  @Runs(continueTrekkerschap)
  @Mutation(() => ContinuePayload, {
    description:
      'Takes back an end that was recorded and has not passed: the trekker goes on. For coordinators of its region.',
  })
  trekkerschapContinue(@Arg('input') input: TrekkerschapContinueInput, @Run() run: Run) {
    return run(continueTrekkerschap, input);
  }
}
