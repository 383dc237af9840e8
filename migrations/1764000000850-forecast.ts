import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SERVICE } from './row-level-rules.js';

/** How long parents led networks, for everybody to foretell from: as counts, without who and where it was. */
export class Forecast1764000000850 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Of a region and those below it, or of the country (null), on a day: how many tenures ended after so many days,
      -- and how many have gone on for so many days until now. Those that are still to start are not there.
      create function tenures_of(uuid, date) returns table (days integer, ended boolean, count integer)
        language sql stable security definer set search_path = public, pg_temp rows 500 as $$
        select least(upper(t.period), $2) - lower(t.period), coalesce(upper(t.period) <= $2, false), count(*)::integer
        from trekkerschappen t
        where viewer_uuid('app.account') is not null and lower(t.period) <= $2
          and ($1 is null or t.region_id in (select regions_below($1)))
        group by 1, 2
      $$;
      revoke execute on function tenures_of from public;
      grant execute on function tenures_of to ${SERVICE}, okn_system;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function tenures_of');
  }
}
