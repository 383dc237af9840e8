/** Whose personal data it is. */
export type Whose = 'PARENT' | 'ACCOUNT_HOLDER' | 'ORGANISATION_CONTACT' | 'NOMINEE';

/** Who sees it, besides whoever it is about. SERVICE: nobody, the service works with it. */
export type SeenBy =
  'COORDINATOR' | 'NATIONAL_OFFICE' | 'NETWORK' | 'BODY' | 'OTHER_REGION' | 'SIGNED_IN' | 'SERVICE';

/** How long it is kept; `docs/privacy` says why so long. */
export type Kept =
  | 'WHILE_TAKING_PART'
  | 'ROLE'
  | 'UNTIL_WITHDRAWN'
  | 'PROOF'
  | 'MAIL'
  | 'INVITATION'
  | 'INVITATION_REASON'
  | 'NOTE'
  | 'ACCOUNT'
  | 'SHORT'
  | 'LIST'
  | 'FOLLOWS'
  | 'ORGANISATION';

/** What personal data are processed for; each is an entry of the register (AVG article 30). */
export type Activity =
  | 'KNOWING_PARENTS'
  | 'REACHING_PARENTS'
  | 'NETWORKS'
  | 'SUCCESSION'
  | 'SCHOOL_TIES'
  | 'EXPERTS'
  | 'CONSENTS'
  | 'SEATS'
  | 'DEPARTURES'
  | 'MAIL'
  | 'WORK'
  | 'ORGANISATIONS'
  | 'SIGN_IN'
  | 'ACCOUNTABILITY';

/** Kinds of responsible organisation, each with a ground of its own. */
export const CONTROLLERS = ['SAMENWERKINGSVERBAND', 'GEMEENTE', 'PARENTS', 'NATIONAL', 'OTHER'] as const;
export type Controller = (typeof CONTROLLERS)[number];

/** A ground of AVG article 6: (a) consent, (c) legal obligation, (e) public task, (f) legitimate interest. */
export type Ground = 'CONSENT' | 'LEGAL_OBLIGATION' | 'PUBLIC_TASK' | 'LEGITIMATE_INTEREST';

export type Grounds = Readonly<Record<Controller, Ground>>;

/** Public bodies do it as their task, by law; others because they have good reason to, weighed against the parent's. */
const BY_TASK_OR_INTEREST: Grounds = {
  SAMENWERKINGSVERBAND: 'PUBLIC_TASK',
  GEMEENTE: 'PUBLIC_TASK',
  PARENTS: 'LEGITIMATE_INTEREST',
  NATIONAL: 'LEGITIMATE_INTEREST',
  OTHER: 'LEGITIMATE_INTEREST',
};

const byAll = (ground: Ground): Grounds => ({
  SAMENWERKINGSVERBAND: ground,
  GEMEENTE: ground,
  PARENTS: ground,
  NATIONAL: ground,
  OTHER: ground,
});

export const GROUNDS: Readonly<Record<Activity, Grounds>> = {
  KNOWING_PARENTS: BY_TASK_OR_INTEREST,
  REACHING_PARENTS: BY_TASK_OR_INTEREST,
  NETWORKS: BY_TASK_OR_INTEREST,
  SUCCESSION: BY_TASK_OR_INTEREST,
  SCHOOL_TIES: byAll('CONSENT'),
  EXPERTS: byAll('CONSENT'),
  CONSENTS: byAll('LEGAL_OBLIGATION'),
  SEATS: BY_TASK_OR_INTEREST,
  DEPARTURES: BY_TASK_OR_INTEREST,
  MAIL: BY_TASK_OR_INTEREST,
  WORK: BY_TASK_OR_INTEREST,
  ORGANISATIONS: BY_TASK_OR_INTEREST,
  SIGN_IN: byAll('LEGAL_OBLIGATION'),
  ACCOUNTABILITY: byAll('LEGAL_OBLIGATION'),
};

/** What is true of several columns of a table. */
export interface Processing {
  readonly whose: Whose;
  readonly activity: Activity;
  readonly seenBy: readonly SeenBy[];
  readonly kept: Kept;
  /** it may say something of a child's health: kept on the parent's explicit word only (AVG article 9, 2a) */
  readonly health?: true;
}

export interface Processed extends Processing {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Columns with spaces in between, as they stand in the table. */
export function processed(table: string, columns: string, processing: Processing): Processed {
  return { table, columns: columns.split(/\s+/), ...processing };
}

/** Worked out from other rows, and seen by whoever works on what it is about. */
export const WORKED_OUT: Processing = {
  whose: 'PARENT',
  activity: 'WORK',
  seenBy: ['COORDINATOR', 'NETWORK', 'BODY', 'NATIONAL_OFFICE'],
  kept: 'FOLLOWS',
};

/** What is on record of a part that a parent has in a network. */
export const IN_NETWORK: Processing = {
  whose: 'PARENT',
  activity: 'NETWORKS',
  seenBy: ['COORDINATOR', 'NETWORK', 'OTHER_REGION', 'NATIONAL_OFFICE'],
  kept: 'ROLE',
};

/** And in a body. */
export const ON_SEAT: Processing = {
  whose: 'PARENT',
  activity: 'SEATS',
  seenBy: ['COORDINATOR', 'BODY', 'NATIONAL_OFFICE'],
  kept: 'ROLE',
};

/** What somebody did in their work, by the account that they did it with. */
export const WORK_DONE: Processing = {
  whose: 'ACCOUNT_HOLDER',
  activity: 'ACCOUNTABILITY',
  seenBy: ['COORDINATOR', 'NATIONAL_OFFICE'],
  kept: 'PROOF',
};
