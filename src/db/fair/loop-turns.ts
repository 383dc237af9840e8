import type { Elapsed } from '../../kernel/clock.js';
import { FairQueue, type QueueParts } from './fair-queue.js';

/** Requests start one after another for so long; then whoever else the event loop has is heard. */
const TURN_MS = 2;

interface LoopTurnsParts extends Omit<QueueParts<true>, 'free' | 'hurry'> {
  /** milliseconds from any fixed moment */
  readonly elapsed: Elapsed;
  /** so many are under way at a time */
  readonly most: number;
  /** once the queue has not been empty for the first time, whoever comes waits no longer than the second */
  readonly hurry: Omit<NonNullable<QueueParts<true>['hurry']>, 'elapsed'>;
}

/**
 * Starts requests one by one, each time that of whoever used least lately: to read, check and plan a document takes
 * milliseconds in which nobody else is heard, and somebody may send many at once. The next one starts when the one before
 * waits for something. `kept`: until when the request counts as under way, asked when it starts.
 */
export function loopTurns({
  elapsed,
  hurry,
  ...parts
}: LoopTurnsParts): (account: string, kept: () => Promise<unknown>) => Promise<void> {
  let taken = false;
  let begun: number | null = null;
  const queue = new FairQueue<true>({
    ...parts,
    free: () => (taken ? null : true),
    hurry: { ...hurry, elapsed },
  });
  const next = () => {
    taken = false;
    queue.serve();
  };
  const goOn = () => {
    if (begun !== null && elapsed() - begun < TURN_MS) next();
  };
  const nextTurn = () => {
    begun = null;
    next();
  };
  return (account, kept) =>
    new Promise((start, refuse) => {
      const request = queue.run(account, 0, async () => {
        taken = true;
        if (begun === null) {
          begun = elapsed();
          setImmediate(nextTurn);
        }
        // ticks that a microtask asks for come after all microtasks: after all that it does without waiting
        queueMicrotask(() => process.nextTick(goOn));
        start();
        await kept();
      });
      request.catch(refuse);
    });
}
