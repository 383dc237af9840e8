import { failedSignIns } from '../../graphql/rate-budget.js';
import { Failure, failure } from '../../kernel/failure.js';
import type { SignInAttempt } from './access-token.js';

/**
 * Ten failed sign-ins a minute per address; further ones are refused with TOO_FAST, unchecked. Tokens already known
 * to be good are not checked again, so they keep working from an address from which somebody is guessing.
 */
export function createSignInLimit(now: () => number = Date.now): (address: string) => SignInAttempt {
  const failed = failedSignIns(now);

  return (address) => async (check) => {
    refuseIf(failed.wait(address));
    try {
      return await check();
    } catch (error) {
      // attempts that ran in parallel were all let in, but no more than ten of them learn that they failed
      if (isSignInFailure(error)) refuseIf(failed.take(address));
      throw error;
    }
  };
}

function refuseIf(seconds: number): void {
  if (seconds > 0) throw failure('TOO_FAST', [], { seconds });
}

function isSignInFailure(error: unknown): boolean {
  return error instanceof Failure && error.problems.some(({ code }) => code === 'TOKEN_INVALID');
}
