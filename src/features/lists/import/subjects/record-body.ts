import type { Tx } from '../../../../db/transaction.js';
import type { PlainDate } from '../../../../kernel/clock.js';
import { nodeId } from '../../../../kernel/node-id.js';
import type { AdvisoryBodyKind } from '../../../advisory/advisory.enums.js';
import { createBody } from '../../../advisory/bodies/save-body.js';
import type { Domain } from '../../../organisations/organisation.type.js';
import { folded } from '../columns/fields.js';
import type { ImportEntity } from '../import.entity.js';
import { does } from '../rows/part.js';
import type { SaidSeat } from './said-seat.js';

type Domains = (keyof typeof Domain)[];

/** Fields of work of a body whose organisations have none, and that has no organisation. */
const DOMAINS: Readonly<Record<keyof typeof AdvisoryBodyKind, Domains>> = {
  ADVIESRAAD: ['JEUGD', 'ZORG'],
  BELEIDSTAFEL: ['JEUGD'],
  CLIENTENRAAD: ['ZORG'],
  KLANKBORDGROEP: ['JEUGD'],
  NETWERKGROEP: ['JEUGD'],
  OPR: ['ONDERWIJS'],
  OUDERRAAD: ['ONDERWIJS'],
};

/** Creates the body that a row names. Its term is the longest one of `all` rows of it, where they say one. */
export async function recordBody(
  tx: Tx,
  { regionId }: ImportEntity,
  said: SaidSeat,
  all: readonly SaidSeat[],
): Promise<string> {
  const kind = said.kind!;
  const months = all
    .filter(({ body }) => folded(body) === folded(said.body))
    .flatMap(({ from, until }) => (from && until ? monthsOf(from, until) : []));
  const termMonths = Math.min(240, Math.max(1, ...months));
  const { advisoryBody } = await does(tx, createBody, {
    name: said.body,
    kind,
    regionId: nodeId('Region', regionId),
    organisationIds: said.organisations.map(({ id }) => nodeId('Organisation', id)),
    level: 'BELEID',
    domains: await domainsOf(tx, said, DOMAINS[kind]),
    rules: months.length > 0 ? { termMonths } : null,
  });
  return advisoryBody;
}

/** So many months that a term of them reaches the last day. */
function monthsOf(from: PlainDate, until: PlainDate): number {
  const { months, days } = from.until(until.add({ days: 1 }), { largestUnit: 'months' });
  return days > 0 ? months + 1 : months;
}

async function domainsOf(tx: Tx, { organisations }: SaidSeat, otherwise: Domains): Promise<Domains> {
  const rows = await tx.query<{ domain: Domains[number] }>(
    'select distinct unnest(domains) as domain from organisations where id = any ($1) order by 1',
    [organisations.map(({ id }) => id)],
  );
  return rows.length > 0 ? rows.map(({ domain }) => domain) : otherwise;
}
