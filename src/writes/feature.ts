import type { ObjectLiteral } from 'typeorm';
import type { ClassType } from 'type-graphql';
import type { ConstraintFailures } from '../db/constraints.js';
import type { EventListener } from '../db/transaction.js';
import type { Job } from './job.js';

/** What a feature consists of: the schema and the service are put together from the list of these. */
export interface Feature {
  /** as its folder and its SQL file are called */
  readonly name: string;
  /** tables that use-cases write through TypeORM */
  readonly entities?: readonly ClassType<ObjectLiteral>[];
  /** queries, mutations, and fields of types of its own and of features before it */
  readonly resolvers?: readonly ClassType[];
  /** what a violated constraint of its tables means to people */
  readonly constraints?: ConstraintFailures;
  /** hear of the events of a transaction before it commits, in this order, as the system */
  readonly listeners?: readonly EventListener[];
  /** what it does every hour, in this order; made anew for each service */
  readonly jobs?: () => readonly Job[];
}
