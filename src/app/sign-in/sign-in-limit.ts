import { RateBudget } from '../../kernel/rate-budget.js';
import { Failure, failure } from '../../kernel/failure.js';
import type { Identity } from './access-token.js';

export type LimitedSignIn = (
  client: string,
  signIn: () => Promise<Identity | null>,
) => Promise<Identity | null>;

const TEN_A_MINUTE = { burst: 10, perSecond: 10 / 60 };

/**
 * Of the bad tokens from one client ten a minute are told so, and the others TOO_FAST. Good ones always come in:
 * whoever shares an address with somebody who guesses does not notice.
 */
export function createSignInLimit(now: () => number): LimitedSignIn {
  const failed = new RateBudget({ ...TEN_A_MINUTE, now });

  return async (client, signIn) => {
    try {
      return await signIn();
    } catch (error) {
      const seconds = isBadToken(error) ? failed.take(client) : 0;
      throw seconds > 0 ? failure('TOO_FAST', [], { seconds }) : error;
    }
  };
}

function isBadToken(error: unknown): boolean {
  return error instanceof Failure && error.problems.some(({ code }) => code === 'TOKEN_INVALID');
}
