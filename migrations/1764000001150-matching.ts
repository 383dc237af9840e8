import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCOUNT, BODIES, SERVICE } from './row-level-rules.js';

/** The seat of the first argument, with its body, if this viewer fills it. */
const FILLED_SEAT = `select s.id, b.id as body_id, b.region_ids, b.incompatible_kinds
          from advisory_seats s join advisory_bodies b on b.id = s.body_id
          where s.id = $1 and ${ACCOUNT} is not null and b.id = any (${BODIES})`;

/** What seeking for a seat needs to know of people without showing it: only for who fills the seat. */
export class Matching1764000001150 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One thing that a seat asks: a trait, with the one that says that a profile says nothing of its kind, or the title
      -- of a training, as a number; and what that is in words, where it has a name of its own.
      create type sought as (id uuid, kind text, strength text, value text, trait integer, silent integer, training bigint,
        nl text, en text);

      -- All that matching for a seat needs to know on a day besides the profiles: where the body works, what the seat
      -- asks, and against whom something stands whatever it asks. HERE are those who have a part in it already (a seat
      -- in the body, or an open question for this one), so they are not sought.
      create function seat_sought(uuid, date) returns table (seat_id uuid, regions uuid[], requirements sought[],
          here uuid[], incompatible uuid[], in_cooldown uuid[])
        language plpgsql stable security definer set search_path = public, pg_temp rows 1 as $$
      declare seat record; places uuid[];
      begin
        select * into seat from (${FILLED_SEAT}) filled;
        if not found then return; end if;
        -- in FROM the function is part of the plan; elsewhere it would be one of its own, each time
        places := array(select below from unnest(seat.region_ids) place cross join lateral regions_below(place) below);
        return query
          select seat.id, places,
            array(
              select row(r.id, r.kind, r.strength, r.value, r.trait, silent.position, case r.kind when 'TRAINING' then title_number(r.value) end,
                coalesce(r.label, t.label_nl, g.name), coalesce(r.label, t.label_en, g.name))::sought
              from seat_requirements r left join themes t on t.id = r.theme_id left join regions g on g.id = r.place_id
                left join traits silent on silent.kind = 'SILENT' and silent.value = r.kind
              where r.seat_id = $1),
            array(
              select e.id from seat_appointments a join ervaringsdeskundigen e on e.person_id = a.person_id
              where a.body_id = seat.body_id and (upper_inf(a.period) or upper(a.period) > $2)
              union
              select q.ervaringsdeskundige_id from seat_invitations q
              where q.seat_id = $1 and (q.status = 'ACCEPTED' or q.status = 'ASKED' and q.expires_on >= $2)),
            array(
              select i.ervaringsdeskundige_id from incompatibilities i
              where i.kind = any (seat.incompatible_kinds) and i.period @> $2
                and (i.organisation_id = any (array(select o.organisation_id from advisory_body_organisations o where o.body_id = seat.body_id))
                  or i.municipality_id = any (array(select m.id from municipalities m where m.region_id = any (places))))),
            array(
              select q.ervaringsdeskundige_id from seat_invitations q
              where q.body_id = seat.body_id and q.status = 'DECLINED' and q.answered_on > $2 - interval '6 months');
      end $$;

      -- How many people of the body's regions are on record but may not be found on a day; null below 5, so that nobody
      -- can be told from it.
      create function hidden_for_consent(uuid, date) returns integer
        language plpgsql stable security definer set search_path = public, pg_temp as $$
      declare hidden integer;
      begin
        select count(*) into hidden from ervaringsdeskundigen e
          where (e.findable_until >= $2) is not true and e.region_id = any (array(select below
            from (${FILLED_SEAT}) seat cross join lateral unnest(seat.region_ids) place cross join lateral regions_below(place) below));
        return case when hidden >= 5 then hidden end;
      end $$;
    `);
    await db.query(`
      revoke execute on function seat_sought, hidden_for_consent from public;
      grant execute on function seat_sought, hidden_for_consent to ${SERVICE};
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function hidden_for_consent, seat_sought; drop type sought');
  }
}
