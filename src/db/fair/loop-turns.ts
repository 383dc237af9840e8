import { FairQueue, type QueueParts } from './fair-queue.js';

/**
 * Starts one request a turn of the event loop, of whoever used least lately: to read, check and plan a document takes
 * milliseconds in which nobody else is heard, and somebody may send many at once. `kept`: until when the request counts
 * among those of the account, asked when it starts.
 */
export function loopTurns(
  parts: Omit<QueueParts<true>, 'free'>,
): (account: string, kept: () => Promise<unknown>) => Promise<void> {
  let taken = false;
  const queue = new FairQueue<true>({ ...parts, free: () => (taken ? null : true) });
  const nextTurn = () => {
    taken = false;
    queue.serve();
  };
  return (account, kept) =>
    new Promise((start, refuse) => {
      const request = queue.run(account, 0, async () => {
        taken = true;
        setImmediate(nextTurn);
        start();
        await kept();
      });
      request.catch(refuse);
    });
}
