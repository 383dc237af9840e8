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
/** Of one principal. */
const MOST_WAITING = 100;

/**
 * Resolves when it is the turn of a request; `over`: when it has its answer. Whoever owes is refused with TOO_FAST before
 * their document is parsed: when they ask, and again at their turn, since what was under way meanwhile may have turned
 * out expensive.
 */
export function requestTurns({ budget, burst, waitMs, refused }: RequestTurnsParts) {
  const turnOf = loopTurns({
    name: 'requests',
    usage: { of: (key) => budget.spent(key), add: () => undefined },
    admits: (key, has) => has < FEW || budget.spent(key) + has * UNKNOWN_COST < burst * MUCH,
    mostWaiting: MOST_WAITING,
    waitMs,
    refused,
  });
  const refuseDebtors = (principalKey: string): void => {
    const seconds = budget.wait(principalKey);
    if (seconds > 0) throw failure('TOO_FAST', [], { seconds });
  };
  return async (principalKey: string, over: Promise<unknown>): Promise<void> => {
    refuseDebtors(principalKey);
    await turnOf(principalKey, over);
    refuseDebtors(principalKey);
  };
}
