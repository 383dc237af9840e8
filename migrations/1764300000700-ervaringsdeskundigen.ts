import type { QueryRunner } from 'typeorm';

/** Ervaringsdeskundigen, and the ledger of what they consented to. */
export class Ervaringsdeskundigen1764300000700 {
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
          then '00000000-0000-0000-0000-000000000000'::uuid else region_id end) stored,
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
        unique (id, person_id),
        unique (id, region_id)
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

      -- what stands in the way of some seats: never shown to whoever seeks
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

      -- Append-only: what a person agreed to, or took back, in which words, how, and by whose account.
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
    `);
  }
}
