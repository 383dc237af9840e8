import type { EventListener, Tx } from '../../../db/transaction.js';
import { eventsOf } from '../../../writes/events.js';

/**
 * Event listener: of whoever is erased, every place that the features name is emptied, in that order, in the transaction
 * that records it. After all others, so that nothing is written of them later; before what is made anew. As the system.
 */
export function eraseEverywhere(places: readonly string[]): EventListener {
  return async (tx, events) => {
    for (const { subjectId } of eventsOf(events, 'person.erased')) await erase(tx, places, subjectId);
  };
}

async function erase(tx: Tx, places: readonly string[], personId: string): Promise<void> {
  tx.send('select begin_erasure($1)', [personId]);
  for (const place of places) tx.send('select erase_place($1, $2)', [personId, place]);
  await tx.query('select finish_erasure($1)', [personId]);
}
