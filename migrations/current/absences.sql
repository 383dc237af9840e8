-- Who is away for a time from what they do in a network or a body, and who acts meanwhile.

-- The days of an absence: as it was said, for as long as the role goes on that they had on its first day, whatever follows
-- in that role. Null: they had none.
create function absent_days(absence absences) returns daterange
  language sql stable as $$
  select role.days * $1.period from (
    select unnest(range_agg(part.period)) as days from (
      select t.period from trekkerschappen t where t.oudernetwerk_id = $1.oudernetwerk_id and t.person_id = $1.person_id
      union all
      select a.period from seat_appointments a where a.body_id = $1.body_id and a.person_id = $1.person_id) part) role
  where role.days @> lower($1.period)
$$;

-- Whether somebody leads only while somebody else is absent.
create function is_substitute(trekkerschap uuid) returns boolean language sql stable as $$
  select exists (select from absences a where a.substitute_id = $1)
$$;

-- Whoever acts for somebody in a network does so until the last day of the absence: unless they stopped before, or went on
-- in another role. What ends by itself here follows when the absence gets another last day; not past a day on which they
-- departed.
create function substitutes_follow(network uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  with due as (
    select a.id as absence_id, a.substitute_until, s.id, lasts.until
    from absences a
    join trekkerschappen s on s.id = a.substitute_id
    cross join lateral (select absent_days(a) as days) away
    -- not into what they do afterwards in their own right
    cross join lateral (select min(lower(o.period)) as begins from trekkerschappen o
      where o.oudernetwerk_id = a.oudernetwerk_id and o.person_id = s.person_id and lower(o.period) > lower(s.period)) own
    cross join lateral (select min(d.last_day) + 1 as day from departures d
      where d.person_id = s.person_id and d.taken_back_at is null and d.last_day >= lower(s.period)) gone
    cross join lateral (select least(upper(away.days), own.begins, gone.day) as until) lasts
    where a.oudernetwerk_id = $1 and away.days is not null and (lasts.until is null or lasts.until > lower(s.period))
  ),
  following as (
    update trekkerschappen t
    set period = daterange(lower(t.period), due.until), version = t.version + 1,
      end_reason = case when due.until is not null then 'TERM_COMPLETED' end
    from due
    where t.id = due.id and upper(t.period) is distinct from due.until
      and (upper_inf(t.period) or upper(t.period) = due.substitute_until + 1 or upper(t.period) > due.until)
    returning due.absence_id, due.until
  )
  update absences a set substitute_until = following.until - 1 from following where a.id = following.absence_id
$$;
revoke execute on function substitutes_follow from public;

-- Lets them follow, and says on which days somebody has to stand by then: in the longest possible periods.
create function days_to_stand_by(network uuid) returns setof daterange
  language plpgsql security definer set search_path = public, pg_temp rows 3 as $$
begin
  perform substitutes_follow(network);
  return query select unnest(days_to_cover(network));
end $$;
revoke execute on function days_to_stand_by from public;
grant execute on function days_to_stand_by to {{viewers}}, okn_system;

-- absences
create constraint trigger leadership_cover after insert or delete or update of person_id, oudernetwerk_id, period
  on absences deferrable initially deferred for each row execute function check_leadership_cover();
{{protected(absences)}}
create policy national on absences for select to okn_national using ({{signed_in}});
create policy regional on absences for select to okn_regional using ({{in_region}});
create policy personal on absences for select to okn_personal using (
  {{network_reach}} or {{filled}} or {{own_absence}});
create policy may_insert on absences for insert to {{viewers}} with check ({{absence_kept}});
create policy may_update on absences for update to {{viewers}} using ({{absence_kept}});
create policy may_delete on absences for delete to {{viewers}} using ({{filled}});
grant select, insert, update (version, person_id, oudernetwerk_id, period, expected_until, substitute_id, former_id), delete on absences to {{viewers}};
{{system_select(absences)}}

-- An own absence comes with its network or body, or not at all; an alternate knows for whom they act.
-- fragment own_absence
(person_id = {{person}} and (body_id is not null or oudernetwerk_id = any ({{ids(outlines)}}))
  or id = any (array(select s.absence_id from seat_alternates s where s.person_id = {{person}})))

-- By those who keep the role, and by whoever is away themselves.
-- fragment absence_kept
({{filled}} or person_id = {{person}} and (body_id is not null or {{led}}))

-- Whether an absence of somebody with a seat goes on after a day, or is still to come: then its alternate is known.
create function alternates_still(absence uuid, on_day date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select upper_inf(days) or upper(days) > $2 from absences a cross join lateral (select absent_days(a) as days) lasts
    where a.id = $1), false)
$$;
revoke execute on function alternates_still from public;
grant execute on function alternates_still to {{viewers}}, okn_system;

-- Nobody acts for somebody after they departed.
create function end_alternates(departure uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  acting uuid[] := array(select s.id from seat_alternates s join departures d on d.person_id = s.person_id
    where d.id = departure and {{recorded_now}} and alternates_still(s.absence_id, d.last_day + 1));
begin
  perform departure_keeps(departure, 'seat_alternates', acting);
  delete from seat_alternates where id = any (acting);
end $$;
revoke execute on function end_alternates from public;
grant execute on function end_alternates to okn_system;

-- seat_alternates
create trigger known_where after insert or delete or update of person_id, body_id, region_id on seat_alternates
  for each row execute function people_known_where();
{{protected(seat_alternates)}}
create policy national on seat_alternates for select to okn_national using ({{signed_in}});
create policy regional on seat_alternates for select to okn_regional using ({{in_region}});
create policy personal on seat_alternates for select to okn_personal using ({{filled}} or person_id = {{person}});
-- an alternate is known to those who fill the seats, as a holder is: so not somebody they do not know
create policy may_insert on seat_alternates for insert to {{viewers}} with check (
  {{filled}} and may_be_appointed(person_id, body_id));
create policy may_delete on seat_alternates for delete to {{viewers}} using ({{filled}});
grant select, insert, delete on seat_alternates to {{viewers}};
{{system_select(seat_alternates)}}
