import { day, dayBefore } from '../kernel/clock.js';
import { failure, type Failure, type FailureCode } from '../kernel/failure.js';
import type { Params } from '../kernel/messages.js';

/**
 * The failure behind a violated constraint, what its message needs besides days, and the field that it is about where
 * that is always the same one, by the constraint's name.
 */
export type ConstraintFailures = Readonly<
  Record<string, FailureCode | readonly [FailureCode, Params, (readonly string[])?]>
>;

const EXISTING_RANGE = /\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})?\)\)\.?$/;

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
  const [means, params = {}, path = []] = typeof known === 'string' ? [known] : known;
  return failure(means, path, { ...params, ...existingPeriod(detail), on: detail ?? '?' });
}

/** The days of what was there before, as PostgreSQL tells of an exclusion constraint: `[from,day after the last)`. */
function existingPeriod(detail = '') {
  const [, from = '?', after] = EXISTING_RANGE.exec(detail) ?? [];
  return { from, until: after === undefined ? null : dayBefore(day(after)) };
}

/** Deadlock or serialisation failure: the whole use-case may be tried again. */
export function isRetryable(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code;
  return code === '40P01' || code === '40001';
}
