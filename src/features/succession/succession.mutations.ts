import { Resolver } from 'type-graphql';
import { Mutates } from '../../writes/mutate.js';
import { Trekkerschap } from '../oudernetwerken/trekkerschap/trekkerschap.type.js';
import { addCandidate } from './candidates/add-candidate.js';
import { CandidateAnnulInput, CandidateCorrectInput } from './candidates/undo/undo-candidate.inputs.js';
import { annulCandidate, correctCandidate } from './candidates/undo/undo-candidate.js';
import { completeSuccession } from './plans/complete-succession.js';
import { moveCandidate } from './candidates/move-candidate.js';
import { openSuccession } from './plans/open-succession.js';
import { retargetSuccession, stopSuccession } from './plans/stop-succession.js';
import { SuccessionPlan } from './succession-plan.type.js';
import {
  CandidateAddInput,
  CandidateMoveInput,
  SuccessionCompleteInput,
  SuccessionOpenInput,
  SuccessionRetargetInput,
  SuccessionStopInput,
} from './succession.inputs.js';
import { SuccessorCandidate } from './candidates/successor-candidate.type.js';

const plan = {
  successionPlan: { type: () => SuccessionPlan, description: 'The succession plan after the change.' },
};
const candidate = {
  candidate: { type: () => SuccessorCandidate, description: 'The candidate after the change.' },
};

@Resolver()
export class SuccessionMutations {
  @Mutates(openSuccession, {
    description:
      'Opens a succession plan. An untouched plan that the service opened is taken over. Allowed for ' +
      'coordinators of the region.',
    answers: plan,
    refusals: [
      'PLAN_OPEN',
      'NETWORK_ENDED',
      'TREKKERSCHAP_NEEDED',
      'OTHER_NETWORK',
      'NOT_STARTED',
      'HANDED_OVER',
      'ALREADY_ENDED',
    ],
  })
  successionOpen(_input: SuccessionOpenInput): void {}

  @Mutates(retargetSuccession, {
    description:
      'Moves the day by which a successor should be in place. Allowed for coordinators of the region.',
    answers: plan,
    refusals: ['PLAN_CLOSED'],
  })
  successionRetarget(_input: SuccessionRetargetInput): void {}

  @Mutates(addCandidate, {
    description:
      'Adds a candidate. Someone who declined, or stopped with everything, must not be asked again for six months, ' +
      'unless a motivation is given. Allowed for coordinators of the region and supporters of the network.',
    answers: { ...candidate, ...plan },
    refusals: [
      'PERSON_DECEASED',
      'CONTACT_PAUSED',
      'PLAN_CLOSED',
      'NOT_LED_BY_PARENT',
      'ILLEGAL_STEP',
      'CANDIDATE_ALREADY',
      'SAME_PERSON',
      'ALREADY_LEADS',
      'IN_COOLDOWN',
      'LEFT_IN_PEACE',
    ],
  })
  candidateAdd(_input: CandidateAddInput): void {}

  @Mutates(moveCandidate, {
    description:
      'Records progress of the conversation with a candidate. When a candidate agrees, the handover ' +
      'checklist is created. Allowed for coordinators of the region and supporters of the network.',
    answers: { ...candidate, ...plan },
    refusals: ['PLAN_CLOSED', 'CANDIDATE_ENDED', 'ILLEGAL_STEP', 'APPOINT_BY_COMPLETING'],
  })
  candidateMove(_input: CandidateMoveInput): void {}

  @Mutates(annulCandidate, {
    description:
      'Annuls a candidacy that never was. The search goes back to where its other candidates are, and a checklist that ' +
      'came with their agreement goes if nobody touched it. Allowed for coordinators of the region and supporters of ' +
      'the network.',
    answers: plan,
    refusals: ['BUILT_UPON'],
  })
  candidateAnnul(_input: CandidateAnnulInput): void {}

  @Mutates(correctCandidate, {
    description:
      'Corrects a candidacy that was recorded incorrectly, also one that is over: it is annulled and recorded anew, ' +
      'and the old id leads to the new one. Allowed for coordinators of the region and supporters of the network.',
    answers: {
      candidate: { type: () => SuccessorCandidate, description: 'The candidacy that replaces it.' },
      ...plan,
    },
    refusals: [
      'PERSON_DECEASED',
      'NOT_LED_BY_PARENT',
      'CANDIDATE_ALREADY',
      'SAME_PERSON',
      'ALREADY_LEADS',
      'IN_COOLDOWN',
      'LEFT_IN_PEACE',
      'APPOINT_BY_COMPLETING',
      'BUILT_UPON',
    ],
  })
  candidateCorrect(_input: CandidateCorrectInput): void {}

  @Mutates(completeSuccession, {
    description:
      'Completes a succession: the old trekkerschap ends and the new one starts, in one transaction; they ' +
      'may overlap. Allowed for coordinators of its region.',
    answers: {
      ...plan,
      trekkerschap: { type: () => Trekkerschap, description: 'The trekkerschap of the successor.' },
    },
    refusals: [
      'PERSON_DECEASED',
      'PLAN_CLOSED',
      'CANDIDATE_NOT_AGREED',
      'CHOOSE_CANDIDATE',
      'NOT_LED_BY_PARENT',
      'SAME_PERSON',
      'HANDOVER_OPEN',
      'HANDED_OVER',
      'ALREADY_ENDED',
      'PERIOD_TAKEN',
      'NO_CARETAKER',
      'COVER_BROKEN',
    ],
  })
  successionComplete(_input: SuccessionCompleteInput): void {}

  @Mutates(stopSuccession, {
    description: 'Stops a succession plan. Allowed for coordinators of the region.',
    answers: plan,
    refusals: ['PLAN_CLOSED'],
  })
  successionStop(_input: SuccessionStopInput): void {}
}
