import { FairQueue, type QueueParts } from './fair-queue.js';
import { whenItsTurn } from './when-its-turn.js';

/**
 * Starts one request a turn of the event loop, of whoever used least lately: to read, check and plan a document takes
 * milliseconds in which nobody else is heard, and somebody may send many at once. `over`: when the request has its
 * answer, and no longer counts among those of the account.
 */
export function loopTurns(
  parts: Omit<QueueParts<true>, 'free'>,
): (account: string, over: Promise<unknown>) => Promise<void> {
  let taken = false;
  const queue = new FairQueue<true>({ ...parts, free: () => (taken ? null : true) });
  const nextTurn = () => {
    taken = false;
    queue.serve();
  };
  return (account, over) =>
    whenItsTurn(queue.run.bind(queue), account, () => {
      taken = true;
      setImmediate(nextTurn);
      return over;
    });
}
