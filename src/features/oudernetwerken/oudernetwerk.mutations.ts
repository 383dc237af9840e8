import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../writes/mutate.js';
import { payloadType } from '../../writes/payloads.js';
import { createOudernetwerk, updateOudernetwerk } from './save-oudernetwerk.js';
import { activateOudernetwerk, endOudernetwerk, pauseOudernetwerk } from './oudernetwerk-life.js';
import {
  OudernetwerkActivateInput,
  OudernetwerkCreateInput,
  OudernetwerkEndInput,
  OudernetwerkPauseInput,
  OudernetwerkUpdateInput,
} from './oudernetwerk.inputs.js';
import { Oudernetwerk } from './oudernetwerk.type.js';

const network = { oudernetwerk: { type: () => Oudernetwerk, description: 'The network as it is now.' } };

const CreatePayload = payloadType('oudernetwerkCreate', network, ['THEME_RETIRED']);
const UpdatePayload = payloadType('oudernetwerkUpdate', network, ['THEME_RETIRED']);
const ActivatePayload = payloadType('oudernetwerkActivate', network, [
  'NETWORK_NOT_FORMING',
  'NO_CARETAKER',
  'COVER_BROKEN',
]);
const PausePayload = payloadType('oudernetwerkPause', network, ['NETWORK_NOT_ACTIVE']);
const EndPayload = payloadType('oudernetwerkEnd', network, ['ALREADY_ENDED', 'NO_CARETAKER', 'COVER_BROKEN']);

@Resolver()
export class OudernetwerkMutations {
  @Runs(createOudernetwerk)
  @Mutation(() => CreatePayload, { description: 'Makes a network, FORMING. For coordinators of the region.' })
  oudernetwerkCreate(@Arg('input') input: OudernetwerkCreateInput, @Run() run: Run) {
    return run(createOudernetwerk, input);
  }

  @Runs(updateOudernetwerk)
  @Mutation(() => UpdatePayload, { description: 'Changes a network. For coordinators of its region.' })
  oudernetwerkUpdate(@Arg('input') input: OudernetwerkUpdateInput, @Run() run: Run) {
    return run(updateOudernetwerk, input);
  }

  @Runs(activateOudernetwerk)
  @Mutation(() => ActivatePayload, {
    description:
      'Starts a network, or starts it again. Without a trekker, its supporter or the coordinating organisation ' +
      'takes care of it. For coordinators of its region.',
  })
  oudernetwerkActivate(@Arg('input') input: OudernetwerkActivateInput, @Run() run: Run) {
    return run(activateOudernetwerk, input);
  }

  @Runs(pauseOudernetwerk)
  @Mutation(() => PausePayload, { description: 'Pauses an active network. For coordinators of its region.' })
  oudernetwerkPause(@Arg('input') input: OudernetwerkPauseInput, @Run() run: Run) {
    return run(pauseOudernetwerk, input);
  }

  @Runs(endOudernetwerk)
  @Mutation(() => EndPayload, {
    description:
      'Ends a network for good, and every role in it on the same day. For coordinators of its region.',
  })
  oudernetwerkEnd(@Arg('input') input: OudernetwerkEndInput, @Run() run: Run) {
    return run(endOudernetwerk, input);
  }
}
