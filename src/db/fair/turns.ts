import { FairQueue, type QueueParts } from './fair-queue.js';

/** So many at a time, whoever used least lately first; the work says what it used. */
export function turns(most: number, parts: Omit<QueueParts<true>, 'free'>): FairQueue<true>['run'] {
  let taken = 0;
  const queue = new FairQueue<true>({ ...parts, free: () => (taken < most ? true : null) });
  return (account, expected, work) =>
    queue.run(account, expected, async (place, used) => {
      taken++;
      try {
        return await work(place, used);
      } finally {
        taken--;
      }
    });
}
