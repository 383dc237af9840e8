import { insert } from '../../db/rows.js';
import type { Tx } from '../../db/transaction.js';
import { failure } from '../../kernel/failure.js';
import { find } from '../../writes/find.js';
import { allow } from '../access/policies.js';
import { TrekkerschapEntity } from '../oudernetwerken/oudernetwerk.entity.js';
import {
  newTrekkerschap,
  refuseNoParent,
  refuseOverlap,
  tellStarted,
} from '../oudernetwerken/trekkerschap/start-trekkerschap.js';
import { refuseDeceased } from '../people/deceased.js';
import { PersonEntity } from '../people/person.entity.js';
import type { Away } from './alternate.js';
import { keeps, type OfNetwork } from './lock-absence.js';

/**
 * Starts the trekkerschap of whoever leads a network for somebody, and gives its id. Its last day follows in the
 * database, from the absence that names it.
 */
export async function startSubstitute(
  tx: Tx,
  { place, personId: awayId, period: { from } }: Away & { readonly place: OfNetwork },
  id: string,
  path: readonly string[],
): Promise<string> {
  const { network } = place;
  allow(keeps(tx.viewer, place));
  const person = await find(tx, PersonEntity, id, path);
  if (person.id === awayId) throw failure('SAME_PERSON', path);
  refuseNoParent(person, path);
  refuseDeceased(person, null, path);
  const row = newTrekkerschap(network, person.id, 'CO_TREKKER', { from, until: null });
  await refuseOverlap(tx, row, path);
  insert(tx, TrekkerschapEntity, row);
  tellStarted(tx, row);
  return row.id;
}
