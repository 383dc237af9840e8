import { setTimeout as pause } from 'node:timers/promises';
import { loopTurns } from '../db/fair/loop-turns.js';
import type { Elapsed } from '../kernel/clock.js';
import { failure } from '../kernel/failure.js';
import type { RateBudget } from '../kernel/rate-budget.js';

interface RequestTurnsParts {
  readonly budget: RateBudget;
  /** what a principal may spend at once */
  readonly burst: number;
  readonly waitMs: number;
  readonly elapsed: Elapsed;
  /** waits for so many milliseconds */
  readonly rest?: (ms: number) => Promise<unknown>;
  /** somebody was refused for waiting too long */
  refused(): void;
}

/** Whoever has not spent this share of their burst has as many requests under way as stay within it, and these at least. */
const MUCH = 0.05;
const FEW = 2;
/** All who spent more share one place. It stays empty for as long as it was taken, up to this. */
const LONGEST_REST_MS = 250;
/** What a request counts for until it has its answer. */
const UNKNOWN_COST = 250;
/** Of one principal. */
const MOST_WAITING = 100;
/** So many keep the database busy. Whoever else were let in would be read and planned only to wait for it. */
const MOST_UNDER_WAY = 32;
/** While more comes than can be done, whoever comes is soon told when to ask again. */
const HURRY = { afterMs: 500, waitMs: 500 };

/**
 * Resolves when it is the turn of a request; `over`: when it has its answer. Whoever owes is refused with TOO_FAST before
 * their document is parsed: when they ask, and again at their turn, since what was under way meanwhile may have turned
 * out expensive. Whoever waits too long is refused: with TOO_FAST if it was for what they spent themselves, else with
 * UNAVAILABLE.
 */
export function requestTurns({
  budget,
  burst,
  waitMs,
  elapsed,
  rest = (ms) => pause(ms, undefined, { ref: false }),
  refused,
}: RequestTurnsParts) {
  const spentMuch = (key: string): boolean => budget.spent(key) >= burst * MUCH;
  let isTheirPlaceTaken = false;
  // asked anew whenever a place may be free: what a whole queue turns out to cost is known once its first have answers
  const turn = loopTurns({
    name: 'requests',
    elapsed,
    usage: { of: (key) => budget.spent(key), add: () => undefined },
    most: MOST_UNDER_WAY,
    hurry: HURRY,
    mostWaiting: MOST_WAITING,
    waitMs,
    refused,
    admits: (key, has) =>
      spentMuch(key)
        ? !isTheirPlaceTaken
        : has < FEW || budget.spent(key) + has * UNKNOWN_COST < burst * MUCH,
  });
  const takeTheirPlace = async (over: Promise<unknown>): Promise<void> => {
    isTheirPlaceTaken = true;
    const begun = elapsed();
    try {
      await over;
      await rest(Math.min(elapsed() - begun, LONGEST_REST_MS));
    } finally {
      isTheirPlaceTaken = false;
    }
  };
  const refuseDebtors = (key: string): void => {
    const seconds = budget.wait(key);
    if (seconds > 0) throw failure('TOO_FAST', [], { seconds });
  };
  return async (principalKey: string, over: Promise<unknown>): Promise<void> => {
    refuseDebtors(principalKey);
    try {
      await turn(principalKey, () => (spentMuch(principalKey) ? takeTheirPlace(over) : over));
    } catch (late) {
      throw spentMuch(principalKey) ? failure('TOO_FAST', [], { seconds: 1 }) : late;
    }
    refuseDebtors(principalKey);
  };
}
