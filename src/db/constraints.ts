import { failure, type Failure } from '../kernel/failure.js';
import type { FailureCode } from '../kernel/messages.js';

/** The failure behind a violated constraint, by the constraint's name. */
export type ConstraintFailures = Readonly<Record<string, FailureCode>>;

const LAST_DAY = /\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})?\)\)\.?$/;

/**
 * What a violated constraint means to people; null if the error is not one of ours. Use-cases check first and explain
 * better: this is for two sessions that collide.
 */
export function constraintFailure(error: unknown, failures: ConstraintFailures): Failure | null {
  const { code, constraint, detail } = (error ?? {}) as {
    code?: string;
    constraint?: string;
    detail?: string;
  };
  if (code === '23503') return failure('NOT_FOUND');
  const known = constraint ? failures[constraint] : undefined;
  if (!known) return null;
  const [, from = '?', until = '…'] = LAST_DAY.exec(detail ?? '') ?? [];
  return failure(known, [], { from, until, on: detail ?? '?' });
}

/** Deadlock or serialisation failure: the whole use-case may be tried again. */
export function isRetryable(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code;
  return code === '40P01' || code === '40001';
}
