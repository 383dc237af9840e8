import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A seat is a role as leading a network is: who carries too many of them is known in every network they lead. */
export class SeatsInContinuity1764000001200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create trigger mark_stale after insert or delete or update of period on seat_appointments
        for each row execute function mark_stale('person_id');

      -- Everything the rule looks at, of the networks asked for: as known now, and as far as it counts on a day. Only
      -- for who sees a network from inside; the service itself sees all.
      create or replace function continuity_facts(uuid[], date) returns table (oudernetwerk_id uuid, facts jsonb)
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
                from trekkerschappen l where l.person_id = p.id), '[]'),
              'seats', coalesce((select jsonb_agg(jsonb_build_object('from', lower(a.period), 'until', upper(a.period) - 1)
                  order by lower(a.period), a.id)
                from seat_appointments a where a.person_id = p.id), '[]')))
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
  }

  /** What the facts hold of seats is left: a rule that does not know of them looks past it. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop trigger mark_stale on seat_appointments');
  }
}
