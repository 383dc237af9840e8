/** Hand-written SQL of the limit server: one statement per question, whose first column is the answer's JSON text. */

const nodeId = (type: string, uuid: string) =>
  `rtrim(encode(convert_to('${type}:' || ${uuid}, 'UTF8'), 'base64'), '=')`;

const PERSON = `json_build_object('id', ${nodeId('Person', 'p.id')}, 'displayName', coalesce(d.display_name, p.pseudonym))`;
const PERSON_OF = (id: string) =>
  `(select ${PERSON} from people p left join person_details d on d.person_id = p.id where p.id = ${id})`;

/** $1 network, $2 today */
export const SINGLE = `
select json_build_object('oudernetwerk', (
  select json_build_object(
    'id', ${nodeId('Oudernetwerk', 'n.id')}, 'name', n.name, 'status', network_status(n.phase, n.ended_on, $2::date),
    'region', (select json_build_object('id', ${nodeId('Region', 'r.id')}, 'code', r.code, 'name', r.name)
               from regions r where r.id = n.region_id),
    'trekkers', (
      select coalesce(json_agg(json_build_object(
        'id', ${nodeId('Trekkerschap', 't.id')}, 'role', t.role,
        'period', json_build_object('from', lower(t.period), 'until', upper(t.period) - 1),
        'person', ${PERSON_OF('t.person_id')}) order by lower(t.period), t.id), '[]')
      from trekkerschappen t where t.oudernetwerk_id = n.id and t.period @> $2::date),
    'activities', json_build_object('nodes', (
      select coalesce(json_agg(json_build_object('id', ${nodeId('Activity', 'a.id')}, 'on', a.held_on,
        'kind', a.kind, 'title', a.title, 'attendance', a.attendance)), '[]')
      from (select id, held_on, kind, title, attendance from activities
            where oudernetwerk_id = n.id order by held_on desc, id desc limit 5) a)))
  from oudernetwerken n where n.id = $1::uuid))::text`;

const page = (beyond: string) => `
with found as materialized (
  select id, name, status, last_activity_on, sort_name, row_number() over () as ordinal
  from (select id, name, network_status(o.phase, o.ended_on, $2::date) as status, last_activity_on, sort_name from oudernetwerken o
        where region_id = $1::uuid and network_status(o.phase, o.ended_on, $2::date) = any ('{ACTIVE}') ${beyond}
        order by sort_name, id limit 51) n
)
select json_build_object('oudernetwerken', json_build_object(
  'nodes', (
    select coalesce(json_agg(json_build_object(
      'id', ${nodeId('Oudernetwerk', 'n.id')}, 'name', n.name, 'status', n.status,
      'lastActivityOn', n.last_activity_on,
      'trekkers', (
        select coalesce(json_agg(json_build_object('id', ${nodeId('Trekkerschap', 't.id')}, 'role', t.role,
          'person', ${PERSON_OF('t.person_id')}) order by lower(t.period), t.id), '[]')
        from trekkerschappen t where t.oudernetwerk_id = n.id and t.period @> $2::date),
      'activities', json_build_object('nodes', (
        select coalesce(json_agg(json_build_object('id', ${nodeId('Activity', 'a.id')}, 'on', a.held_on,
          'title', a.title)), '[]')
        from (select id, held_on, title from activities
              where oudernetwerk_id = n.id order by held_on desc, id desc limit 1) a))
      ) order by n.ordinal), '[]')
    from found n where n.ordinal <= 50),
  'pageInfo', json_build_object(
    'hasNextPage', exists (select from found where ordinal > 50),
    'endCursor', (
      select translate(encode(convert_to(json_build_array('oudernetwerken.NAME.ASC', sort_name, id)::text, 'UTF8'), 'base64'),
        E'+/=\\n', '-_')
      from found where ordinal <= 50 order by ordinal desc limit 1))))::text`;

/** $1 region, $2 today */
export const FIRST_PAGE = page('');
/** $1 region, $2 today, $3 and $4 name and id of the last network before */
export const NEXT_PAGE = page('and (sort_name, id) > ($3::text, $4::uuid)');

/** $1 name, $2 today */
export const SEARCH = `
select json_build_object('people', json_build_object('nodes', (
  select coalesce(json_agg(json_build_object(
    'id', ${nodeId('Person', 'p.id')}, 'displayName', coalesce(d.display_name, p.pseudonym),
    'trekkerschappen', json_build_object('nodes', (
      select coalesce(json_agg(json_build_object('id', ${nodeId('Trekkerschap', 't.id')},
        'oudernetwerk', (select json_build_object('id', ${nodeId('Oudernetwerk', 'n.id')}, 'name', n.name)
                         from oudernetwerken n where n.id = t.oudernetwerk_id))), '[]')
      from (select id, oudernetwerk_id from trekkerschappen
            where person_id = p.id and period @> $2::date
            order by lower(period) desc, id desc limit 5) t))
    ) order by p.score desc, p.id desc), '[]')
  from (select p.id, p.pseudonym, found.score from people_named($1, 0.45) found join people p on p.id = found.person_id
        order by found.score desc, p.id desc limit 20) p
  left join person_details d on d.person_id = p.id)))::text`;

/** $1 region, $2 today */
export const WORKLIST = `
with found as materialized (
  select w.*, row_number() over () as ordinal
  from (select w.subject_id, w.oudernetwerk_id, w.band, w.due_on from work_items w
        where w.region_id in (select regions_below($1::uuid))
          and not exists (select from work_item_snoozes s where s.subject_id = w.subject_id
            and s.until >= $2::date and s.severity >= w.severity)
        order by w.urgency desc, w.id desc limit 26) w
)
select json_build_object('worklist', json_build_object(
  'nodes', (
    select coalesce(json_agg(json_build_object(
      'subject', json_build_object('id', ${nodeId('Oudernetwerk', 'n.id')}, 'name', n.name),
      'band', w.band, 'dueOn', w.due_on, 'snoozedUntil', null,
      'reasons', (
        select coalesce(json_agg(json_build_object('code', f.code, 'severity', f.severity, 'dueOn', f.due_on,
          'message', f.message_nl,
          'suggestedAction', json_build_object('code', f.action ->> 'code', 'message', f.action ->> 'nl'))
          order by f.severity desc, f.code), '[]')
        from continuity_findings f where f.subject_id = w.subject_id)) order by w.ordinal), '[]')
    from found w join oudernetwerken n on n.id = w.subject_id where w.ordinal <= 25),
  'pageInfo', json_build_object('hasNextPage', exists (select from found where ordinal > 25))))::text`;

export const RISK = `
with found as materialized (
  select c.*, row_number() over () as ordinal
  from (select oudernetwerk_id, region_id, band, secured_until from continuities
        where band = any ('{AT_RISK,CRITICAL}') order by severity desc, oudernetwerk_id desc limit 51) c
)
select json_build_object('oudernetwerken', json_build_object(
  'nodes', (
    select coalesce(json_agg(json_build_object('id', ${nodeId('Oudernetwerk', 'n.id')}, 'name', n.name,
      'region', json_build_object('code', r.code, 'name', r.name),
      'continuity', json_build_object('band', c.band, 'securedUntil', c.secured_until,
        'findings', (
          select coalesce(json_agg(json_build_object('code', f.code, 'severity', f.severity, 'dueOn', f.due_on,
            'message', f.message_nl) order by f.severity desc, f.code), '[]')
          from continuity_findings f where f.subject_id = n.id))) order by c.ordinal), '[]')
    from found c join oudernetwerken n on n.id = c.oudernetwerk_id join regions r on r.id = n.region_id
    where c.ordinal <= 50),
  'pageInfo', json_build_object('hasNextPage', exists (select from found where ordinal > 50))))::text`;

/** $1 trekkerschap, $2 successor, $3 last day, $4 id of the new trekkerschap */
export const HAND_OVER = `
with network as (
  update oudernetwerken set version = version + 1
  where id = (select oudernetwerk_id from trekkerschappen where id = $1::uuid) and ended_on is null
  returning id
), ended as (
  update trekkerschappen t
  set period = daterange(lower(t.period), $3::date + 1), end_reason = 'TERM_COMPLETED', version = t.version + 1
  from network n
  where t.id = $1::uuid and t.oudernetwerk_id = n.id and upper_inf(t.period) and t.person_id <> $2::uuid
  returning t.id, t.oudernetwerk_id, t.region_id, t.role, t.period
), started as (
  insert into trekkerschappen (id, person_id, oudernetwerk_id, region_id, role, period, predecessor_id)
  select $4::uuid, $2::uuid, oudernetwerk_id, region_id, role, daterange($3::date + 1, null), id from ended
  returning id, role, period, person_id
)
select json_build_object('trekkerschapHandOver', json_build_object(
  'ended', (select json_build_object('id', ${nodeId('Trekkerschap', 'id')},
              'period', json_build_object('until', upper(period) - 1)) from ended),
  'started', (select json_build_object('id', ${nodeId('Trekkerschap', 'id')}, 'role', role,
              'period', json_build_object('from', lower(period)),
              'person', ${PERSON_OF('s.person_id')}) from started s),
  'errors', '[]'::json))::text`;
