import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  ACCOUNT,
  allowSystem,
  BODIES,
  FINDABLE,
  PERSON,
  PERSON_MANAGED,
  PROFILE_SEEN,
  protect,
  REGIONS,
  SEEKING,
  SERVICE,
  SEEKS,
  SIGNED_IN,
} from './row-level-rules.js';

const OWN_PROFILE_MANAGED = `exists (select from ervaringsdeskundigen e where e.id = ervaringsdeskundige_id
  and (e.person_id = ${PERSON} or e.region_id = any (${REGIONS})))`;
const PROFILE_IN_REGION = `exists (select from ervaringsdeskundigen e where e.id = ervaringsdeskundige_id
  and e.region_id = any (${REGIONS}))`;
const EVERYWHERE = `'00000000-0000-0000-0000-000000000000'::uuid`;
const THEMES = `${SIGNED_IN} and kind = 'THEME'`;
const PART_OF_PROFILE = { national: PROFILE_SEEN, regional: PROFILE_SEEN, personal: PROFILE_SEEN };

/**
 * Ervaringsdeskundigen, and the ledger of what they consented to. Who may be found is derived from the ledger, by a
 * trigger, and is a matter of days: a consent that runs out does so without anybody's work.
 */
export class Ervaringsdeskundigen1764000001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Whatever a person can have and a seat can ask for, each at a place of its own in a row of bits: what a seat
      -- asks and a person lacks is then counted without looking at one after the other.
      create table traits (
        position integer primary key check (position between 0 and 511),
        kind text not null check (kind in ('THEME', 'DOMAIN', 'LEVEL', 'REGION', 'LANGUAGE', 'DAY_PART', 'SILENT')),
        value text not null,
        unique (kind, value)
      );
      -- at places that code knows: a profile says nothing of a kind, so that what a seat asks of it is not known
      insert into traits values (0, 'SILENT', 'THEME'), (1, 'SILENT', 'DOMAIN'), (2, 'SILENT', 'LEVEL'),
        (3, 'SILENT', 'DAY_PART');
      create function trait_of(text, text) returns integer
        language plpgsql security definer set search_path = public, pg_temp as $$
      declare found integer;
      begin
        select position into found from traits where kind = $1 and value = $2;
        if found is null then
          lock table traits in share row exclusive mode;
          insert into traits (position, kind, value)
            values (coalesce((select max(position) + 1 from traits), 0), $1, $2)
            on conflict (kind, value) do nothing;
          select position into found from traits where kind = $1 and value = $2;
        end if;
        return found;
      end $$;
      create function bits_of(integer[]) returns bit(512) language sql immutable
        return coalesce((select bit_or(set_bit(0::bit(512), place, 1)) from unnest($1) place), 0::bit(512));

      create table ervaringsdeskundigen (
        id uuid primary key,
        version integer not null default 1,
        person_id uuid not null unique references people,
        -- the home region of the person
        region_id uuid not null references regions,
        -- what they are called before they agree to be known
        pseudonym text not null unique,
        registered_on date not null,
        domains text[] not null check (domains <@ array['ONDERWIJS', 'ZORG', 'JEUGD']),
        levels text[] not null check (levels <@ array['KIND', 'UITVOERING', 'BELEID']),
        brings_others_experience boolean,
        brings_others_basis text,
        brings_others_on date,
        connects_with_professionals boolean,
        connects_basis text,
        connects_on date,
        hours_per_month integer check (hours_per_month between 0 and 200),
        day_parts text[] not null check (day_parts <@ array['MORNING', 'AFTERNOON', 'EVENING', 'WEEKEND']),
        meeting_forms text[] not null check (meeting_forms <@ array['ONLINE', 'ON_SITE']),
        languages text[] not null check (cardinality(languages) > 0),
        participation_forms text[] not null
          check (participation_forms <@ array['TREKKER', 'LID', 'SEAT', 'BUDDY', 'SURVEY', 'SOUNDING_BOARD']),
        max_seats integer check (max_seats between 0 and 20),
        compensation text check (compensation in ('NONE', 'EXPENSES', 'VOLUNTEER_ALLOWANCE', 'ATTENDANCE_FEE')),
        paused daterange check (not isempty(paused) and not lower_inf(paused)),

        -- below: derived, kept by triggers

        -- the last day on which their consent lets them be found; null = they may not be
        findable_until date,
        findable_country boolean not null default false,
        findable_partners boolean not null default false,
        -- the region in which they may be found; the nil uuid stands for all of them
        findable_in uuid not null generated always as (case when findable_country
          then ${EVERYWHERE} else region_id end) stored,
        for_seats boolean not null generated always as ('SEAT' = any (participation_forms)) stored,
        traits bit(512) not null,
        -- bodies whose question they said yes to, until it is settled
        engaged_bodies uuid[] not null,

        -- null where there is nothing, which is with most, and costs nothing to look at:
        -- what they have learned, each title as a number, and until when that is valid, in the same order
        trained bigint[],
        trained_until date[],
        -- when they hold or held seats, wherever
        seat_begins date[],
        -- the days after their last ones
        seat_ends date[],
        -- on which days they were asked for a seat, whoever asked
        asked_on date[],

        check ((brings_others_experience is null) = (brings_others_basis is null)),
        check ((brings_others_experience is null) = (brings_others_on is null)),
        check ((connects_with_professionals is null) = (connects_basis is null)),
        check ((connects_with_professionals is null) = (connects_on is null)),
        check (brings_others_basis in ('SELF_DECLARED', 'INTERVIEW', 'REFERENCE', 'TRAINING', 'OBSERVED')),
        check (connects_basis in ('SELF_DECLARED', 'INTERVIEW', 'REFERENCE', 'TRAINING', 'OBSERVED')),
        unique (id, person_id)
      );
      create index on ervaringsdeskundigen (region_id, findable_until);
      -- short, and read often: a copy that is unpacked first costs more than looking at it
      alter table ervaringsdeskundigen alter traits set storage plain, alter seat_begins set storage plain,
        alter seat_ends set storage plain, alter asked_on set storage plain, alter trained set storage plain,
        alter trained_until set storage plain;
      -- with all that matching weighs: the table itself need not be read
      create index findable on ervaringsdeskundigen (for_seats, findable_in, findable_until) include (id, traits,
        brings_others_experience, connects_with_professionals, paused, max_seats, seat_begins, seat_ends, asked_on,
        trained, trained_until);
      create index on ervaringsdeskundigen (registered_on, id);
      create index on ervaringsdeskundigen using gin (engaged_bodies) where engaged_bodies <> '{}';

      create table ervaringsdeskundige_themes (
        ervaringsdeskundige_id uuid not null references ervaringsdeskundigen on delete cascade,
        theme_id uuid not null references themes,
        primary key (ervaringsdeskundige_id, theme_id)
      );
      create index on ervaringsdeskundige_themes (theme_id);

      create table trainings (
        id uuid primary key,
        version integer not null default 1,
        ervaringsdeskundige_id uuid not null references ervaringsdeskundigen on delete cascade,
        title text not null,
        -- what a seat's requirement is compared with
        title_norm text not null generated always as (fold(title)) stored,
        issuer text not null,
        completed_on date not null,
        -- its last day; null = it stays valid
        valid_until date,
        check (valid_until >= completed_on)
      );
      create index on trainings (ervaringsdeskundige_id, completed_on desc, id);
      create index on trainings (title_norm) include (ervaringsdeskundige_id, valid_until);
      create index on trainings (valid_until);

      -- what stands in the way of some seats: never shown to who seeks
      create table incompatibilities (
        id uuid primary key,
        ervaringsdeskundige_id uuid not null references ervaringsdeskundigen on delete cascade,
        kind text not null check (kind in ('EMPLOYEE', 'COUNCIL_MEMBER', 'BOARD_MEMBER', 'CONTRACTOR')),
        organisation_id uuid references organisations,
        municipality_id uuid references municipalities,
        period daterange not null check (not isempty(period) and not lower_inf(period)),
        check (num_nonnulls(organisation_id, municipality_id) = 1)
      );
      create index on incompatibilities (ervaringsdeskundige_id);
      create index on incompatibilities (organisation_id);
      create index on incompatibilities (municipality_id);

      -- Append-only: what a person agreed to, or took back, in which words, how, and who wrote it down.
      create table consents (
        id uuid primary key,
        person_id uuid not null references people,
        purpose text not null check (purpose in ('FINDABLE')),
        given boolean not null,
        -- COUNTRY holds REGION in it
        scopes text[] not null check (scopes <@ array['REGION', 'COUNTRY', 'PARTNER_APPS']),
        -- its last day
        until date,
        text_version text not null,
        language text not null check (language in ('nl', 'en')),
        channel text not null check (channel in ('ONLINE', 'PAPER', 'PHONE', 'IN_PERSON')),
        account_id uuid references accounts,
        recorded_at timestamptz not null,
        check (given = (until is not null)),
        check (given = (scopes && array['REGION', 'COUNTRY']))
      );
      create index on consents (person_id, purpose, recorded_at desc, id desc);

      create or replace function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name;
      end $$;
      create trigger append_only before update or delete on consents
        for each row execute function refuse_change();
      create trigger append_only_truncate before truncate on consents
        for each statement execute function refuse_change();

      -- the newest entry of the ledger is what holds
      create function consents_make_findable() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update ervaringsdeskundigen e set
          findable_until = c.until,
          findable_country = c.given and 'COUNTRY' = any (c.scopes),
          findable_partners = c.given and 'PARTNER_APPS' = any (c.scopes)
        from (select * from consents where person_id = new.person_id and purpose = 'FINDABLE'
          order by recorded_at desc, id desc limit 1) c
        where e.person_id = new.person_id;
        return null;
      end $$;
      create trigger make_findable after insert on consents
        for each row execute function consents_make_findable();

      -- A home region is asked for by its own name and by those of the regions above it.
      create function traits_of_profile(ervaringsdeskundigen) returns bit(512) language sql as $$
        with recursive above as (
          select id, parent_id from regions where id = $1.region_id
          union all select r.id, r.parent_id from regions r join above a on r.id = a.parent_id
        )
        select bits_of(array(
          select trait_of('THEME', t.theme_id::text) from ervaringsdeskundige_themes t where t.ervaringsdeskundige_id = $1.id
          union select trait_of('DOMAIN', value) from unnest($1.domains) value
          union select trait_of('LEVEL', value) from unnest($1.levels) value
          union select trait_of('LANGUAGE', value) from unnest($1.languages) value
          union select trait_of('DAY_PART', value) from unnest($1.day_parts) value
          union select trait_of('SILENT', 'DOMAIN') where $1.domains = '{}'
          union select trait_of('SILENT', 'LEVEL') where $1.levels = '{}'
          union select trait_of('SILENT', 'DAY_PART') where $1.day_parts = '{}'
          union select trait_of('SILENT', 'THEME')
            where not exists (select from ervaringsdeskundige_themes t where t.ervaringsdeskundige_id = $1.id)
          union select trait_of('REGION', id::text) from above))
      $$;
      create function ervaringsdeskundigen_derive() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if tg_op = 'INSERT' then
          new.region_id := (select p.region_id from people p where p.id = new.person_id);
          new.engaged_bodies := '{}';
          new.asked_on := null;
          new.seat_begins := null;
          new.seat_ends := null;
          new.trained := null;
          new.trained_until := null;
          -- nobody is made findable but by the ledger
          select c.until, c.given and 'COUNTRY' = any (c.scopes), c.given and 'PARTNER_APPS' = any (c.scopes)
            into new.findable_until, new.findable_country, new.findable_partners
            from consents c where c.person_id = new.person_id and c.purpose = 'FINDABLE'
            order by c.recorded_at desc, c.id desc limit 1;
          new.findable_country := coalesce(new.findable_country, false);
          new.findable_partners := coalesce(new.findable_partners, false);
        end if;
        new.traits := traits_of_profile(new);
        return new;
      end $$;
      create trigger derive before insert or update of region_id, domains, levels, languages, day_parts
        on ervaringsdeskundigen for each row execute function ervaringsdeskundigen_derive();

      create function ervaringsdeskundigen_follow() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if tg_table_name = 'people' then
          update ervaringsdeskundigen set region_id = new.region_id where person_id = new.id;
        else
          -- sets what is derived anew
          update ervaringsdeskundigen set domains = domains
          where id = (coalesce(to_jsonb(new), to_jsonb(old)) ->> 'ervaringsdeskundige_id')::uuid;
        end if;
        return null;
      end $$;
      create trigger follow_home after update of region_id on people
        for each row when (new.region_id is distinct from old.region_id) execute function ervaringsdeskundigen_follow();
      create trigger follow_themes after insert or delete on ervaringsdeskundige_themes
        for each row execute function ervaringsdeskundigen_follow();

      create function title_number(title_norm text) returns bigint language sql immutable
        return hashtextextended(title_norm, 0);
      create function ervaringsdeskundigen_learn() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      declare learned uuid := coalesce(new.ervaringsdeskundige_id, old.ervaringsdeskundige_id);
      begin
        -- who writes another training of theirs at the same time waits, and then sees this one
        perform from ervaringsdeskundigen where id = learned for no key update;
        update ervaringsdeskundigen e set (trained, trained_until) = (
          select array_agg(title order by title), array_agg(until order by title) from trainings_of_profile(learned))
        where e.id = learned;
        return null;
      end $$;
      create function trainings_of_profile(uuid) returns table (title bigint, until date) language sql stable as $$
        select title_number(title_norm), max(coalesce(valid_until, 'infinity'))
        from trainings where ervaringsdeskundige_id = $1 group by title_norm
      $$;
      create trigger learn after insert or update or delete on trainings
        for each row execute function ervaringsdeskundigen_learn();

      -- VALID, RENEWAL_WINDOW in its last three months, EXPIRED after its last day
      create function training_state(valid_until date, on_day date) returns text language sql immutable
        return case when valid_until < on_day then 'EXPIRED'
          when valid_until < on_day + interval '3 months' then 'RENEWAL_WINDOW' else 'VALID' end;
    `);
    await protect(db, [
      {
        table: 'ervaringsdeskundigen',
        // the national office has no other purpose with them than who seeks
        national: `${SIGNED_IN} and (${FINDABLE} or region_id = any (${REGIONS}) or person_id = ${PERSON})`,
        regional: `region_id = any (${REGIONS}) or ${FINDABLE} and (findable_country or region_id = any (${SEEKS}))
          or engaged_bodies && ${BODIES}`,
        personal: `${FINDABLE} and (findable_country and ${SEEKING} or region_id = any (${SEEKS}))
          or region_id = any (${REGIONS}) or person_id = ${PERSON} or engaged_bodies && ${BODIES}`,
        writes: {
          // the region is that of the person by then; people themselves are seen by way of profiles
          insert: `person_id = ${PERSON} or region_id = any (${REGIONS})`,
          update: `person_id = ${PERSON} or region_id = any (${REGIONS})`,
        },
        updates: `version, domains, levels, brings_others_experience, brings_others_basis, brings_others_on,
          connects_with_professionals, connects_basis, connects_on, hours_per_month, day_parts, meeting_forms, languages,
          participation_forms, max_seats, compensation, paused`,
      },
      {
        table: 'ervaringsdeskundige_themes',
        ...PART_OF_PROFILE,
        writes: { insert: OWN_PROFILE_MANAGED, delete: OWN_PROFILE_MANAGED },
      },
      {
        table: 'trainings',
        ...PART_OF_PROFILE,
        // what a parent has learned, the coordinator has seen the proof of
        writes: { insert: PROFILE_IN_REGION, update: PROFILE_IN_REGION, delete: PROFILE_IN_REGION },
      },
      {
        table: 'incompatibilities',
        national: OWN_PROFILE_MANAGED,
        regional: OWN_PROFILE_MANAGED,
        personal: OWN_PROFILE_MANAGED,
        writes: { insert: OWN_PROFILE_MANAGED, update: OWN_PROFILE_MANAGED, delete: OWN_PROFILE_MANAGED },
      },
      {
        table: 'consents',
        national: `person_id = ${PERSON} or ${PERSON_MANAGED}`,
        regional: PERSON_MANAGED,
        personal: `person_id = ${PERSON} or ${PERSON_MANAGED}`,
        writes: { insert: `account_id = ${ACCOUNT} and (person_id = ${PERSON} or ${PERSON_MANAGED})` },
      },
      // where and in what language somebody may be found is not told by what there is to have either
      { table: 'traits', national: THEMES, regional: THEMES, personal: THEMES },
    ]);
    await allowSystem(
      db,
      [
        'ervaringsdeskundigen',
        'ervaringsdeskundige_themes',
        'trainings',
        'incompatibilities',
        'consents',
        'traits',
      ],
      ['select'],
    );
    await db.query(`
      revoke execute on function trait_of, traits_of_profile, consents_make_findable, ervaringsdeskundigen_derive,
        ervaringsdeskundigen_follow, ervaringsdeskundigen_learn, trainings_of_profile from public;

      -- Whoever this viewer may seek, with what they are weighed by. It reads as the owner: the row-level rules of the
      -- table look at columns that its index has not, so this says again which of them are about seeking.
      create view findable_profiles with (security_barrier) as
        select id, for_seats, findable_in, traits, brings_others_experience, connects_with_professionals, paused,
          max_seats, seat_begins, seat_ends, asked_on, trained, trained_until
        from ervaringsdeskundigen
        where ${FINDABLE} and findable_in = any (
          (select case when ids <> '{}' then ids || ${EVERYWHERE} end from viewer_uuids('app.seeks') ids)::uuid[]);
      grant select on findable_profiles to ${SERVICE};
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger follow_home on people;
      drop table consents, incompatibilities, trainings, ervaringsdeskundige_themes, ervaringsdeskundigen, traits cascade;
      drop function ervaringsdeskundigen_learn, trainings_of_profile, title_number, ervaringsdeskundigen_follow, ervaringsdeskundigen_derive, consents_make_findable, trait_of, bits_of,
        training_state;
    `);
  }
}
