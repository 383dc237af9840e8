import type { QueryRunner } from 'typeorm';

/** The roles of a person, and the seats of a body, without reading an index of all of them. */
export class PairsComparedAsOne1764510000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Of two ids in one index PostgreSQL asks for the second one by itself too, and reads all of the index. Two that are
      -- one value it does not ask for.
      create function pair_of(uuid, uuid) returns bytea language sql immutable strict parallel safe
        return uuid_send($1) || uuid_send($2);
      alter table trekkerschappen drop constraint trekkerschappen_no_overlap,
        add constraint trekkerschappen_no_overlap
          exclude using gist (pair_of(oudernetwerk_id, person_id) with =, period with &&);
      alter table memberships drop constraint memberships_no_overlap,
        add constraint memberships_no_overlap
          exclude using gist (pair_of(oudernetwerk_id, person_id) with =, period with &&);
      alter table support_arrangements drop constraint support_no_overlap,
        add constraint support_no_overlap
          exclude using gist (pair_of(oudernetwerk_id, organisation_id) with =, period with &&);
      alter table seat_appointments drop constraint seat_appointments_one_seat_each,
        add constraint seat_appointments_one_seat_each
          exclude using gist (pair_of(person_id, body_id) with =, period with &&);
    `);
  }
}
