import type { ObjectLiteral } from 'typeorm';
import type { ClassType } from 'type-graphql';
import type { ConstraintFailures } from '../db/constraints.js';
import type { EventListener, Tx } from '../db/transaction.js';
import type { SubjectType } from '../kernel/event.js';
import type { FailureTexts } from '../kernel/failure-messages.js';
import type { Departing } from './departing.js';
import type { Job } from './job.js';
import type { Fates } from './personal.js';
import type { Processed } from './processing.js';

/** Makes anew what is kept about subjects of one type, as the system. Callers give few, in the order of their ids. */
export interface Renewal<Type extends SubjectType = SubjectType> {
  readonly type: Type;
  renew(tx: Tx, ids: readonly string[]): Promise<void>;
}

/** The parts of a feature: the schema and the service are assembled from the list of these. */
export interface Feature {
  /** the name of its folder and its SQL file */
  readonly name: string;
  /** tables that use-cases write through TypeORM */
  readonly entities?: readonly ClassType<ObjectLiteral>[];
  /** queries, mutations, and fields of its own types and of those of features before it */
  readonly resolvers?: readonly ClassType[];
  /** what it says when it refuses; the codes are known by these words */
  readonly failures?: FailureTexts;
  /** what becomes of each of its tables and columns that name a person or say something of one */
  readonly personal?: Fates;
  /** what each of its personal columns is kept for, on what ground, how long, and who sees it: the register of article 30 */
  readonly processed?: readonly Processed[];
  /** what it ends when somebody dies or stops with everything, and puts back */
  readonly departing?: Departing;
  /** what a violated constraint of its tables means to people */
  readonly constraints?: ConstraintFailures;
  /** listen to the events of a transaction before it commits, in this order, as the system */
  readonly listeners?: readonly EventListener[];
  /** what it keeps about subjects of work, made anew before the commit of a transaction that touched them; after all listeners */
  readonly renewals?: readonly Renewal[];
  /** what it does every hour, in this order; created anew for each service */
  readonly jobs?: () => readonly Job[];
}
