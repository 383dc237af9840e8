import type { QueryRunner } from 'typeorm';

/** Bodies with their seats, who sits in them, who was asked for them, and who saw whose name because of that. */
export class Advisory1764300000800 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table advisory_bodies (
        id uuid primary key,
        version integer not null default 1,
        name text not null,
        search_name text not null generated always as (fold(name)) stored,
        sort_name text collate "C" not null generated always as (fold(name)) stored,
        kind text not null check (kind in ('ADVIESRAAD', 'BELEIDSTAFEL', 'OPR', 'CLIENTENRAAD', 'OUDERRAAD',
          'KLANKBORDGROEP', 'NETWERKGROEP')),
        region_id uuid not null references regions,
        -- the owning region and every further one
        region_ids uuid[] not null,
        purpose text,
        level text not null check (level in ('KIND', 'UITVOERING', 'BELEID')),
        domains text[] not null check (domains <@ array['ONDERWIJS', 'ZORG', 'JEUGD'] and cardinality(domains) > 0),
        -- null = in formation
        established_on date,
        -- its first day of not being there any more
        ended_on date,

        -- the rules of its own reglement
        term_months integer not null check (term_months between 1 and 240),
        max_consecutive_terms integer check (max_consecutive_terms between 1 and 20),
        -- months away after which terms are counted anew; 0 = any day in between
        break_months integer not null check (break_months between 0 and 240),
        carry_over boolean not null,
        replacement_serves_remaining boolean not null,
        incompatible_kinds text[] not null
          check (incompatible_kinds <@ array['EMPLOYEE', 'COUNCIL_MEMBER', 'BOARD_MEMBER', 'CONTRACTOR']),
        -- percent of its seats that may leave in one calendar year
        max_leaving_share integer check (max_leaving_share between 1 and 100),
        ends_soon_months integer not null check (ends_soon_months between 1 and 36),
        vacancy_days integer not null check (vacancy_days between 1 and 730),
        unique (id, region_id),
        check (ended_on > established_on)
      );
      create index on advisory_bodies (region_id, sort_name, id);
      create index on advisory_bodies (sort_name, id);
      create index on advisory_bodies using gin (region_ids);
      create index on advisory_bodies using gin (search_name gin_trgm_ops);

      create table advisory_body_regions (
        body_id uuid not null references advisory_bodies,
        region_id uuid not null references regions,
        primary key (body_id, region_id)
      );
      create index on advisory_body_regions (region_id);
      create table advisory_body_organisations (
        body_id uuid not null references advisory_bodies,
        organisation_id uuid not null references organisations,
        primary key (body_id, organisation_id)
      );
      create index on advisory_body_organisations (organisation_id);

      create table advisory_seats (
        id uuid primary key,
        version integer not null default 1,
        body_id uuid not null,
        region_id uuid not null,
        title text not null,
        sort_title text collate "C" not null generated always as (fold(title)) stored,
        constituency text,
        opened_on date not null,
        -- its first day of not being there any more
        abolished_on date check (abolished_on > opened_on),
        foreign key (body_id, region_id) references advisory_bodies (id, region_id) on update cascade,
        unique (id, body_id, region_id)
      );
      create index on advisory_seats (body_id, sort_title, id);
      create index on advisory_seats (region_id, sort_title, id);
      create index on advisory_seats (sort_title, id);

      create table seat_requirements (
        id uuid primary key,
        seat_id uuid not null,
        body_id uuid not null,
        region_id uuid not null,
        kind text not null check (kind in ('THEME', 'DOMAIN', 'LEVEL', 'REGION', 'LANGUAGE', 'DAY_PART', 'TRAINING')),
        strength text not null check (strength in ('HARD', 'PREFERRED')),
        -- a code; the id of a theme or region; a title of a training as it is compared
        value text not null,
        -- a title of a training as it was written
        label text,
        theme_id uuid references themes,
        place_id uuid references regions,
        -- null for a training, which is a matter of days
        trait integer references traits,
        foreign key (seat_id, body_id, region_id) references advisory_seats (id, body_id, region_id)
          on update cascade on delete cascade,
        unique (seat_id, kind, value),
        check ((kind = 'THEME') = (theme_id is not null)),
        check ((kind = 'REGION') = (place_id is not null)),
        check ((kind = 'TRAINING') = (label is not null)),
        check ((kind = 'TRAINING') = (trait is null))
      );
      create index on seat_requirements (seat_id);

      create table seat_invitations (
        id uuid primary key,
        version integer not null default 1,
        seat_id uuid not null,
        body_id uuid not null,
        region_id uuid not null,
        ervaringsdeskundige_id uuid not null,
        person_id uuid not null references people,
        -- the home region of the person, whose coordinator knows of it
        person_region_id uuid not null references regions,
        invited_by uuid not null references accounts,
        -- the network they are in, through which they are asked; null = none
        asked_through uuid references oudernetwerken on delete set null,
        status text not null check (status in ('ASKED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'APPOINTED')),
        asked_on date not null,
        -- the last day to answer
        expires_on date not null check (expires_on >= asked_on),
        answered_on date,
        answered_by text check (answered_by in ('SIGNED_IN', 'LINK')),
        -- the day on which it was withdrawn, or ran out
        closed_on date,
        withdrawn_because text check (withdrawn_because in ('BY_SECRETARY', 'CONSENT_WITHDRAWN', 'SEAT_FILLED', 'SEAT_ABOLISHED',
          'PERSON_WITHDREW')),
        decline_kind text,
        decline_reason text,
        -- what the body writes to the parent
        message text,
        -- why somebody was asked again so soon
        motivation text,
        -- what the secretary saw when they chose, with the rules of that day
        shortlist jsonb not null,
        check ((status in ('ACCEPTED', 'DECLINED', 'APPOINTED')) <= (answered_on is not null)),
        check ((answered_on is null) = (answered_by is null)),
        check ((status = 'DECLINED') = (decline_kind is not null)),
        check ((status = 'WITHDRAWN') = (withdrawn_because is not null)),
        check ((status in ('EXPIRED', 'WITHDRAWN')) = (closed_on is not null)),
        foreign key (ervaringsdeskundige_id, person_id) references ervaringsdeskundigen (id, person_id),
        foreign key (seat_id, body_id, region_id) references advisory_seats (id, body_id, region_id) on update cascade
      );
      create index on seat_invitations (seat_id, asked_on desc, id desc);
      create index on seat_invitations (body_id);
      create index on seat_invitations (person_id, asked_on desc, id desc);
      create index on seat_invitations (person_region_id);
      create index on seat_invitations (ervaringsdeskundige_id);
      create index on seat_invitations (asked_on desc, id desc);
      create index on seat_invitations (expires_on, id);
      create index seat_invitations_waiting on seat_invitations (expires_on) where status = 'ASKED';
      create unique index seat_invitations_once on seat_invitations (seat_id, person_id) where status in ('ASKED', 'ACCEPTED');

      create table seat_appointments (
        id uuid primary key,
        version integer not null default 1,
        seat_id uuid not null,
        body_id uuid not null,
        region_id uuid not null,
        person_id uuid not null references people,
        -- until it ended, or will end; open while its holder may stay on until replaced
        period daterange not null check (not isempty(period) and not lower_inf(period)),
        -- the last day of the term, whatever happens
        latest_end date not null,
        term_number integer not null check (term_number between 1 and 100),
        nominated_by_id uuid references organisations,
        end_reason text check (end_reason in ('TERM_COMPLETED', 'REAPPOINTED', 'REPLACED', 'CHILD_LEFT_SCHOOL', 'PERSONAL', 'MOVED',
          'DECEASED', 'INCOMPATIBLE', 'DISMISSED', 'SEAT_ABOLISHED', 'OTHER')),
        -- whose unfinished term this one serves
        replaces_id uuid references seat_appointments on delete set null,
        invitation_id uuid unique references seat_invitations,
        check (latest_end >= lower(period)),
        check (upper_inf(period) <= (end_reason is null)),
        foreign key (seat_id, body_id, region_id) references advisory_seats (id, body_id, region_id) on update cascade,
        constraint seat_appointments_one_holder exclude using gist (seat_id with =, period with &&),
        constraint seat_appointments_one_seat_each exclude using gist (body_id with =, person_id with =, period with &&)
      );
      create index on seat_appointments (seat_id, (lower(period)) desc, id desc);
      create index on seat_appointments (body_id);
      create index on seat_appointments (person_id, (lower(period)) desc, id desc);
      create index on seat_appointments (region_id);
      create index on seat_appointments (latest_end);

      -- which account was told which name and address, and why: for the parent to see
      create table person_access_log (
        id uuid primary key,
        person_id uuid not null references people,
        person_region_id uuid not null references regions,
        happened_at timestamptz not null,
        what text not null check (what in ('NAME_AND_CONTACT', 'NAME_EXPORTED')),
        why text not null check (why in ('INVITATION_ACCEPTED', 'RETIREMENT_SCHEDULE', 'APPOINTED')),
        account_id uuid references accounts,
        body_id uuid references advisory_bodies,
        invitation_id uuid references seat_invitations
      );
      create index on person_access_log (person_id, happened_at desc, id desc);

      -- a secretary is one of all bodies of the region and below, or of this one
      alter table account_roles add column body_id uuid references advisory_bodies;
      alter table account_roles add check (body_id is null or role = 'SECRETARY');
    `);
  }
}
