import type { Tx } from '../../../db/transaction.js';
import { nodeOf } from '../../../kernel/node-id.js';
import { type Row } from '../../../reads/mapping.js';
import { type Sql, sql } from '../../../reads/sql.js';
import { find } from '../../../writes/find.js';
import { OrganisationEntity } from '../../organisations/organisation.entity.js';
import { OudernetwerkEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { AdvisoryBodyEntity, type SeatAppointmentEntity } from '../advisory.entity.js';

const COLUMNS = {
  Organisation: 'nominatedById',
  AdvisoryBody: 'nominatedByBodyId',
  Oudernetwerk: 'nominatedByNetworkId',
} as const;
type Kind = keyof typeof COLUMNS;

export const NOMINATORS = Object.keys(COLUMNS) as Kind[];

/** Who nominated somebody for a seat: one of them, or nobody. */
export type Nominator = Pick<SeatAppointmentEntity, (typeof COLUMNS)[Kind]>;

const ENTITIES = {
  Organisation: OrganisationEntity,
  AdvisoryBody: AdvisoryBodyEntity,
  Oudernetwerk: OudernetwerkEntity,
} as const;

/** The organisation, body or network of an id, which the viewer must see. */
export async function nominator(
  tx: Tx,
  id: string | null | undefined,
  path: readonly string[],
): Promise<Nominator> {
  const nobody = { nominatedById: null, nominatedByBodyId: null, nominatedByNetworkId: null };
  if (id == null) return nobody;
  const { type } = nodeOf(id, NOMINATORS, path);
  const { id: uuid } = await find<{ id: string }>(tx, ENTITIES[type], id, path);
  return { ...nobody, [COLUMNS[type]]: uuid };
}

export function nominatorOf({
  nominatedById,
  nominatedByBodyId,
  nominatedByNetworkId,
}: Nominator): Nominator {
  return { nominatedById, nominatedByBodyId, nominatedByNetworkId };
}

/** The same of a row: type and id. */
export function nominatorIn(appointment: Row): Sql {
  return sql`select given.type, given.id from (values ('Organisation', ${appointment}.nominated_by_id),
    ('AdvisoryBody', ${appointment}.nominated_by_body_id), ('Oudernetwerk', ${appointment}.nominated_by_network_id))
    given (type, id) where given.id is not null`;
}
