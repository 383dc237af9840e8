import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SERVICE } from './row-level-rules.js';

/** What seeking for a seat needs to know of people without showing it: only for who fills the seat, and the service. */
export class Matching1764000001150 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The body of a seat that this viewer fills; no row for any other. In plpgsql, as all here: its plans are kept.
      create function filled_seat(uuid) returns table (seat_id uuid, body_id uuid, region_ids uuid[], incompatible_kinds text[])
        language plpgsql stable security definer set search_path = public, pg_temp rows 1 as $$
      begin
        return query select s.id, b.id, b.region_ids, b.incompatible_kinds
          from advisory_seats s join advisory_bodies b on b.id = s.body_id
          where s.id = $1 and viewer_uuid('app.account') is not null
            and (current_setting('app.reach', true) = 'system' or b.id = any (viewer_uuids('app.bodies')));
      end $$;

      -- What a seat asks for.
      create function match_requirements(uuid) returns setof seat_requirements
        language plpgsql stable security definer set search_path = public, pg_temp rows 6 as $$
      begin
        return query select r.* from seat_requirements r where r.seat_id = (select f.seat_id from filled_seat($1) f);
      end $$;

      -- What stands between people and a seat on a day, whatever the seat asks. HERE: they have a part in it already (a
      -- seat in the body, or an open question for this one), so they are not sought.
      create function match_stops(uuid, date) returns table (ervaringsdeskundige_id uuid, code text)
        language plpgsql stable security definer set search_path = public, pg_temp rows 20 as $$
      declare seat record;
      begin
        select * into seat from filled_seat($1);
        if seat.seat_id is null then return; end if;
        return query
          select e.id, 'HERE' from seat_appointments a join ervaringsdeskundigen e on e.person_id = a.person_id
            where a.body_id = seat.body_id and (upper_inf(a.period) or upper(a.period) > $2)
          union
          select q.ervaringsdeskundige_id, 'HERE' from seat_proposals q
            where q.seat_id = $1 and (q.status = 'ACCEPTED' or q.status = 'ASKED' and q.expires_on >= $2)
          union
          select q.ervaringsdeskundige_id, 'IN_COOLDOWN' from seat_proposals q
            where q.body_id = seat.body_id and q.status = 'DECLINED' and q.answered_on > $2 - interval '6 months'
          union
          select i.ervaringsdeskundige_id, 'INCOMPATIBLE' from incompatibilities i
            where i.kind = any (seat.incompatible_kinds) and i.period @> $2
              and (i.organisation_id in (select o.organisation_id from advisory_body_organisations o where o.body_id = seat.body_id)
                or i.municipality_id in (select m.id from municipalities m
                  where m.region_id in (select regions_below(place) from unnest(seat.region_ids) place)));
      end $$;

      -- How many of the trainings that a seat asks for people have, valid on a day.
      create function match_trainings(uuid, date) returns table (ervaringsdeskundige_id uuid, hard integer, preferred integer)
        language plpgsql stable security definer set search_path = public, pg_temp rows 2000 as $$
      begin
        if not exists (select from filled_seat($1)) then return; end if;
        return query
          select t.ervaringsdeskundige_id, (count(distinct r.id) filter (where r.strength = 'HARD'))::integer,
            (count(distinct r.id) filter (where r.strength = 'PREFERRED'))::integer
          from seat_requirements r join trainings t on t.title_norm = r.value
          where r.seat_id = $1 and r.kind = 'TRAINING' and (t.valid_until is null or t.valid_until >= $2)
          group by 1;
      end $$;

      -- How many people of the body's regions are on record but may not be found on a day; null below 5, so that nobody
      -- can be told from it.
      create function hidden_for_consent(uuid, date) returns integer
        language plpgsql stable security definer set search_path = public, pg_temp as $$
      declare hidden integer;
      begin
        select count(*) into hidden from filled_seat($1) seat
          join ervaringsdeskundigen e on e.region_id in (select regions_below(place) from unnest(seat.region_ids) place)
          where (e.findable_until >= $2) is not true;
        return case when hidden >= 5 then hidden end;
      end $$;
    `);
    await db.query(`
      revoke execute on function filled_seat, match_requirements, match_stops, match_trainings, hidden_for_consent from public;
      grant execute on function filled_seat, match_requirements, match_stops, match_trainings, hidden_for_consent to ${SERVICE}, okn_system;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'drop function hidden_for_consent, match_trainings, match_stops, match_requirements, filled_seat',
    );
  }
}
