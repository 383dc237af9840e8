import type { QueryRunner } from 'typeorm';

/**
 * Somebody is away for a time from what they do in a network or a body: in whatever role, so that it outlasts a change
 * of that. Why is nobody's business: there is no column for it.
 */
export class Absences1764572000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table absences (
        id uuid primary key,
        version integer not null default 1,
        person_id uuid not null references people,
        oudernetwerk_id uuid,
        body_id uuid,
        region_id uuid not null,
        -- as it was said: without an end until it ends. It lasts no longer than the role
        period daterange not null check (not isempty(period) and not lower_inf(period)),
        -- a day to ask again, and no end
        expected_until date,
        -- the trekkerschap of whoever leads meanwhile, and the last day that it was given by this absence
        substitute_id uuid references trekkerschappen on delete set null,
        substitute_until date,
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id) on update cascade,
        foreign key (body_id, region_id) references advisory_bodies (id, region_id) on update cascade,
        check (num_nonnulls(oudernetwerk_id, body_id) = 1),
        check (substitute_id is null or oudernetwerk_id is not null),
        check (expected_until >= lower(period)),
        constraint absences_no_overlap exclude using gist
          ((coalesce(oudernetwerk_id, body_id)) with =, person_id with =, period with &&)
      );
      create index on absences (oudernetwerk_id, person_id);
      create index on absences (body_id, person_id);
      create index on absences (person_id);
      create unique index on absences (substitute_id);
      create index on absences (region_id);
    `);
  }
}
