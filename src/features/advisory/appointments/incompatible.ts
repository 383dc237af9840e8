import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { failure } from '../../../kernel/failure.js';
import { type Period, toDateRange } from '../../../kernel/period.js';

interface Tie {
  readonly kind: 'EMPLOYEE' | 'COUNCIL_MEMBER' | 'BOARD_MEMBER' | 'CONTRACTOR';
  readonly where: string;
  readonly from: string;
  readonly until: string | null;
}

/**
 * A person tied to an organisation or municipality of the body in a capacity that its rules name is refused, and the
 * user who appoints them hears why: they already know whom they appoint. Nobody else can look up such ties.
 */
export async function refuseIncompatible(
  tx: Tx,
  bodyId: string,
  personId: string,
  period: Period,
  path: readonly string[],
): Promise<void> {
  const [tie] = await asSystem(tx, () => tx.query<Tie>(TIES, [bodyId, personId, toDateRange(period)]));
  if (!tie) return;
  const { kind, where, from, until } = tie;
  throw failure(`INCOMPATIBLE_${kind}`, path, { where, from, until });
}

const TIES = `
  select i.kind, coalesce(o.name, m.name) as "where", lower(i.period)::text as "from", (upper(i.period) - 1)::text as "until"
  from advisory_bodies b
  join ervaringsdeskundigen e on e.person_id = $2
  join incompatibilities i on i.ervaringsdeskundige_id = e.id
  left join organisations o on o.id = i.organisation_id
  left join municipalities m on m.id = i.municipality_id
  where b.id = $1 and i.kind = any (b.incompatible_kinds) and i.period && $3::daterange
    and (i.organisation_id in (select organisation_id from advisory_body_organisations where body_id = b.id)
      or m.region_id in (select regions_below(place) from (select b.region_id
        union all select agreed_regions(b.id, lower($3::daterange))) works (place)))
  order by lower(i.period), i.id limit 1`;
