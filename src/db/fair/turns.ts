import { FairQueue, type QueueParts } from './fair-queue.js';

/** So many at a time, whoever used least lately first; the work says what it used. */
export function turns(most: number, parts: Omit<QueueParts<true>, 'free' | 'most'>): FairQueue<true>['run'] {
  const queue = new FairQueue<true>({ ...parts, most, free: () => true });
  return queue.run.bind(queue);
}
