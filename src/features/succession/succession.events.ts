import type { Stage, Status } from './candidates/candidate-stages.js';
import type { OpenedBecause } from './succession.enums.js';

/** What was on record of it. */
interface Candidacy {
  personId: string;
  stage: Stage;
  endedOn: string | null;
}

declare module '../../kernel/event.js' {
  interface EventSubjects {
    succession: { subjectType: 'SuccessionPlan' };
    candidate: { subjectType: 'SuccessorCandidate' };
    handoverItem: { subjectType: 'HandoverItem' };
    handoverTemplate: { subjectType: 'Region' };
  }

  interface EventDetails {
    'succession.opened': { because: keyof typeof OpenedBecause; trekkerschapId: string | null };
    /** a user took over what the service had opened for this reason */
    'succession.adopted': { openedBecause: string };
    'succession.moved': { from: Status; to: Status };
    'succession.retargeted': { targetOn: string | null };
    'succession.stopped': Record<string, never>;
    /** nobody worked on it, and what it was for never was */
    'succession.removed': Record<string, never>;
    /** the one who filled it never was */
    'succession.reopened': Record<string, never>;
    /** `successorId` is the new trekkerschap */
    'succession.completed': { successorId: string };
    'candidate.added': { stage: Stage };
    'candidate.moved': { from: Stage; to: Stage };
    'candidate.appointed': { from: Stage };
    /** they never were one */
    'candidate.annulled': Candidacy;
    /** `replacedBy` is what it really was */
    'candidate.corrected': Candidacy & { replacedBy: string };
    'handoverItem.set': { dueOn: string | null; doneOn: string | null };
    'handoverItem.added': { key: string };
    'handoverTemplate.set': { keys: readonly string[] };
  }
}
