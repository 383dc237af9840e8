import type { QueryRunner } from 'typeorm';

/**
 * A note is of the region that wrote it, and does not follow the person. One that was written before is of the region
 * that is on record as its writer, or else of the one that answers for the person now.
 */
export class NotesOfARegion1764660050100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table person_notes add region_id uuid references regions');
    await db.query(`
      update person_notes n set region_id = coalesce(
        (select w.region_id from audit_log w
         where w.subject_id = n.person_id and w.region_id is not null
           and (w.action = 'person.created' or w.action = 'person.updated' and w.facts -> 'fields' ? 'note')
         order by w.happened_at desc, w.id desc limit 1),
        (select p.region_id from people p where p.id = n.person_id))`);
    await db.query(`
      alter table person_notes
        alter region_id set not null,
        drop constraint person_notes_pkey,
        add primary key (person_id, region_id)`);
  }
}
