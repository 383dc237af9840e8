import type { Elapsed } from '../../kernel/clock.js';
import { FairQueue, type QueueParts } from './fair-queue.js';

/** Requests start one after another for so long; then whoever else the event loop has is heard. */
const TURN_MS = 2;

/**
 * Starts requests one by one, each time that of whoever used least lately: to read, check and plan a document takes
 * milliseconds in which nobody else is heard, and somebody may send many at once. The next one starts when the one before
 * waits for something. `elapsed`: milliseconds from any fixed moment. `kept`: until when the request counts among those
 * of the account, asked when it starts.
 */
export function loopTurns({
  elapsed,
  ...parts
}: Omit<QueueParts<true>, 'free'> & { readonly elapsed: Elapsed }): (
  account: string,
  kept: () => Promise<unknown>,
) => Promise<void> {
  let taken = false;
  let begun: number | null = null;
  const queue = new FairQueue<true>({ ...parts, free: () => (taken ? null : true) });
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
