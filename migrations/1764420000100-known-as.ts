import type { QueryRunner } from 'typeorm';

/** Who holds a seat by a yes under a pseudonym is known by both names; who was appointed by name is not. */
export class KnownAs1764420000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table seat_appointments
        -- the profile whose yes led to it or to the term before it; null = appointed by name
        add known_as uuid,
        add foreign key (known_as, person_id) references ervaringsdeskundigen (id, person_id);

      with recursive known as (
        select a.id, a.seat_id, a.person_id, a.period, q.ervaringsdeskundige_id as known_as
        from seat_appointments a join seat_invitations q on q.id = a.invitation_id
        union all
        select a.id, a.seat_id, a.person_id, a.period, k.known_as
        from known k join seat_appointments a on a.seat_id = k.seat_id and a.person_id = k.person_id
          and a.period -|- k.period and a.period >> k.period and a.invitation_id is null
      )
      update seat_appointments a set known_as = k.known_as from known k where k.id = a.id;

      create index on seat_appointments (known_as) where known_as is not null;
    `);
  }
}
