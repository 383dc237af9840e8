import { type Day, OPEN, type Span } from './model-days.js';

export type Role = 'TREKKER' | 'CO_TREKKER';
export type Stage =
  | 'IDENTIFIED'
  | 'APPROACHED'
  | 'EXPLORING'
  | 'AGREED'
  | 'SHADOWING'
  | 'READY'
  | 'APPOINTED'
  | 'DECLINED'
  | 'WITHDRAWN';

export interface Tenure extends Span {
  /** empty until the service has shown it */
  id: string;
  readonly person: number;
  readonly role: Role;
  predecessor: Tenure | null;
  planned: Day | null;
  /** why it ends; null also where they go on from the day after, in another role or in what came of the network */
  reason: string | null;
  /** the network in which the tenure began, if that is another one */
  line?: string | undefined;
  /** what it was corrected to */
  replacedBy?: Tenure;
}

/** Of an organisation that supports a network or is appointed its caretaker, or of a member. */
export function goesOn({ until, reason }: Pick<Tenure, 'until' | 'reason'>): boolean {
  return until !== OPEN && reason === null;
}

export interface Engagement extends Span {
  readonly id: string;
  readonly who: number;
}

export interface Candidate {
  readonly id: string;
  readonly person: number;
  stage: Stage;
  appointedFrom?: Stage;
  /** when they declined or withdrew */
  endedOn: Day | null;
}

export interface Plan {
  /** empty until the service has shown which one it opened by itself */
  id: string;
  /** null: for a network without a trekker */
  of: Tenure | null;
  because: 'BY_HAND' | 'LEAD_TIME' | 'DEPARTURE';
  readonly openedOn: Day;
  /** the expected end that the service opened it for */
  openedFor: Day | null;
  target: Day | null;
  closed: { status: 'COMPLETED' | 'STOPPED'; on: Day } | null;
  successor: Tenure | null;
  /** what it had come to before whoever it found was not there any more */
  outcome?: {
    readonly successor: Tenure;
    readonly closed: NonNullable<Plan['closed']>;
    readonly appointed: Candidate | undefined;
  };
  /** somebody worked on it */
  touched: boolean;
  /** from the first agreement on; its items are known once the service has shown them */
  hasChecklist: boolean;
  items: { readonly id: string; readonly mandatory: boolean; doneOn: Day | null }[];
  candidates: Candidate[];
}

/** The status of a search, by its most advanced candidate. */
const STATUS: Partial<Record<Stage, string>> = {
  READY: 'HANDING_OVER',
  SHADOWING: 'SHADOWING',
  AGREED: 'CANDIDATE_AGREED',
};

export function statusOf({ closed, candidates }: Plan): string {
  if (closed) return closed.status;
  const [furthest] = Object.keys(STATUS).filter((stage) => candidates.some((each) => each.stage === stage));
  return furthest ? STATUS[furthest as Stage]! : 'SEEKING';
}

export function hasAgreed({ stage }: Candidate): boolean {
  return stage in STATUS;
}
