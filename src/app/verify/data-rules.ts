import { KNOWN_WHERE } from './known-where.js';

/**
 * What must hold of the rows besides constraints: each statement tells what breaks a rule, in a sentence a row. What is
 * derived is compared with what the functions that derive it say now.
 */
export const DATA_RULES: readonly string[] = [
  `select format('Network %s is nobody''s from %s on.', id, lower(uncovered_days(id))) as problem
   from oudernetwerken where not isempty(uncovered_days(id))`,

  `select format('Trekkerschap %s goes on after the absence that it is for.', s.id) as problem
   from absences a join trekkerschappen s on s.id = a.substitute_id
   where upper(absent_days(a)) > lower(s.period) and (upper_inf(s.period) or upper(s.period) > upper(absent_days(a)))`,

  `select format('Seat %s has two holders on %s: appointments %s and %s.', a.seat_id, lower(a.period * b.period), a.id, b.id)
     as problem
   from seat_appointments a join seat_appointments b on b.seat_id = a.seat_id and b.period && a.period and b.id > a.id`,

  `select format('Network %s was last active on %s, not on %s.', n.id, held.last, n.last_activity_on) as problem
   from oudernetwerken n
   cross join lateral (select max(held_on) as last from activities where oudernetwerk_id = n.id) held
   where n.last_activity_on is distinct from held.last`,

  `select format('Network %s ends on %s, and %s goes on after that.', n.id, n.ended_on, role.what) as problem
   from oudernetwerken n
   join (
     select oudernetwerk_id, period, 'trekkerschap ' || id as what from trekkerschappen
     union all select oudernetwerk_id, period, 'caretakership ' || id from caretakerships
     union all select oudernetwerk_id, period, 'membership ' || id from memberships
     union all select oudernetwerk_id, period, 'support ' || id from support_arrangements
   ) role on role.oudernetwerk_id = n.id and not role.period <@ daterange(null, n.ended_on + 1)`,

  `select format('Network %s went up in %s on %s, and ends on %s.', n.id, s.successor_id, s.from_day, n.ended_on) as problem
   from network_successions s join oudernetwerken n on n.id = s.predecessor_id
   where s.kind = 'MERGED' and n.ended_on + 1 is distinct from s.from_day`,

  `select format('Trekkerschap %s ends for no reason, and nobody goes on from it.', t.id) as problem
   from trekkerschappen t where not upper_inf(t.period) and t.end_reason is null and not exchanged(t)`,

  `select format('Plan %s is of network %s, its trekkerschap of %s.', p.id, p.oudernetwerk_id, t.oudernetwerk_id) as problem
   from succession_plans p join trekkerschappen t on t.id = p.trekkerschap_id
   where p.closed_on is null and p.oudernetwerk_id <> t.oudernetwerk_id`,

  ...KNOWN_WHERE,

  `select format('Profile %s does not follow its records in: %s.', e.id, derived.otherwise) as problem
   from ervaringsdeskundigen e
   join people p on p.id = e.person_id
   left join lateral findable_by_consent(e.person_id) c on true
   cross join lateral seats_of_profile(e) s
   cross join lateral (select array_agg(title order by title) as titles, array_agg(until order by title) as untils
     from trainings_of_profile(e.id)) t
   cross join lateral (select concat_ws(', ',
     case when e.region_id <> p.region_id then 'region' end,
     case when e.traits <> traits_of_profile(e) then 'traits' end,
     case when (e.findable_until, e.findable_country, e.findable_partners, e.findable_agreements) is distinct from
       (c.until, coalesce(c.country, false), coalesce(c.partners, false), coalesce(c.agreements, false)) then 'consent to be found' end,
     case when (e.seat_begins, e.seat_ends) is distinct from (s.begins, s.ends) then 'seats' end,
     case when e.asked_on is distinct from s.asked or not (e.engaged_bodies @> s.engaged and e.engaged_bodies <@ s.engaged)
       then 'invitations' end,
     case when (e.trained, e.trained_until) is distinct from (t.titles, t.untils) then 'trainings' end) as otherwise) derived
   where derived.otherwise <> ''`,

  `select format('%s %s waits to be judged again.', subject_type, subject_id) as problem from stale_subjects`,

  `select format('Only %s places are left for what profiles can have, languages among them.', places) as problem
   from trait_places_left('LANGUAGE') places where places < 50`,

  `select 'There is no secret to sign links in mail with.' as problem where not exists (select from mail_keys)`,

  // a setting of the server, or left behind for a login or a database by whoever restored
  `select format('session_replication_role is %s%s: constraints and triggers do nothing then.', value, whose) as problem
   from (
     select setting as value, '' as whose from pg_settings where name = 'session_replication_role'
     union all
     select split_part(each, '=', 2), coalesce(' for ' || nullif(setrole, 0)::regrole, '')
     from pg_db_role_setting cross join unnest(setconfig) each
     where each like 'session_replication_role=%'
       and setdatabase in (0, (select oid from pg_database where datname = current_database()))
   ) settings where value <> 'origin'`,
];
