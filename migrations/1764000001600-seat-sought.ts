import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Matching1764000001150 } from './1764000001150-matching.js';
import { ACCOUNT, BODIES, SERVICE } from './row-level-rules.js';

const EVERYWHERE = `'00000000-0000-0000-0000-000000000000'::uuid`;

/** All that matching for a seat needs besides the profiles comes in one look, how many are hidden too. */
export class SeatSought1764000001600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function hidden_for_consent, seat_sought;
      drop type sought;

      -- One thing that a seat asks: a trait, or the title of a training, as a number; and what that is in words, where it
      -- has a name of its own.
      create type sought as (id uuid, kind text, strength text, value text, trait integer, training bigint, nl text, en text);

      -- For who fills the seat, on a day: where the people are findable who are sought (see ervaringsdeskundigen); how many people of the body's regions are on record but may not be found
      -- (null below 5, so that nobody can be told from it); what the seat asks; and against whom something stands whatever
      -- it asks. HERE are those who have a part in it already (a seat in the body, or an open question for this one), so
      -- they are not sought.
      create function seat_sought(uuid, date) returns table (seat_id uuid, findable_in uuid[], hidden bigint,
          requirements sought[], here uuid[], incompatible uuid[], in_cooldown uuid[])
        language plpgsql stable security definer set search_path = public, pg_temp rows 1 as $$
      declare seat record;
      begin
        select s.id, b.id as body_id, b.incompatible_kinds,
            -- in FROM the function is part of the plan; elsewhere it would be one of its own, each time
            array(select below from unnest(b.region_ids) place cross join lateral regions_below(place) below) as places
          into seat
          from advisory_seats s join advisory_bodies b on b.id = s.body_id
          where s.id = $1 and ${ACCOUNT} is not null and b.id = any (${BODIES});
        if not found then return; end if;
        return query
          select seat.id, seat.places || ${EVERYWHERE},
            (select case when count(*) >= 5 then count(*) end from (
              select from ervaringsdeskundigen e where e.region_id = any (seat.places) and e.findable_until < $2
              union all
              select from ervaringsdeskundigen e where e.region_id = any (seat.places) and e.findable_until is null) hidden),
            array(
              select row(r.id, r.kind, r.strength, r.value, r.trait, case r.kind when 'TRAINING' then title_number(r.value) end,
                coalesce(r.label, t.label_nl, g.name), coalesce(r.label, t.label_en, g.name))::sought
              from seat_requirements r left join themes t on t.id = r.theme_id left join regions g on g.id = r.place_id
              where r.seat_id = $1 order by r.kind, r.id),
            array(
              select e.id from seat_appointments a join ervaringsdeskundigen e on e.person_id = a.person_id
              where a.body_id = seat.body_id and (upper_inf(a.period) or upper(a.period) > $2)
              union all
              select q.ervaringsdeskundige_id from seat_invitations q
              where q.seat_id = $1 and (q.status = 'ACCEPTED' or q.status = 'ASKED' and q.expires_on >= $2)),
            array(
              select i.ervaringsdeskundige_id from incompatibilities i
              where i.kind = any (seat.incompatible_kinds) and i.period @> $2
                and (i.organisation_id = any (array(select o.organisation_id from advisory_body_organisations o where o.body_id = seat.body_id))
                  or i.municipality_id = any (array(select m.id from municipalities m where m.region_id = any (seat.places))))),
            array(
              select q.ervaringsdeskundige_id from seat_invitations q
              where q.body_id = seat.body_id and q.status = 'DECLINED' and q.answered_on > $2 - interval '6 months');
      end $$;
      revoke execute on function seat_sought from public;
      grant execute on function seat_sought to ${SERVICE};
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function seat_sought; drop type sought');
    await new Matching1764000001150().up(db);
  }
}
