import type { Params } from './messages.js';
import type { nl } from './messages.nl.js';

type KernelFailures = Record<keyof (typeof nl)['failures'], string>;

/** Every code that a refusal can have. Each feature adds its own, beside their words. */
export interface FailureCodes extends KernelFailures {}

export type FailureCode = keyof FailureCodes;

/** One thing that is wrong: a stable code, its path in the input, and the parameters of the message. */
export interface Problem {
  readonly code: FailureCode;
  /** names of input fields and positions in lists, from the argument inward: `['input', 'period', 'from']` */
  readonly path: readonly string[];
  readonly params: Params;
}

/**
 * A refusal that the caller can act on. Thrown, so that the transaction around it is certainly rolled back; it
 * becomes payload errors, or a top-level error if its code is one of those.
 */
export class Failure extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map((problem) => problem.code).join(', '), options);
    this.name = 'Failure';
    this.problems = problems;
  }
}

export function failure(code: FailureCode, path: readonly string[] = [], params: Params = {}): Failure {
  return new Failure([{ code, path, params }]);
}
