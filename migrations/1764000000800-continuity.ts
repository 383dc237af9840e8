import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  allowSystem,
  IN_REGION,
  NETWORK_MANAGED,
  NETWORK_REACH,
  NETWORK_SEEN,
  OF_NETWORK,
  OUTLINES,
  PERSON,
  protect,
  SERVICE,
  SIGNED_IN,
  SUPPORTED,
} from './row-level-rules.js';

const KEPT = `${IN_REGION} or ${SUPPORTED}`;
const MAY_SET = `${IN_REGION} or ${NETWORK_MANAGED} or current_user = 'okn_national' and ${SIGNED_IN}
  and exists (select from regions r where r.id = region_id and r.kind = 'LAND')`;

/**
 * How safe each network is: thresholds, the assessment that is kept of it, and which networks a write made stale.
 * What an assessment looks at comes from one function, `continuity_facts`; the rule itself is in the code.
 */
export class Continuity1764000000800 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- null: as the region above says, and in the end as thresholds_of() does
      create table continuity_thresholds (
        id uuid primary key,
        region_id uuid unique references regions,
        oudernetwerk_id uuid unique references oudernetwerken,
        tenure_guideline_months integer check (tenure_guideline_months between 1 and 240),
        term_limit_months integer check (term_limit_months between 1 and 240),
        ends_soon_months integer check (ends_soon_months between 1 and 36),
        leave_together_days integer check (leave_together_days between 1 and 365),
        support_ending_months integer check (support_ending_months between 1 and 36),
        inactive_days integer check (inactive_days between 1 and 730),
        most_roles integer check (most_roles between 1 and 50),
        tie_confirmed_months integer check (tie_confirmed_months between 1 and 60),
        lead_months integer check (lead_months between 1 and 36),
        check ((region_id is null) <> (oudernetwerk_id is null))
      );

      -- What counts for a network, or for a region where no network is given: the network's own, else those of its
      -- region, else of the regions above it, else the defaults of the domain. No term limit unless somebody set one.
      create function thresholds_of(region uuid, network uuid) returns jsonb
        language sql stable as $$
        with recursive above as (
          select id, parent_id, 1 as step from regions where id = region
          union all
          select r.id, r.parent_id, step + 1 from regions r join above a on r.id = a.parent_id
        ),
        layers as (
          select 0 as step, t.* from continuity_thresholds t where t.oudernetwerk_id = network
          union all
          select a.step, t.* from continuity_thresholds t join above a on a.id = t.region_id
        )
        select jsonb_build_object(
          'tenureGuidelineMonths', coalesce((array_agg(tenure_guideline_months order by step)
            filter (where tenure_guideline_months is not null))[1], 36),
          'termLimitMonths', (array_agg(term_limit_months order by step) filter (where term_limit_months is not null))[1],
          'endsSoonMonths', coalesce((array_agg(ends_soon_months order by step)
            filter (where ends_soon_months is not null))[1], 12),
          'leaveTogetherDays', coalesce((array_agg(leave_together_days order by step)
            filter (where leave_together_days is not null))[1], 90),
          'supportEndingMonths', coalesce((array_agg(support_ending_months order by step)
            filter (where support_ending_months is not null))[1], 6),
          'inactiveDays', coalesce((array_agg(inactive_days order by step) filter (where inactive_days is not null))[1], 120),
          'mostRoles', coalesce((array_agg(most_roles order by step) filter (where most_roles is not null))[1], 3),
          'tieConfirmedMonths', coalesce((array_agg(tie_confirmed_months order by step)
            filter (where tie_confirmed_months is not null))[1], 12),
          'leadMonths', coalesce((array_agg(lead_months order by step) filter (where lead_months is not null))[1], 9))
        from layers
      $$;

      create table continuities (
        oudernetwerk_id uuid primary key,
        region_id uuid not null,
        band text not null check (band in ('STABLE', 'ATTENTION', 'AT_RISK', 'CRITICAL')),
        -- of the worst finding; 0 without any
        severity integer not null check (severity between 0 and 10),
        secured_until date,
        rule_version integer not null,
        computed_at timestamptz not null,
        -- the day that it is an assessment of
        assessed_on date not null,
        -- the first day on which it would be another one though nothing happened; null: never
        changes_on date,
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id)
          on update cascade on delete cascade
      );
      create index on continuities (changes_on);
      create index on continuities (region_id, severity, oudernetwerk_id);
      create index on continuities (severity, oudernetwerk_id);
      create index on continuities (region_id, (coalesce(secured_until, '0001-01-01')), oudernetwerk_id);
      create index on continuities ((coalesce(secured_until, '0001-01-01')), oudernetwerk_id);

      create table continuity_findings (
        oudernetwerk_id uuid not null references continuities on delete cascade,
        region_id uuid not null,
        code text not null,
        severity integer not null check (severity between 1 and 10),
        since date,
        due_on date,
        message_nl text not null,
        message_en text not null,
        -- [{ "type": GraphQL type, "id": uuid }]
        evidence jsonb not null,
        -- { "code", "nl", "en", "type", "id" }
        action jsonb not null,
        primary key (oudernetwerk_id, code),
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id) on update cascade
      );

      create table expected_ends (
        trekkerschap_id uuid primary key references trekkerschappen on delete cascade,
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        person_id uuid not null references people,
        expected_on date not null,
        earliest date not null,
        latest date not null,
        driver text not null check (driver in
          ('RECORDED', 'PLANNED', 'CHILD_LEAVES_SCHOOL', 'TERM_LIMIT', 'TENURE_GUIDELINE')),
        confidence text not null check (confidence in ('HIGH', 'MEDIUM', 'LOW')),
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id) on update cascade,
        check (earliest <= expected_on and expected_on <= latest)
      );
      create index on expected_ends (oudernetwerk_id);
      create index on expected_ends (region_id, expected_on);
      create index on expected_ends (person_id);

      -- What needs a person now. Urgency puts the worst severity first, and among equals what is due first.
      create table work_items (
        id uuid primary key,
        subject_type text not null,
        subject_id uuid not null unique,
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        band text not null check (band in ('ATTENTION', 'AT_RISK', 'CRITICAL')),
        severity integer not null check (severity between 1 and 10),
        due_on date,
        urgency integer not null generated always as
          (severity * 100000 + coalesce(100000 - least(greatest(due_on - date '2000-01-01', 0), 99999), 0)) stored,
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id)
          on update cascade on delete cascade
      );
      create index on work_items (region_id, urgency desc, id desc);
      create index on work_items (urgency desc, id desc);
      create index on work_items (oudernetwerk_id);

      -- Put off until after a day, or until it gets worse than it was.
      create table work_item_snoozes (
        subject_id uuid primary key,
        subject_type text not null,
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        until date not null,
        reason text not null,
        severity integer not null,
        account_id uuid not null references accounts,
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id)
          on update cascade on delete cascade
      );

      -- Networks whose assessment a write has made void; whoever wrote renews them before it commits.
      create table stale_networks (
        oudernetwerk_id uuid not null references oudernetwerken on delete cascade,
        xact xid8 not null default pg_current_xact_id()
      );
      create index on stale_networks (xact);

      create function networks_of_person(uuid) returns setof uuid language sql stable as $$
        select oudernetwerk_id from trekkerschappen where person_id = $1
        union select id from oudernetwerken where contact_person_id = $1
        union select oudernetwerk_id from successor_candidates where person_id = $1 and ended_on is null
      $$;

      -- Called with the names of columns that say of whom the row is. Whoever changes what is known of a person and
      -- whoever gives that person a part in a network take turns: else each would judge the network without what the
      -- other one wrote.
      create function mark_stale() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        was jsonb := to_jsonb(old);
        is_now jsonb := to_jsonb(new);
        kind text;
      begin
        foreach kind in array tg_argv loop
          if kind in ('person_id', 'contact_person_id') then
            perform from people where id in ((was ->> kind)::uuid, (is_now ->> kind)::uuid)
              order by id for no key update;
          end if;
          insert into stale_networks (oudernetwerk_id)
          select distinct n.id
          from (select (was ->> kind)::uuid union select (is_now ->> kind)::uuid) changed (id)
          cross join lateral (
            select changed.id where kind in ('oudernetwerk_id', 'id') and changed.id is not null
            union all select networks_of_person(changed.id) where kind = 'person_id'
            union all select o.id from oudernetwerken o
              where kind = 'region_id' and o.region_id in (select regions_below(changed.id))
          ) n
          where exists (select from oudernetwerken o where o.id = n.id);
        end loop;
        return null;
      end $$;

      create trigger mark_stale after insert or update of status, sectors, contact_person_id, region_id, active_from,
        last_activity_on on oudernetwerken for each row execute function mark_stale('id', 'contact_person_id');
      create trigger mark_stale after insert or delete or update on trekkerschappen
        for each row execute function mark_stale('oudernetwerk_id', 'person_id');
      create trigger mark_stale after insert or delete or update on memberships
        for each row execute function mark_stale('oudernetwerk_id');
      create trigger mark_stale after insert or delete or update on support_arrangements
        for each row execute function mark_stale('oudernetwerk_id');
      create trigger mark_stale after insert or delete or update on succession_plans
        for each row execute function mark_stale('oudernetwerk_id');
      create trigger mark_stale after insert or delete or update on successor_candidates
        for each row execute function mark_stale('oudernetwerk_id', 'person_id');
      create trigger mark_stale after insert or delete or update on handover_items
        for each row execute function mark_stale('oudernetwerk_id');
      create trigger mark_stale after insert or delete or update on school_ties
        for each row execute function mark_stale('person_id');
      create trigger mark_stale after insert or delete or update on person_contacts
        for each row execute function mark_stale('person_id');
      create trigger mark_stale after insert or delete or update on continuity_thresholds
        for each row execute function mark_stale('oudernetwerk_id', 'region_id');

      -- Everything the rule looks at, of the networks asked for: as known now, and as far as it counts on a day. Only
      -- for who sees a network from inside; the service itself sees all.
      create function continuity_facts(uuid[], date) returns table (oudernetwerk_id uuid, facts jsonb)
        language sql stable security definer set search_path = public, pg_temp rows 50 as $$
        select n.id, jsonb_build_object(
          'id', n.id,
          'regionId', n.region_id,
          'status', n.status,
          'sectors', n.sectors,
          'activeFrom', n.active_from,
          'createdOn', (n.created_at at time zone 'Europe/Amsterdam')::date,
          'lastActivityOn', (select max(held_on) from activities a where a.oudernetwerk_id = n.id and a.held_on <= $2),
          'thresholds', thresholds_of(n.region_id, n.id),
          'contact', (
            select jsonb_build_object(
              'personId', p.id,
              'reachable', exists (select from person_contacts c
                where c.person_id = p.id and (c.email is not null or c.phone is not null)),
              'roles', coalesce((select jsonb_agg(jsonb_build_object('from', lower(r.period), 'until', upper(r.period) - 1))
                from (select period from trekkerschappen where person_id = p.id and oudernetwerk_id = n.id
                  union all select period from memberships where person_id = p.id and oudernetwerk_id = n.id) r), '[]'))
            from people p where p.id = n.contact_person_id),
          'trekkerschappen', coalesce((
            select jsonb_agg(jsonb_build_object('id', t.id, 'personId', t.person_id, 'role', t.role,
              'from', lower(t.period), 'until', upper(t.period) - 1, 'plannedOn', t.planned_end_on) order by lower(t.period), t.id)
            from trekkerschappen t where t.oudernetwerk_id = n.id), '[]'),
          'people', coalesce((
            select jsonb_object_agg(p.id, jsonb_build_object(
              'reachable', exists (select from person_contacts c
                where c.person_id = p.id and (c.email is not null or c.phone is not null)),
              'ties', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'stage', s.stage, 'sector', g.sector,
                  'earliest', s.exit_earliest, 'latest', s.exit_latest, 'confirmedOn', s.confirmed_on,
                  'stated', s.stated_exit is not null) order by s.exit_latest, s.id)
                from school_ties s join school_stages g on g.code = s.stage where s.person_id = p.id), '[]'),
              'leads', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'from', lower(l.period), 'until', upper(l.period) - 1)
                  order by lower(l.period), l.id)
                from trekkerschappen l where l.person_id = p.id), '[]')))
            from people p where p.id in (
              select t.person_id from trekkerschappen t where t.oudernetwerk_id = n.id
              union select c.person_id from successor_candidates c where c.oudernetwerk_id = n.id and c.ended_on is null)), '{}'),
          'support', coalesce((
            select jsonb_agg(jsonb_build_object('id', s.id, 'from', lower(s.period), 'until', upper(s.period) - 1)
              order by lower(s.period), s.id)
            from support_arrangements s where s.oudernetwerk_id = n.id), '[]'),
          'plans', coalesce((
            select jsonb_agg(jsonb_build_object('id', p.id, 'trekkerschapId', p.trekkerschap_id, 'targetOn', p.target_on,
              'openedFor', p.opened_for, 'closedOn', p.closed_on,
              'candidates', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'personId', c.person_id, 'stage', c.stage)
                  order by c.rank, c.id)
                from successor_candidates c where c.plan_id = p.id and c.ended_on is null), '[]'),
              'items', coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'dueOn', i.due_on, 'doneOn', i.done_on)
                  order by i.position, i.id)
                from handover_items i where i.plan_id = p.id), '[]')) order by p.opened_on, p.id)
            from succession_plans p where p.oudernetwerk_id = n.id), '[]'))
        from oudernetwerken n
        where n.id = any ($1) and viewer_uuid('app.account') is not null
          and (current_setting('app.reach', true) in ('national', 'system')
            or n.region_id = any (viewer_uuids('app.regions'))
            or n.id = any (viewer_uuids('app.led') || viewer_uuids('app.supported')))
      $$;
    `);
    await protect(db, [
      {
        table: 'continuity_thresholds',
        regional: `${SIGNED_IN} and (region_id is not null or ${NETWORK_SEEN})`,
        personal: `${SIGNED_IN} and (region_id is not null or ${NETWORK_SEEN})`,
        // the national office sets those of the country
        writes: { insert: MAY_SET, update: MAY_SET },
      },
      // of the network, not of the parents in it; but who only sees its outline does not see how it is doing
      { table: 'continuities', ...OF_NETWORK },
      { table: 'continuity_findings', ...OF_NETWORK },
      {
        table: 'expected_ends',
        regional: IN_REGION,
        personal: `${NETWORK_REACH} or person_id = ${PERSON} and oudernetwerk_id = any (${OUTLINES})`,
      },
      { table: 'work_items', ...OF_NETWORK },
      {
        table: 'work_item_snoozes',
        ...OF_NETWORK,
        writes: { insert: KEPT, update: KEPT, delete: KEPT },
      },
      { table: 'stale_networks', national: 'false', regional: 'false', personal: 'false' },
    ]);
    await allowSystem(
      db,
      ['continuities', 'continuity_findings', 'expected_ends', 'work_items', 'stale_networks'],
      ['select', 'insert', 'update', 'delete'],
    );
    await allowSystem(db, ['continuity_thresholds', 'work_item_snoozes'], ['select']);
    await allowSystem(db, ['work_item_snoozes'], ['delete']);
    await db.query(`
      revoke execute on function mark_stale, continuity_facts from public;
      grant execute on function continuity_facts to ${SERVICE}, okn_system;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function continuity_facts;
      drop function mark_stale cascade;
      drop function networks_of_person;
      drop table stale_networks, work_item_snoozes, work_items, expected_ends, continuity_findings, continuities;
      drop function thresholds_of;
      drop table continuity_thresholds;
    `);
  }
}
