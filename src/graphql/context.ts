import type { Tx, Transact } from '../db/transaction.js';
import type { Instant } from '../kernel/clock.js';
import type { Locale } from '../kernel/messages.js';
import type { Viewer } from '../kernel/viewer.js';
import type { ReadEngine } from '../reads/engine.js';

/** What one operation has at hand. */
export interface Context {
  readonly requestId: string;
  readonly locale: Locale;
  /** whose cost budget is spent: account or address */
  readonly principalKey: string;
  readonly engine: ReadEngine;
  readonly transact: Transact;
  /** how this service is reached, for the links that it gives */
  readonly serviceUrl: string;
  now(): Instant;
  /** Asks the database once per operation, and only when somebody wants to know. */
  viewer(): Promise<Viewer>;
}

/**
 * What a use-case answers with, by the payload's field: the id (uuid) of what it made or changed, or where the field is
 * no object the value itself; null = there is none.
 */
export type UseCaseResult = Readonly<Record<string, string | null>>;

/** A write: one plain function in one transaction, and who may try it at all. */
export interface UseCase<Input, Result extends UseCaseResult = UseCaseResult> {
  /**
   * The first ring, before anything is looked at: other viewers get FORBIDDEN whatever they name, so that the answer
   * tells nothing of what exists. The function itself asks again about the object it finds.
   */
  readonly policy: (viewer: Viewer) => boolean;
  readonly run: (tx: Tx, input: Input, at: Pick<Context, 'serviceUrl'>) => Promise<Result>;
}
