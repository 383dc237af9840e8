import type { ClientBase } from 'pg';

/**
 * Standby caretakerships for exactly the days on which nobody leads these networks: by the organisation that
 * supports the network on the first of those days, else by the one that coordinates the region.
 */
export async function coverStandby(client: ClientBase, networkIds: readonly string[]): Promise<void> {
  await client.query(
    `insert into caretakerships (id, oudernetwerk_id, region_id, organisation_id, period, standby)
     select gen_random_uuid(), n.id, n.region_id, coalesce(supporter.organisation_id, r.coordinating_organisation_id),
       gap.period, true
     from oudernetwerken n
     join regions r on r.id = n.region_id
     cross join lateral unnest(uncovered_days(n.id)) as gap (period)
     left join lateral (
       select s.organisation_id from support_arrangements s
       where s.oudernetwerk_id = n.id and s.period @> lower(gap.period)
       order by lower(s.period), s.id limit 1
     ) as supporter on true
     where n.id = any ($1::uuid[])`,
    [networkIds],
  );
}
