import type { FairQueue } from './fair-queue.js';

/** Resolves at the turn of a request, which has its place for as long as `kept` takes. */
export function whenItsTurn(
  run: FairQueue<true>['run'],
  account: string,
  kept: () => Promise<unknown>,
): Promise<void> {
  return new Promise((start, refuse) => {
    const request = run(account, 0, async () => {
      start();
      await kept();
    });
    request.catch(refuse);
  });
}
