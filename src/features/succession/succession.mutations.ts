import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../writes/mutate.js';
import { payloadType } from '../../writes/payloads.js';
import { Trekkerschap } from '../oudernetwerken/trekkerschap/trekkerschap.type.js';
import { addCandidate } from './candidates/add-candidate.js';
import { completeSuccession } from './plans/complete-succession.js';
import { moveCandidate } from './candidates/move-candidate.js';
import { openSuccession } from './plans/open-succession.js';
import { retargetSuccession, stopSuccession } from './plans/stop-succession.js';
import { SuccessionPlan } from './plans/succession-plan.type.js';
import {
  CandidateAddInput,
  CandidateMoveInput,
  SuccessionCompleteInput,
  SuccessionOpenInput,
  SuccessionRetargetInput,
  SuccessionStopInput,
} from './succession.inputs.js';
import { SuccessorCandidate } from './candidates/successor-candidate.type.js';

const plan = { successionPlan: { type: () => SuccessionPlan, description: 'The plan as it is now.' } };
const candidate = {
  candidate: { type: () => SuccessorCandidate, description: 'The candidate as it is now.' },
};

const OpenPayload = payloadType('successionOpen', plan, [
  'PLAN_OPEN',
  'NETWORK_ENDED',
  'TREKKERSCHAP_NEEDED',
  'OTHER_NETWORK',
  'NOT_STARTED',
  'HANDED_OVER',
  'ALREADY_ENDED',
]);
const RetargetPayload = payloadType('successionRetarget', plan, ['PLAN_CLOSED']);
const StopPayload = payloadType('successionStop', plan, ['PLAN_CLOSED']);
const CompletePayload = payloadType(
  'successionComplete',
  { ...plan, trekkerschap: { type: () => Trekkerschap, description: 'The trekkerschap of the successor.' } },
  [
    'PLAN_CLOSED',
    'CANDIDATE_NOT_AGREED',
    'CHOOSE_CANDIDATE',
    'HANDOVER_OPEN',
    'HANDED_OVER',
    'ALREADY_ENDED',
    'PERIOD_TAKEN',
    'NO_CARETAKER',
    'COVER_BROKEN',
  ],
);
const AddPayload = payloadType('candidateAdd', { ...candidate, ...plan }, [
  'PLAN_CLOSED',
  'ILLEGAL_STEP',
  'CANDIDATE_ALREADY',
  'SAME_PERSON',
  'ALREADY_LEADS',
  'IN_COOLDOWN',
]);
const MovePayload = payloadType('candidateMove', { ...candidate, ...plan }, [
  'PLAN_CLOSED',
  'CANDIDATE_ENDED',
  'ILLEGAL_STEP',
  'APPOINT_BY_COMPLETING',
]);

@Resolver()
export class SuccessionMutations {
  @Runs(openSuccession)
  @Mutation(() => OpenPayload, {
    description:
      'Starts the search for a successor. A plan that the service opened and nobody touched is taken over. For ' +
      'coordinators of its region.',
  })
  successionOpen(@Arg('input') input: SuccessionOpenInput, @Run() run: Run) {
    return run(openSuccession, input);
  }

  @Runs(retargetSuccession)
  @Mutation(() => RetargetPayload, {
    description: 'Moves the day by which a successor should be there. For coordinators of its region.',
  })
  successionRetarget(@Arg('input') input: SuccessionRetargetInput, @Run() run: Run) {
    return run(retargetSuccession, input);
  }

  @Runs(addCandidate)
  @Mutation(() => AddPayload, {
    description:
      'Adds somebody who might take over. Who said no is left in peace for six months, unless there is a reason. For ' +
      'coordinators of its region and supporters of the network.',
  })
  candidateAdd(@Arg('input') input: CandidateAddInput, @Run() run: Run) {
    return run(addCandidate, input);
  }

  @Runs(moveCandidate)
  @Mutation(() => MovePayload, {
    description:
      'Records how far the talks with a candidate are. When somebody agrees, the handover checklist is made. For ' +
      'coordinators of its region and supporters of the network.',
  })
  candidateMove(@Arg('input') input: CandidateMoveInput, @Run() run: Run) {
    return run(moveCandidate, input);
  }

  @Runs(completeSuccession)
  @Mutation(() => CompletePayload, {
    description:
      'The successor takes over: the old trekkerschap ends and the new one starts, both or neither; they may overlap. ' +
      'For coordinators of its region.',
  })
  successionComplete(@Arg('input') input: SuccessionCompleteInput, @Run() run: Run) {
    return run(completeSuccession, input);
  }

  @Runs(stopSuccession)
  @Mutation(() => StopPayload, {
    description: 'Stops the search for a successor. For coordinators of its region.',
  })
  successionStop(@Arg('input') input: SuccessionStopInput, @Run() run: Run) {
    return run(stopSuccession, input);
  }
}
