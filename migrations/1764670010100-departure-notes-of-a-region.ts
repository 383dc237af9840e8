import type { QueryRunner } from 'typeorm';

/**
 * What was written down with a departure is of the region that answered for the person then, and does not follow them. It
 * is on record with the departure, or else it is the one that answers for the person now.
 */
export class DepartureNotesOfARegion1764670010100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table departures add region_id uuid references regions');
    await db.query(`
      update departures d set region_id = coalesce(
        (select w.region_id from audit_log w
         where w.subject_id = d.person_id and w.action = 'departure.recorded'
           and w.facts ->> 'departureId' = d.id::text and w.region_id is not null limit 1),
        (select p.region_id from people p where p.id = d.person_id))`);
    await db.query('alter table departures alter region_id set not null');
  }
}
