-- How safe each network is. What an assessment looks at comes from one function; the rule itself is in the code.

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

-- Of a region and those below it, or of the country (null), on a day: how many tenures ended after so many days,
-- and how many have gone on for so many days until now. Those that are still to start are not there. Consecutive
-- trekkerschappen of one person in one network are one tenure, as `tenuresOf` in continuity has it.
create function tenures_of(uuid, date) returns table (days integer, ended boolean, count integer)
  language sql stable security definer set search_path = public, pg_temp rows 500 as $$
  select least(upper(tenure), $2) - lower(tenure), coalesce(upper(tenure) <= $2, false), count(*)::integer
  from (select of.lines, t.person_id, unnest(range_agg(t.period)) as tenure from trekkerschappen t
    cross join lateral (select case when t.person_id in (
        select e.person_id from network_successions s join trekkerschappen e on e.oudernetwerk_id = s.predecessor_id
        where s.kind = 'MERGED')
      then tenure_lines(t.person_id, {{tenure_line(t)}}) else array[{{tenure_line(t)}}] end as lines) of
    where {{signed_in}} and ($1 is null or t.region_id in (select regions_below($1)))
    group by of.lines, t.person_id) led
  where lower(tenure) <= $2
    -- whoever only stood in for somebody says nothing of how long parents go on
    and not exists (select from absences a join trekkerschappen s on s.id = a.substitute_id
      where {{tenure_line(s)}} = any (led.lines) and s.person_id = led.person_id and s.period = led.tenure)
  group by 1, 2
$$;
revoke execute on function tenures_of from public;
grant execute on function tenures_of to {{viewers}};

-- fragment reachable(somebody)
exists (select from person_contacts c where c.person_id = {{somebody}} and (c.email is not null or c.phone is not null))

-- Days are whole: the last one of a period is the one before its upper bound.
-- fragment from_until(period)
'from', lower({{period}}), 'until', upper({{period}}) - 1

-- How long it would last if its network went on.
-- fragment as_written(role)
lateral (select coalesce((select (c.was ->> 'period')::daterange from kept_rows c
    where c.cause_id = {{role}}.oudernetwerk_id and c.row_id = {{role}}.id),
  {{role}}.period) as period) whole

-- Everything the rule looks at, of the networks asked for: as known now, and as far as it counts on a day. Only
-- for whoever sees a network from inside; the service itself sees all.
create function continuity_facts(uuid[], date) returns table (oudernetwerk_id uuid, facts jsonb)
  language sql stable security definer set search_path = public, pg_temp rows 50 as $$
  select n.id, jsonb_build_object(
    'id', n.id,
    'regionId', n.region_id,
    'status', network_status(n.phase, n.ended_on, $2),
    'endsOn', n.ended_on,
    'endTasks', (select count(*) from network_end_tasks e where e.oudernetwerk_id = n.id and e.done_on is null),
    'sectors', n.sectors,
    'activeFrom', n.active_from,
    'createdOn', {{day_of(n.created_at)}},
    'lastActivityOn', (select max(held_on) from activities a where a.oudernetwerk_id = n.id and a.held_on <= $2),
    'thresholds', thresholds_of(n.region_id, n.id),
    'contact', (
      select jsonb_build_object(
        'personId', p.id,
        'reachable', {{reachable(p.id)}},
        'roles', coalesce((select jsonb_agg(jsonb_build_object({{from_until(r.period)}}))
          from (select period from trekkerschappen where person_id = p.id and oudernetwerk_id = n.id
            union all select period from memberships where person_id = p.id and oudernetwerk_id = n.id) r), '[]'))
      from people p where p.id = n.contact_person_id),
    'trekkerschappen', coalesce((
      select jsonb_agg(jsonb_build_object('id', t.id, 'personId', t.person_id,
        {{from_until(lasts.period)}}, 'plannedOn', t.planned_end_on) order by lower(t.period), t.id)
      from (
        select * from trekkerschappen where oudernetwerk_id = n.id
        union all
        -- the tenure began in a network that went up in this one, or of which it is a part
        select * from trekkerschappen where id in (
          select e.id from trekkerschappen l join trekkerschappen e on e.person_id = l.person_id
            and e.oudernetwerk_id <> n.id and lower(e.period) < lower(l.period)
            and upper(e.period) <= coalesce(upper(l.period), 'infinity')
            and {{tenure_line(e)}} = any (tenure_lines(l.person_id, {{tenure_line(l)}}))
          where l.oudernetwerk_id = n.id and (l.line_id is not null or exists (
            select from network_successions s where s.successor_id = n.id and s.kind = 'MERGED')))) t
      cross join {{as_written(t)}}
      cross join lateral (select case when t.oudernetwerk_id = n.id then whole.period else t.period end as period) lasts), '[]'),
    'absences', coalesce((
      select jsonb_agg(jsonb_build_object('personId', a.person_id, {{from_until(away.days)}},
        'expectedOn', a.expected_until, 'substituteId', a.substitute_id) order by lower(away.days), a.id)
      from absences a cross join lateral (select absent_days(a) as days) away
      where a.oudernetwerk_id = n.id and away.days is not null), '[]'),
    'people', coalesce((
      select jsonb_object_agg(p.id, jsonb_build_object(
        'reachable', {{reachable(p.id)}},
        'pausedUntil', (select upper(c.period) - 1 from contact_pauses c where c.person_id = p.id),
        'ties', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'stage', s.stage, 'sector', g.sector,
            'earliest', s.exit_earliest, 'latest', s.exit_latest, 'confirmedOn', s.confirmed_on,
            'stated', s.stated_exit is not null) order by s.exit_latest, s.id)
          from school_ties s join school_stages g on g.code = s.stage where s.person_id = p.id), '[]'),
        'leads', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, {{from_until(l.period)}})
            order by lower(l.period), l.id)
          from trekkerschappen l where l.person_id = p.id), '[]'),
        'seats', coalesce((select jsonb_agg(jsonb_build_object({{from_until(a.period)}})
            order by lower(a.period), a.id)
          from seat_appointments a where a.person_id = p.id), '[]')))
      from people p where p.id in (
        select t.person_id from trekkerschappen t where t.oudernetwerk_id = n.id
        union select c.person_id from successor_candidates c where c.oudernetwerk_id = n.id and c.ended_on is null)), '{}'),
    'support', coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, {{from_until(whole.period)}})
        order by lower(s.period), s.id)
      from support_arrangements s cross join {{as_written(s)}} where s.oudernetwerk_id = n.id), '[]'),
    'plans', coalesce((
      select jsonb_agg(jsonb_build_object('id', p.id, 'trekkerschapId', p.trekkerschap_id, 'targetOn', p.target_on,
        'openedFor', p.opened_for, 'closedOn', p.closed_on,
        'candidates', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'personId', c.person_id, 'stage', c.stage)
            order by c.rank, c.id)
          from successor_candidates c where c.plan_id = p.id and c.ended_on is null), '[]'),
        'items', coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'dueOn', i.due_on, 'doneOn', i.done_on,
            'ownerPausedUntil', (select upper(c.period) - 1 from contact_pauses c where c.person_id = i.owner_person_id))
            order by i.position, i.id)
          from handover_items i where i.plan_id = p.id), '[]')) order by p.opened_on, p.id)
      from succession_plans p where p.oudernetwerk_id = n.id), '[]'))
  from oudernetwerken n
  where n.id = any ($1) and {{signed_in}} and ({{sees_all}} or {{inside_network(n.region_id, n.id)}})
$$;
revoke execute on function continuity_facts from public;
grant execute on function continuity_facts to {{viewers}}, okn_system;

-- fragment may_set
({{in_region}} or {{network_managed}}
  or {{national}} and exists (select from regions r where r.id = region_id and r.kind = 'LAND'))

-- fragment thresholds_seen
{{signed_in}} and (region_id is not null or {{network_seen}})

-- continuity_thresholds: the national office sets those of the country
{{protected(continuity_thresholds)}}
create policy national on continuity_thresholds for select to okn_national using ({{signed_in}});
create policy regional on continuity_thresholds for select to okn_regional using ({{thresholds_seen}});
create policy personal on continuity_thresholds for select to okn_personal using ({{thresholds_seen}});
create policy may_insert on continuity_thresholds for insert to {{viewers}} with check ({{may_set}});
create policy may_update on continuity_thresholds for update to {{viewers}} using ({{may_set}});
grant select, insert, update on continuity_thresholds to {{viewers}};
{{system_select(continuity_thresholds)}}

-- continuities: of the network, not of the parents in it; but whoever only sees its outline does not see how it is doing
{{protected(continuities)}}
{{seen_with_network(continuities)}}
{{kept_by_system(continuities)}}

-- expected_ends
{{protected(expected_ends)}}
{{seen_with_role(expected_ends)}}
{{kept_by_system(expected_ends)}}
