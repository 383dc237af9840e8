import type { DomainEvent } from '../kernel/event.js';
import type { Tx } from './transaction.js';

type Outcome<Result> = { readonly done: Result[] } | { readonly failed: ReadonlySet<number> };

/**
 * Does the same for several things at once in one transaction, so that what all of them wait for costs one trip to the
 * database. They must not depend on each other. All of it stays, or nothing: then it says which failed, by their places,
 * and what happened is not recorded either.
 */
export async function sideBySide<Item, Result>(
  tx: Tx,
  items: readonly Item[],
  work: (tx: Tx, item: Item) => Promise<Result>,
): Promise<Outcome<Result>> {
  const events: DomainEvent[] = [];
  const beside = besideOthers(tx, events);
  tx.send('savepoint side_by_side');
  const outcomes = await Promise.allSettled(items.map((item) => work(beside, item)));
  const failed = outcomes.flatMap(({ status }, place) => (status === 'rejected' ? place : []));
  if (failed.length === 0 && (await isReleased(tx))) {
    for (const event of events) tx.record(event);
    return { done: outcomes.map((outcome) => (outcome as PromiseFulfilledResult<Result>).value) };
  }
  await tx.query('rollback to savepoint side_by_side');
  // what nobody waited for failed: it may be of any of them
  return { failed: new Set(failed.length > 0 ? failed : items.keys()) };
}

async function isReleased(tx: Tx): Promise<boolean> {
  return tx.query('release savepoint side_by_side').then(
    () => true,
    () => false,
  );
}

/** The transaction for one of several: it cannot be the service itself for a while, since the others would be it too. */
function besideOthers(tx: Tx, events: DomainEvent[]): Tx {
  return Object.create(tx, {
    record: { value: (event: DomainEvent) => void events.push(event) },
    actsAs: {
      get() {
        throw new Error('beside others nobody acts as somebody else');
      },
    },
  }) as Tx;
}
