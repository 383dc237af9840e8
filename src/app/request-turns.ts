import { finished } from 'node:stream';
import type { ServerResponse } from 'node:http';
import { loopTurns } from '../db/fair/loop-turns.js';
import { failure } from '../kernel/failure.js';
import type { RateBudget } from '../kernel/rate-budget.js';

interface RequestTurnsParts {
  readonly budget: RateBudget;
  /** what a principal may spend at once */
  readonly burst: number;
  readonly waitMs: number;
  /** somebody was refused for waiting too long */
  refused(): void;
}

/** Whoever spent this share of their burst has few requests under way at a time: more would not be earned sooner. */
const MUCH = 0.05;
const FEW = 2;
/** What a request counts for until it has its answer. */
const UNKNOWN_COST = 250;

/**
 * Resolves when it is the turn of a request. Whoever owes is refused with TOO_FAST before their document is parsed:
 * when they ask, and again at their turn, since what was under way meanwhile may have turned out expensive.
 */
export function requestTurns({ budget, burst, waitMs, refused }: RequestTurnsParts) {
  const turnOf = loopTurns({
    name: 'requests',
    usage: { of: (key) => budget.spent(key), add: () => undefined },
    admits: (key, has) => has < FEW || budget.spent(key) + has * UNKNOWN_COST < burst * MUCH,
    waitMs,
    refused,
  });
  const refuseDebtors = (principalKey: string): void => {
    const seconds = budget.wait(principalKey);
    if (seconds > 0) throw failure('TOO_FAST', [], { seconds });
  };
  return async (principalKey: string, response: ServerResponse): Promise<void> => {
    refuseDebtors(principalKey);
    await turnOf(principalKey, new Promise((over) => finished(response, over)));
    refuseDebtors(principalKey);
  };
}
