import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  allowSystem,
  BODIES,
  IN_REGION,
  PERSON,
  PROFILE_SEEN,
  protect,
  REGIONS,
  type Rule,
  SECRETARIAT,
  SERVICE,
  SIGNED_IN,
  TODAY,
} from './row-level-rules.js';

/** The region's coordinator, and the body's secretary. */
const FILLED = `${IN_REGION} or body_id = any (${BODIES})`;
const OF_BODY = { regional: IN_REGION, personal: FILLED };

const PERSON_BEFORE = `region_ids && ${REGIONS} or id = ${PERSON}
  or exists (select from trekkerschappen t where t.person_id = people.id)
  or exists (select from memberships m where m.person_id = people.id)
  or exists (select from successor_candidates c where c.person_id = people.id)`;
const DETAILS_BEFORE = `exists (select from people p where p.id = person_id)`;
const CONTACT_BEFORE = `person_id = ${PERSON} or exists (select from people p where p.id = person_id and p.region_ids && ${REGIONS})`;

/** Who said yes, or sits: known by name to the secretary whose question it was, until that is over. */
const revealed = (person: string) => `exists (select from seat_appointments a where a.person_id = ${person}
    and a.body_id = any (${BODIES}) and (upper_inf(a.period) or upper(a.period) > ${TODAY}))
  or exists (select from seat_invitations q where q.person_id = ${person} and q.body_id = any (${BODIES}) and q.status = 'ACCEPTED')`;

const RULES: readonly Rule[] = [
  {
    table: 'advisory_bodies',
    regional: `${IN_REGION} or region_ids && ${REGIONS}`,
    personal: `${IN_REGION} or region_ids && ${REGIONS} or id = any (${BODIES})
      or exists (select from seat_appointments a where a.body_id = advisory_bodies.id and a.person_id = ${PERSON})
      or exists (select from seat_invitations q where q.body_id = advisory_bodies.id and q.person_id = ${PERSON})`,
    writes: { insert: IN_REGION, update: IN_REGION },
  },
  ...['advisory_body_regions', 'advisory_body_organisations'].map((table): Rule => {
    const seen = 'exists (select from advisory_bodies b where b.id = body_id)';
    const managed = `exists (select from advisory_bodies b where b.id = body_id and b.region_id = any (${REGIONS}))`;
    return { table, regional: seen, personal: seen, writes: { insert: managed, delete: managed } };
  }),
  {
    table: 'advisory_seats',
    regional: IN_REGION,
    personal: `${FILLED}
      or exists (select from seat_appointments a where a.seat_id = advisory_seats.id and a.person_id = ${PERSON})
      or exists (select from seat_invitations q where q.seat_id = advisory_seats.id and q.person_id = ${PERSON})`,
    writes: { insert: FILLED, update: FILLED },
  },
  {
    table: 'seat_requirements',
    regional: IN_REGION,
    personal: `exists (select from advisory_seats s where s.id = seat_id)`,
    writes: { insert: FILLED, delete: FILLED },
  },
  {
    table: 'seat_appointments',
    ...OF_BODY,
    personal: `${FILLED} or person_id = ${PERSON}`,
    // an appointment tells who fills the seat how to reach the person: not somebody they do not know
    writes: { insert: `(${FILLED}) and person_seen(person_id)`, update: FILLED, delete: FILLED },
    updates:
      'version, period, latest_end, term_number, nominated_by_id, end_reason, replaces_id, invitation_id',
  },
  {
    table: 'seat_invitations',
    national: `${SIGNED_IN} and (${PROFILE_SEEN} or person_id = ${PERSON})`,
    // who may not be found any more is not found by an old question either
    regional: `person_region_id = any (${REGIONS}) or ${IN_REGION} and ${PROFILE_SEEN}`,
    personal: `person_id = ${PERSON} or person_region_id = any (${REGIONS}) or (${FILLED}) and ${PROFILE_SEEN}`,
    writes: {
      insert: `(${FILLED}) and status = 'ASKED' and ${PROFILE_SEEN}`,
      update: `${FILLED} or person_id = ${PERSON}`,
    },
    updates: `version, status, answered_on, answered_by, closed_on, withdrawn_because, decline_kind, decline_reason`,
  },
  {
    table: 'person_access_log',
    national: `person_id = ${PERSON} or person_region_id = any (${REGIONS})`,
    regional: `person_region_id = any (${REGIONS})`,
    personal: `person_id = ${PERSON} or person_region_id = any (${REGIONS})`,
  },
];

/** Bodies with their seats, who sits in them, who was asked for them, and who saw whose name because of that. */
export class Advisory1764000001100 implements MigrationInterface {
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

      create function advisory_bodies_regions() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if tg_table_name = 'advisory_bodies' then
          new.region_ids := array(select new.region_id union select r.region_id from advisory_body_regions r where r.body_id = new.id);
          return new;
        end if;
        update advisory_bodies set region_id = region_id
        where id = (coalesce(to_jsonb(new), to_jsonb(old)) ->> 'body_id')::uuid;
        return null;
      end $$;
      create trigger regions before insert or update of region_id on advisory_bodies
        for each row execute function advisory_bodies_regions();
      create trigger regions after insert or delete on advisory_body_regions
        for each row execute function advisory_bodies_regions();

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
      create function seat_requirements_trait() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if new.kind <> 'TRAINING' then new.trait := trait_of(new.kind, new.value); end if;
        return new;
      end $$;
      create trigger trait before insert on seat_requirements for each row execute function seat_requirements_trait();

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
        proposed_by uuid not null references accounts,
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
      create index seat_invitations_waiting on seat_invitations (expires_on) where status = 'ASKED';
      -- who said yes is known in the region of the body, as who has a role there
      create trigger follow_role after insert or update of status on seat_invitations
        for each row when (new.status = 'ACCEPTED') execute function people_follow_role();
      -- and is not any more when they take that back, unless they have a role there
      create function people_forget_yes() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update people p set region_ids = array_remove(region_ids, old.region_id)
        where p.id = old.person_id and p.region_id <> old.region_id and not exists (
          select from (select person_id, region_id from trekkerschappen
            union all select person_id, region_id from memberships
            union all select person_id, region_id from successor_candidates
            union all select person_id, region_id from seat_appointments
            union all select person_id, region_id from seat_invitations where status = 'ACCEPTED') r
          where r.person_id = p.id and r.region_id = old.region_id);
        return null;
      end $$;
      create trigger forget_yes after update of status on seat_invitations
        for each row when (old.status = 'ACCEPTED' and new.status not in ('ACCEPTED', 'APPOINTED'))
        execute function people_forget_yes();
      -- Whoever else may change a question: only the parent answers it, or the service for who has their link.
      create function seat_invitations_answer() returns trigger language plpgsql as $$
      begin
        if current_user = any (array['okn_national', 'okn_regional', 'okn_personal'])
          and viewer_uuid('app.person') is distinct from new.person_id then
          raise exception 'a question is answered by who was asked' using errcode = '42501';
        end if;
        return new;
      end $$;
      create trigger answer before update of status on seat_invitations
        for each row when (new.status in ('ACCEPTED', 'DECLINED') and new.status <> old.status)
        execute function seat_invitations_answer();
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
      create trigger follow_role after insert or update of region_id on seat_appointments
        for each row execute function people_follow_role();

      -- A function, so that the policies of people may look at appointments, and those of appointments at people.
      create function person_seen(uuid) returns boolean language sql stable return exists (select from people where id = $1);

      -- who was told whose name, how to reach them, and why: the parent's to see
      create table person_access_log (
        id uuid primary key,
        person_id uuid not null references people,
        person_region_id uuid not null references regions,
        happened_at timestamptz not null,
        what text not null check (what in ('NAME_AND_CONTACT', 'NAME_EXPORTED')),
        why text not null check (why in ('INVITATION_ACCEPTED', 'RETIREMENT_SCHEDULE')),
        account_id uuid references accounts,
        body_id uuid references advisory_bodies,
        invitation_id uuid references seat_invitations
      );
      create index on person_access_log (person_id, happened_at desc, id desc);
      create trigger append_only before update or delete on person_access_log
        for each row execute function refuse_change();
      create trigger append_only_truncate before truncate on person_access_log
        for each statement execute function refuse_change();

      -- What a profile carries of seats and questions, so that seeking needs to look at nothing else.
      create function ervaringsdeskundigen_seats() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      declare persons uuid[] := array[(to_jsonb(old) ->> 'person_id')::uuid, (to_jsonb(new) ->> 'person_id')::uuid];
      begin
        -- who writes another seat or question of theirs at the same time waits, and then sees this one
        perform from ervaringsdeskundigen e where e.person_id = any (persons) for no key update;
        update ervaringsdeskundigen e set
          seat_begins = (select array_agg(lower(a.period) order by lower(a.period)) from seat_appointments a
            where a.person_id = e.person_id),
          seat_ends = (select array_agg(upper(a.period) order by upper(a.period)) from seat_appointments a
            where a.person_id = e.person_id and not upper_inf(a.period)),
          asked_on = (select array_agg(q.asked_on order by q.asked_on) from seat_invitations q where q.person_id = e.person_id),
          engaged_bodies = array(select distinct q.body_id from seat_invitations q
            where q.person_id = e.person_id and q.status = 'ACCEPTED')
        where e.person_id = any (persons);
        return null;
      end $$;
      create trigger seats after insert or delete or update of period on seat_appointments
        for each row execute function ervaringsdeskundigen_seats();
      create trigger seats after insert or delete or update of status on seat_invitations
        for each row execute function ervaringsdeskundigen_seats();
      create trigger seats after insert on ervaringsdeskundigen
        for each row execute function ervaringsdeskundigen_seats();

      -- What is said of a seat is said to whoever sees it, whether or not they see who holds it: these look at all rows.

      -- Where a seat is on a day.
      create function seat_status(seat advisory_seats, on_day date) returns text
        language sql stable security definer set search_path = public, pg_temp as $$
        select case
          when viewer_uuid('app.account') is null then null
          when seat.opened_on > $2 then 'FUTURE'
          when seat.abolished_on <= $2 then 'ABOLISHED'
          else coalesce((select case
              when a.latest_end < $2 then 'CARRY_OVER'
              when least(upper(a.period) - 1, a.latest_end) < $2 + make_interval(months => b.ends_soon_months)
                and not exists (select from seat_appointments n where n.seat_id = $1.id
                  and n.period @> least(upper(a.period) - 1, a.latest_end) + 1 and n.id <> a.id) then 'ENDS_SOON'
              else 'FILLED' end
            from seat_appointments a join advisory_bodies b on b.id = a.body_id
            where a.seat_id = $1.id and a.period @> $2), 'VACANT') end
      $$;
      -- Since when nobody holds a seat that is vacant on a day; null when it is not.
      create function seat_vacant_since(seat advisory_seats, on_day date) returns date
        language sql stable security definer set search_path = public, pg_temp as $$
        select case when viewer_uuid('app.account') is not null
            and seat.opened_on <= $2 and (seat.abolished_on is null or seat.abolished_on > $2)
            and not exists (select from seat_appointments a where a.seat_id = $1.id and a.period @> $2)
          then greatest(seat.opened_on, (select max(upper(a.period)) from seat_appointments a
            where a.seat_id = $1.id and upper(a.period) <= $2)) end
      $$;
      -- Why who holds a seat cannot be appointed for another term after this one; null when they can.
      create function reappointment_hindrance(appointment seat_appointments) returns text
        language sql stable security definer set search_path = public, pg_temp as $$
        select case
          when s.abolished_on <= $1.latest_end + 1 then 'SEAT_ABOLISHED'
          when $1.end_reason not in ('TERM_COMPLETED', 'REAPPOINTED', 'REPLACED', 'SEAT_ABOLISHED') then 'LEFT'
          when exists (select from seat_appointments n where n.seat_id = s.id and n.period >> $1.period) then 'FOLLOWED'
          when $1.term_number >= b.max_consecutive_terms then 'TERM_LIMIT' end
        from advisory_seats s join advisory_bodies b on b.id = s.body_id
        where s.id = $1.seat_id and viewer_uuid('app.account') is not null
          and (current_setting('app.reach', true) in ('national', 'system')
            or s.region_id = any (viewer_uuids('app.regions'))
            or s.body_id = any (viewer_uuids('app.bodies'))
            or exists (select from seat_appointments own where own.id = $1.id and own.person_id = viewer_uuid('app.person')))
      $$;

      alter table account_roles add column body_id uuid references advisory_bodies;
      alter table account_roles add check (body_id is null or role = 'SECRETARY');

      create or replace function viewer_of(text, text, date) returns jsonb
        language sql stable security definer set search_path = public, pg_temp as $$
        with recursive account as (select * from accounts where issuer = $1 and subject = $2),
        roles as (
          select r.* from account_roles r join account a on a.id = r.account_id where r.period @> $3
        ),
        below as (
          select region_id as id from roles where role = 'COORDINATOR'
          union
          select r.id from regions r join below b on r.parent_id = b.id
        ),
        -- a secretary is one of all bodies of the region and below, or of a given one
        secretariat as (
          select region_id as id from roles where role = 'SECRETARY' and body_id is null
          union
          select r.id from regions r join secretariat s on r.parent_id = s.id
        ),
        bodies as (
          select b.id from advisory_bodies b where b.region_id in (select id from secretariat union select id from below)
          union
          select body_id from roles where body_id is not null
        ),
        seeks as (
          select id from below
          union select id from secretariat
          union select unnest(b.region_ids) from advisory_bodies b where b.id in (select id from bodies)
          union
          select r.id from regions r join seeks s on r.parent_id = s.id
        ),
        led as (
          select t.oudernetwerk_id as id from trekkerschappen t join account a on a.person_id = t.person_id
          join oudernetwerken n on n.id = t.oudernetwerk_id and n.status <> 'ENDED'
          where t.period @> $3
        ),
        supported as (
          select s.oudernetwerk_id as id from support_arrangements s join roles r on r.organisation_id = s.organisation_id
          where r.role = 'SUPPORTER' and s.period @> $3
        ),
        own as (
          select t.oudernetwerk_id as id from trekkerschappen t join account a on a.person_id = t.person_id
          union
          select m.oudernetwerk_id from memberships m join account a on a.person_id = m.person_id
        )
        select jsonb_build_object(
          'accountId', a.id, 'locale', a.locale, 'personId', a.person_id,
          'roles', coalesce((select jsonb_agg(jsonb_build_object('kind', role, 'regionId', region_id,
            'organisationId', organisation_id) order by role, id) from roles), '[]'),
          'regions', coalesce((select jsonb_agg(id order by id) from below), '[]'),
          'led', coalesce((select jsonb_agg(distinct id) from led), '[]'),
          'supported', coalesce((select jsonb_agg(distinct id) from supported), '[]'),
          'outlines', coalesce((select jsonb_agg(id order by id) from own), '[]'),
          'bodies', coalesce((select jsonb_agg(id order by id) from bodies), '[]'),
          'secretariat', coalesce((select jsonb_agg(id order by id) from secretariat), '[]'),
          'seeks', coalesce((select jsonb_agg(id order by id) from seeks), '[]'))
        from account a
      $$;
    `);
    await protect(db, RULES);
    await db.query(`
      alter policy personal on people using (${PERSON_BEFORE}
        or exists (select from seat_appointments a where a.person_id = people.id)
        or exists (select from seat_invitations q where q.person_id = people.id and q.status = 'ACCEPTED'));
      alter policy personal on person_details using (person_id = ${PERSON} or region_ids && ${REGIONS}
        or exists (select from trekkerschappen t where t.person_id = person_details.person_id)
        or exists (select from memberships m where m.person_id = person_details.person_id)
        or exists (select from successor_candidates c where c.person_id = person_details.person_id)
        or ${revealed('person_details.person_id')});
      alter policy personal on person_contacts using (${CONTACT_BEFORE} or ${revealed('person_contacts.person_id')});
      alter policy personal on oudernetwerken using (${IN_REGION} or id = any ((select viewer_uuids('app.outlines'))::uuid[])
        or region_id = any (${SECRETARIAT}));
    `);
    await allowSystem(
      db,
      [
        'advisory_bodies',
        'advisory_body_regions',
        'advisory_body_organisations',
        'advisory_seats',
        'seat_requirements',
        'seat_appointments',
        'seat_invitations',
      ],
      ['select'],
    );
    await allowSystem(db, ['seat_invitations'], ['update']);
    await allowSystem(db, ['person_access_log'], ['select', 'insert']);
    await db.query(`
      revoke execute on function seat_requirements_trait, ervaringsdeskundigen_seats, advisory_bodies_regions,
        people_forget_yes, seat_status, seat_vacant_since, reappointment_hindrance from public;
      grant execute on function seat_status, seat_vacant_since, reappointment_hindrance, training_state, bits_of to ${SERVICE}, okn_system;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter policy personal on people using (${PERSON_BEFORE});
      alter policy personal on person_details using (${DETAILS_BEFORE});
      alter policy personal on person_contacts using (${CONTACT_BEFORE});
      alter policy personal on oudernetwerken using (${IN_REGION} or id = any ((select viewer_uuids('app.outlines'))::uuid[]));
      alter table account_roles drop column body_id;
      drop trigger seats on ervaringsdeskundigen;
      drop table person_access_log, seat_appointments, seat_invitations, seat_requirements, advisory_seats,
        advisory_body_organisations, advisory_body_regions, advisory_bodies cascade;
      drop function ervaringsdeskundigen_seats, seat_requirements_trait, advisory_bodies_regions, people_forget_yes,
        seat_invitations_answer, person_seen;
    `);
  }
}
