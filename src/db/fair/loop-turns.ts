import { FairQueue, type QueueParts } from './fair-queue.js';

/**
 * Starts one request a turn of the event loop, of whoever used least lately: to read, check and plan a document takes
 * milliseconds in which nobody else is heard, and somebody may send many at once. For those who spend much.
 */
export function loopTurns(parts: Omit<QueueParts<true>, 'free'>): (account: string) => Promise<void> {
  let taken = false;
  const queue = new FairQueue<true>({ ...parts, free: () => (taken ? null : true) });
  const nextTurn = () => {
    taken = false;
    queue.serve();
  };
  return (account) =>
    queue.run(account, 0, () => {
      taken = true;
      setImmediate(nextTurn);
      return Promise.resolve();
    });
}
