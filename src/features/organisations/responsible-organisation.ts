import type { Tx } from '../../db/transaction.js';
import { type OneRead, oneWhere, type Row } from '../../reads/mapping.js';
import { type Sql, sql } from '../../reads/sql.js';
import { find } from '../../writes/find.js';
import { OrganisationEntity } from './organisation.entity.js';

/** Who answers for the personal data of a person, network or body (AVG: verwerkingsverantwoordelijke). */
const responsibleFor = (row: Row): Sql =>
  sql`responsible_organisation(${row}.region_id, ${row}.responsible_organisation_id, ${row}.responsible_in)`;

/** The same, as what a field is read from. */
export function responsible(of: (row: Row) => Sql = responsibleFor): OneRead {
  return oneWhere((row, organisation) => sql`${organisation}.id = ${of(row)}`);
}

/** Another one than that of the region; null: that of the region. */
export async function chosenResponsible(
  tx: Tx,
  id: string | null | undefined,
  path: readonly string[],
): Promise<string | null> {
  return id == null ? null : (await find(tx, OrganisationEntity, id, path)).id;
}
