import { v7 as uuid } from 'uuid';
import { asSystem } from '../../db/as-system.js';
import { insert } from '../../db/rows.js';
import type { Tx } from '../../db/transaction.js';
import { about } from '../../writes/events.js';
import { allow, isSelf } from '../access/policies.js';
import { PersonDepartureEntity } from './departure.entity.js';

/** Of somebody who lives in that region. */
type Said = Pick<PersonDepartureEntity, 'personId' | 'regionId' | 'kind' | 'lastDay' | 'note' | 'byRole'>;

/**
 * Records that somebody departs; `departEverywhere` ends what they do before the commit. Returns its id. Nobody records
 * that they died themselves.
 */
export async function recordDeparture(tx: Tx, said: Said): Promise<string> {
  if (said.kind === 'DECEASED') allow(!isSelf(tx.viewer, said.personId));
  const id = uuid();
  const row = { ...said, id, accountId: tx.viewer.accountId, recordedAt: tx.now.toString() };
  await asSystem(tx, () => {
    insert(tx, PersonDepartureEntity, row);
    return Promise.resolve();
  });
  tx.record({
    name: 'departure.recorded',
    ...about('Person', { id: said.personId, regionId: said.regionId }),
    details: {
      departureId: id,
      kind: said.kind,
      on: said.lastDay.toString(),
      byRole: said.byRole !== null,
    },
  });
  return id;
}
