import type { QueryRunner } from 'typeorm';

/** Who acts for the holder of a seat while they are away, in a body whose rules have alternates. They hold no seat. */
export class SeatAlternates1764572000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table advisory_bodies add column alternates boolean not null default false;

      alter table absences add constraint absences_of_body unique (id, body_id, region_id);
      create table seat_alternates (
        id uuid primary key,
        absence_id uuid not null,
        body_id uuid not null,
        region_id uuid not null,
        person_id uuid not null references people,
        unique (absence_id),
        foreign key (absence_id, body_id, region_id) references absences (id, body_id, region_id)
          on update cascade on delete cascade
      );
      create index on seat_alternates (person_id);
      create index on seat_alternates (body_id);
    `);
  }
}
