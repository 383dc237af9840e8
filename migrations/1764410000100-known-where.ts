import type { QueryRunner } from 'typeorm';

/** Where people, bodies and seats are known, so that whoever sees few of them starts from those. */
export class KnownWhere1764410000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table people
        -- networks in which this person has or had a role
        add oudernetwerk_ids uuid[] not null default '{}',
        -- networks that think or thought of this person as a successor
        add candidate_for uuid[] not null default '{}',
        -- bodies in which this person holds or held a seat, or whose question they said yes to
        add body_ids uuid[] not null default '{}';

      update people p set oudernetwerk_ids = known.ids
      from (select person_id, array_agg(oudernetwerk_id order by oudernetwerk_id) as ids
        from (select person_id, oudernetwerk_id from trekkerschappen
          union select person_id, oudernetwerk_id from memberships) r group by person_id) known
      where p.id = known.person_id;

      update people p set candidate_for = known.ids
      from (select person_id, array_agg(distinct oudernetwerk_id order by oudernetwerk_id) as ids
        from successor_candidates group by person_id) known
      where p.id = known.person_id;

      update people p set body_ids = known.ids
      from (select person_id, array_agg(body_id order by body_id) as ids
        from (select person_id, body_id from seat_appointments
          union select person_id, body_id from seat_invitations where status = 'ACCEPTED') r group by person_id) known
      where p.id = known.person_id;

      create index known_where on people using gin (oudernetwerk_ids, candidate_for, body_ids);

      -- as the person has them
      alter table person_details
        add oudernetwerk_ids uuid[] not null default '{}',
        add candidate_for uuid[] not null default '{}',
        add body_ids uuid[] not null default '{}';

      update person_details d set
        oudernetwerk_ids = p.oudernetwerk_ids, candidate_for = p.candidate_for, body_ids = p.body_ids
      from people p
      where p.id = d.person_id and p.oudernetwerk_ids || p.candidate_for || p.body_ids <> '{}';

      -- its index also serves whoever asks for the seats of a person, so that comes first
      alter table seat_appointments drop constraint seat_appointments_one_seat_each;
      alter table seat_appointments add constraint seat_appointments_one_seat_each
        exclude using gist (person_id with =, body_id with =, period with &&);

      -- home regions of the parents who are or were asked for it
      alter table advisory_bodies add asked_in uuid[] not null default '{}';
      alter table advisory_seats add asked_in uuid[] not null default '{}';

      update advisory_bodies b set asked_in = asked.ids
      from (select body_id, array_agg(distinct person_region_id) as ids from seat_invitations group by body_id) asked
      where b.id = asked.body_id;

      update advisory_seats s set asked_in = asked.ids
      from (select seat_id, array_agg(distinct person_region_id) as ids from seat_invitations group by seat_id) asked
      where s.id = asked.seat_id;

      create index on advisory_bodies using gin (asked_in);
      create index on advisory_seats using gin (asked_in);
      create index on seat_invitations (region_id);
      create index on ervaringsdeskundigen (findable_in, findable_until);
    `);
  }
}
