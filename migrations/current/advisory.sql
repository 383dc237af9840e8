-- Bodies with their seats, appointments to them, invitations for them, and the log of names that were told because of
-- that.

-- Bodies

-- A coordinator knows what the parents of the region are asked for, wherever that is.
-- fragment asked_from_region
asked_in && {{regions}}

-- Everybody knows what they are asked for themselves, and where they hold or held a seat.
-- fragment own_among(column)
id = any (array(select a.{{column}} from seat_appointments a where a.person_id = {{person}}
  union all select i.{{column}} from seat_invitations i where i.person_id = {{person}}))

create function known_where_asked() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update advisory_bodies set asked_in = asked_in || new.person_region_id
  where id = new.body_id and not asked_in @> array[new.person_region_id];
  update advisory_seats set asked_in = asked_in || new.person_region_id
  where id = new.seat_id and not asked_in @> array[new.person_region_id];
  return null;
end $$;
revoke execute on function known_where_asked from public;

-- A region knows the bodies that ask to work there, or do by agreement.
-- fragment here_by_agreement
id = any (array(select a.body_id from region_agreements a where a.region_id = any ({{regions}})
  and agreement_status(a.answer, a.period, {{today}}) in ('ASKED', 'AGREED', 'IN_FORCE')))

-- fragment body_here
({{in_region}} or {{here_by_agreement}} or {{asked_from_region}})

-- fragment own_body
(id = any ({{bodies}}) or {{own_among(body_id)}}
  or id = any (array(select s.body_id from seat_alternates s where s.person_id = {{person}})))

-- Whoever sees a body or a seat by the policies below; for functions that pass row-level security.
-- fragment told(here, own)
({{sees_all}} or {{signed_in}} and ({{here}} or current_setting('app.reach', true) = 'personal' and {{own}}))

-- fragment body_told
{{told({{body_here}}, {{own_body}})}}

-- fragment body_columns
name, kind, purpose, level, domains, established_on, ended_on, term_months, max_consecutive_terms, break_months, carry_over,
    replacement_serves_remaining, incompatible_kinds, max_leaving_share, ends_soon_months, vacancy_days, alternates,
    responsible_organisation_id

-- advisory_bodies
{{chooses_responsible(advisory_bodies)}}
{{protected(advisory_bodies)}}
{{found_by_name(advisory_bodies, {{sees_all}})}}
create policy national on advisory_bodies for select to okn_national using ({{signed_in}});
create policy regional on advisory_bodies for select to okn_regional using ({{body_here}});
create policy personal on advisory_bodies for select to okn_personal using ({{body_here}} or {{own_body}});
create policy may_insert on advisory_bodies for insert to {{viewers}} with check ({{in_region}});
create policy may_update on advisory_bodies for update to {{viewers}} using ({{in_region}});
-- where it asked follows from its invitations
grant select, insert (id, version, region_id, {{body_columns}}), update (version, {{body_columns}})
  on advisory_bodies to {{viewers}};
{{system_select(advisory_bodies)}}

-- fragment body_seen
exists (select from advisory_bodies b where b.id = body_id)

-- fragment body_managed
exists (select from advisory_bodies b where b.id = body_id and b.region_id = any ({{regions}}))

-- advisory_body_organisations
{{protected(advisory_body_organisations)}}
create policy national on advisory_body_organisations for select to okn_national using ({{signed_in}});
create policy regional on advisory_body_organisations for select to okn_regional using ({{body_seen}});
create policy personal on advisory_body_organisations for select to okn_personal using ({{body_seen}});
create policy may_insert on advisory_body_organisations for insert to {{viewers}} with check ({{body_managed}});
create policy may_delete on advisory_body_organisations for delete to {{viewers}} using ({{body_managed}});
grant select, insert, delete on advisory_body_organisations to {{viewers}};
{{system_select(advisory_body_organisations)}}

-- On which days the rules of a body exclude what somebody is or does, whenever they are. The body's keepers choose its
-- rules, organisations and regions: so only whoever may see the row of what somebody does can ask.
create function days_excluded(body advisory_bodies, tie incompatibilities) returns datemultirange
  language sql stable as $$
  select case
    when tie.kind <> all (body.incompatible_kinds) then '{}'
    when exists (select from advisory_body_organisations o where o.body_id = body.id and o.organisation_id = tie.organisation_id)
      or exists (select from municipalities m
        where m.id = tie.municipality_id and m.region_id in (select regions_below(body.region_id)))
      then '{(,)}'
    else (select coalesce(range_agg(works.period), '{}')
      from municipalities m cross join agreed_periods(body.id) works
      where m.id = tie.municipality_id and m.region_id in (select regions_below(works.region_id))) end
$$;


-- Seats

-- What is said of a seat is said to whoever sees it, whether or not they see who holds it.

-- fragment seat_here
({{in_region}} or {{asked_from_region}})

-- fragment own_seat
(body_id = any ({{bodies}}) or {{own_among(seat_id)}})

-- fragment seat_told
{{told({{seat_here}}, {{own_seat}})}}

-- When a seat is held, whoever holds it.
create function advisory_seats_held() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- whoever writes another appointment to it at the same time waits, and then sees this one
  perform from advisory_seats where id in (old.seat_id, new.seat_id) order by id for no key update;
  update advisory_seats s
  set held = coalesce((select range_agg(a.period) from seat_appointments a where a.seat_id = s.id), '{}')
  where s.id in (old.seat_id, new.seat_id);
  return null;
end $$;
revoke execute on function advisory_seats_held from public;

-- Where a seat is on a day on which nobody holds it; null on any other.
create function seat_open_status(opened_on date, abolished_on date, held datemultirange, on_day date) returns text
  language sql immutable parallel safe
  return case
    when opened_on > on_day then 'FUTURE'
    when abolished_on <= on_day then 'ABOLISHED'
    when not held @> on_day then 'VACANT' end;
grant execute on function seat_open_status to {{viewers}};

-- Where it is on a day on which somebody holds it: this looks at all appointments.
create function seat_held_status(seat uuid, on_day date) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select case
      when a.latest_end < $2 then 'CARRY_OVER'
      when least(upper(a.period) - 1, a.latest_end) - make_interval(months => b.ends_soon_months) <= $2
        and not exists (select from seat_appointments n where n.seat_id = $1
          and n.period @> least(upper(a.period) - 1, a.latest_end) + 1 and n.id <> a.id) then 'ENDS_SOON'
      else 'FILLED' end
    from seat_appointments a join advisory_bodies b on b.id = a.body_id
    where a.seat_id = $1 and a.period @> $2 and exists (select from advisory_seats where id = $1 and {{seat_told}})
$$;
revoke execute on function seat_held_status from public;
grant execute on function seat_held_status to {{viewers}};

-- Since when nobody holds a seat that is vacant on a day; null when it is not.
create function seat_vacant_since(opened_on date, abolished_on date, held datemultirange, on_day date) returns date
  language sql immutable parallel safe
  return case when seat_open_status(opened_on, abolished_on, held, on_day) = 'VACANT'
    then greatest(opened_on, upper(held * datemultirange(daterange(null, on_day)))) end;
grant execute on function seat_vacant_since to {{viewers}};

-- advisory_seats
{{protected(advisory_seats)}}
{{found_by_name(advisory_seats, {{sees_all}})}}
create policy national on advisory_seats for select to okn_national using ({{signed_in}});
create policy regional on advisory_seats for select to okn_regional using ({{seat_here}});
create policy personal on advisory_seats for select to okn_personal using ({{seat_here}} or {{own_seat}});
create policy may_insert on advisory_seats for insert to {{viewers}} with check ({{filled}});
create policy may_update on advisory_seats for update to {{viewers}} using ({{filled}});
-- where it asked follows from its invitations, and when it is held from its appointments
grant select, insert (id, version, body_id, region_id, title, constituency, opened_on, abolished_on),
    update (version, title, constituency, opened_on, abolished_on)
  on advisory_seats to {{viewers}};
{{system_select(advisory_seats)}}

create function seat_requirements_trait() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.trait := case when new.kind <> 'TRAINING' then trait_of(new.kind, new.value) end;
  return new;
end $$;
revoke execute on function seat_requirements_trait from public;

-- fragment seat_seen
exists (select from advisory_seats s where s.id = seat_id)

-- seat_requirements
create trigger trait before insert on seat_requirements for each row execute function seat_requirements_trait();
{{protected(seat_requirements)}}
create policy national on seat_requirements for select to okn_national using ({{signed_in}});
create policy regional on seat_requirements for select to okn_regional using ({{in_region}} or {{seat_seen}});
create policy personal on seat_requirements for select to okn_personal using ({{seat_seen}});
create policy may_insert on seat_requirements for insert to {{viewers}} with check ({{filled}});
create policy may_delete on seat_requirements for delete to {{viewers}} using ({{filled}});
grant select, insert, delete on seat_requirements to {{viewers}};


-- Appointments

-- Why the holder of a seat cannot be appointed for another term after this one; null when they can.
create function reappointment_hindrance(appointment seat_appointments) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when s.abolished_on <= $1.latest_end + 1 then 'SEAT_ABOLISHED'
    when $1.end_reason not in ('TERM_COMPLETED', 'REAPPOINTED', 'REPLACED', 'SEAT_ABOLISHED') then 'LEFT'
    when exists (select from seat_appointments n where n.seat_id = s.id and n.period >> $1.period) then 'FOLLOWED'
    when $1.term_number >= b.max_consecutive_terms then 'TERM_LIMIT' end
  from advisory_seats s join advisory_bodies b on b.id = s.body_id
  where s.id = $1.seat_id and {{signed_in}}
    and ({{sees_all}} or {{fills(s.region_id, s.body_id)}}
      or exists (select from seat_appointments own where own.id = $1.id and own.person_id = {{person}}))
$$;
revoke execute on function reappointment_hindrance from public;
grant execute on function reappointment_hindrance to {{viewers}};

-- Whether an appointment makes its person known to the body on a day. They sit there, or said yes to a seat that is still
-- to come. Another appointment that is to come counts from its first day: nobody was asked, and whoever sits there
-- already is known by that. The day stands there once: else PostgreSQL would not put the condition into a policy, and
-- call it for every row.
create function known_by_seat(period daterange, invitation uuid, on_day date) returns boolean
  language sql immutable parallel safe
  return case when invitation is null then period else daterange(null, upper(period)) end @> on_day;

-- Whom the viewer may appoint to a seat of a body. Unasked: only whom they know by name now, by right of their region or
-- because that person sits there; everybody else said yes first. A function, so that the policies of people may look at
-- appointments, and those of appointments at people.
create function may_be_appointed(person uuid, body uuid) returns boolean language sql stable as $$
  select exists (select from people p where p.id = $1 and p.region_ids && {{regions}})
    or {{known_to(array[$2], $1, {{today}})}}
$$;

-- Another term of somebody who made room for it a moment ago, and whose last day in the seat may be over by that.
create function follows_own_term(person uuid, seat uuid, term daterange) returns boolean language sql stable as $$
  select exists (select from seat_appointments a
    where a.person_id = $1 and a.seat_id = $2 and a.period -|- $3 and a.end_reason = 'REAPPOINTED')
$$;

-- What a profile carries of seats and invitations, so that seeking needs to look at nothing else.
-- Not the invitations that asked them by name: who looks at profiles must not see which of them that was.
create function seats_of_profile(profile ervaringsdeskundigen) returns table (begins date[], ends date[], asked date[], engaged uuid[])
  language sql stable rows 1 as $$
  select
    (select array_agg(lower(a.period) order by lower(a.period)) from seat_appointments a where a.person_id = profile.person_id),
    (select array_agg(upper(a.period) order by upper(a.period)) from seat_appointments a
      where a.person_id = profile.person_id and not upper_inf(a.period)),
    (select array_agg(i.asked_on order by i.asked_on) from seat_invitations i
      where i.ervaringsdeskundige_id = profile.id),
    array(select distinct i.body_id from seat_invitations i
      where i.ervaringsdeskundige_id = profile.id and i.status = 'ACCEPTED')
$$;
revoke execute on function seats_of_profile from public;

create function ervaringsdeskundigen_seats() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare persons uuid[] := array[(to_jsonb(old) ->> 'person_id')::uuid, (to_jsonb(new) ->> 'person_id')::uuid];
begin
  -- whoever writes another seat or invitation of theirs at the same time waits, and then sees this one
  perform from ervaringsdeskundigen e where e.person_id = any (persons) for no key update;
  update ervaringsdeskundigen e set (seat_begins, seat_ends, asked_on, engaged_bodies) =
    (select s.begins, s.ends, s.asked, s.engaged from seats_of_profile(e) s)
  where e.person_id = any (persons);
  return null;
end $$;
revoke execute on function ervaringsdeskundigen_seats from public;
create trigger seats after insert or delete or update of period on seat_appointments
  for each row execute function ervaringsdeskundigen_seats();
create trigger seats after insert or delete or update of status on seat_invitations
  for each row execute function ervaringsdeskundigen_seats();
create trigger seats after insert on ervaringsdeskundigen
  for each row execute function ervaringsdeskundigen_seats();

-- Under which pseudonym somebody is known to the body as well: that of their yes, for as long as they sit there.
create function seat_appointments_known_as() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.known_as := coalesce(
    (select i.ervaringsdeskundige_id from seat_invitations i where i.id = new.invitation_id),
    (select a.known_as from seat_appointments a
      where a.person_id = new.person_id and a.body_id = new.body_id and a.known_as is not null
        and (upper_inf(a.period) or upper(a.period) >= lower(new.period)) limit 1));
  return new;
end $$;
revoke execute on function seat_appointments_known_as from public;

-- Seats held today by people whom the viewer knows by name, and not as the owner of a profile: what they see of profiles
-- must not change when such a seat is given or ends. As a number for each profile.
create function seats_known_by_name() returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_object_agg(id, seats), '{}') from (
    select e.id, count(*) as seats from seat_appointments a join ervaringsdeskundigen e on e.person_id = a.person_id
    -- by its bounds: an index on periods would lead through the seats of the whole country
    where a.body_id = any ({{bodies}}) and a.known_as is null and lower(a.period) <= {{today}} and {{not_over(a.period, {{today}})}}
      and {{own_or_from_region(e.person_id, e.region_id)}} is not true
    group by e.id) held
$$;
revoke execute on function seats_known_by_name from public;
grant execute on function seats_known_by_name to {{viewers}};

-- Whoever was asked again because they had been there still was, by the appointment as it really was.
create function former_appointment_follows() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update seat_invitations set former_appointment_id = new.id where former_appointment_id = old.id;
  return null;
end $$;
revoke execute on function former_appointment_follows from public;

-- seat_appointments
create trigger former_follows after update of id on seat_appointments
  for each row when (new.id <> old.id) execute function former_appointment_follows();
create trigger held after insert or delete or update of seat_id, period on seat_appointments
  for each row execute function advisory_seats_held();
create trigger known_as before insert on seat_appointments
  for each row execute function seat_appointments_known_as();
create trigger known_where after insert or delete or update of person_id, body_id, region_id on seat_appointments
  for each row execute function people_known_where();
{{protected(seat_appointments)}}
create policy national on seat_appointments for select to okn_national using ({{signed_in}});
create policy regional on seat_appointments for select to okn_regional using ({{in_region}});
create policy personal on seat_appointments for select to okn_personal using ({{filled}} or person_id = {{person}});
-- an appointment tells the people who fill the seat how to reach its holder: so not somebody they do not know
create policy may_insert on seat_appointments for insert to {{viewers}} with check (
  {{filled}} and (may_be_appointed(person_id, body_id) or follows_own_term(person_id, seat_id, period)));
create policy may_update on seat_appointments for update to {{viewers}} using ({{filled}});
create policy may_delete on seat_appointments for delete to {{viewers}} using ({{filled}});
grant select, insert, delete on seat_appointments to {{viewers}};
-- the body and the person of one never change; one that is corrected has another id
grant update (id, seat_id, version, period, latest_end, term_number, nominated_by_id, nominated_by_body_id,
    nominated_by_network_id, end_reason, replaces_id, invitation_id, perspective)
  on seat_appointments to {{viewers}};
{{system_sees(seat_appointments)}}
-- whoever departs leaves their seats; whoever made room for what they were to hold stays, or goes on
create policy system_update on seat_appointments for update to okn_system using ({{signed_in}} and {{departing}});
create policy system_delete on seat_appointments for delete to okn_system using ({{signed_in}} and {{departing}});
grant select, update (period, end_reason, term_number, version), delete on seat_appointments to okn_system;


-- Invitations

-- What somebody is asked for is known to them and to the coordinator of their home region.
-- fragment own_or_from_region(of, home)
({{of}} = {{person}} or {{home}} = any ({{regions}}))

-- Whether an invitation can still be answered on a day: one that ran out keeps its status until a job writes it down.
create function invitation_is_open(status text, expires_on date, on_day date) returns boolean
  language sql immutable parallel safe
  return status = 'ASKED' and expires_on >= on_day;

-- Invitations of after this day count as those of the last six months.
create function invitations_count_since(on_day date) returns date language sql immutable parallel safe
  return (on_day - interval '6 months')::date;

-- Whoever said yes is known in the region of the body, like everybody with a role there, until they take that back.
create trigger known_where after insert or delete or update of person_id, body_id, region_id, status on seat_invitations
  for each row execute function people_known_where();
create trigger known_where_asked after insert or update of person_region_id on seat_invitations
  for each row when (new.person_region_id is not null) execute function known_where_asked();

-- Others may change an invitation, but only the parent answers it, or the service for the holder of their link.
create function seat_invitations_answer() returns trigger language plpgsql as $$
begin
  if {{works_for_viewer}}
    and (viewer_uuid('app.person') = new.person_id) is not true then
    raise exception 'an invitation is answered by the person who was invited' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger answer before update of status, perspective on seat_invitations
  for each row when (new.status in ('ACCEPTED', 'DECLINED') and new.status <> old.status
    or new.perspective is distinct from old.perspective)
  execute function seat_invitations_answer();

-- Accounts are hidden from each other. The name of an account is told to the person it invited, and to the parent
-- whose name it was told; nothing else of it.
create function inviter_of(invitation uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.display_name from seat_invitations i join accounts a on a.id = i.invited_by
  where i.id = $1
    and ({{own_or_from_region(i.person_id, i.person_region_id)}} or {{fills(i.region_id, i.body_id)}})
$$;
revoke execute on function inviter_of from public;
grant execute on function inviter_of to {{viewers}};

-- Whoever may not be found any more is not found by an old invitation either, unless they were asked by name.
-- fragment by_name_or_found
(ervaringsdeskundige_id is null or {{profile_seen}})

-- seat_invitations
{{protected(seat_invitations)}}
create policy national on seat_invitations for select to okn_national using (
  {{signed_in}} and ({{by_name_or_found}} or person_id = {{person}}));
create policy regional on seat_invitations for select to okn_regional using (
  person_region_id = any ({{regions}}) or {{in_region}} and {{by_name_or_found}});
create policy personal on seat_invitations for select to okn_personal using (
  {{own_or_from_region(person_id, person_region_id)}} or {{filled}} and {{by_name_or_found}});
create policy may_insert on seat_invitations for insert to {{viewers}} with check (
  {{filled}} and status = 'ASKED' and case
    when ervaringsdeskundige_id is not null then {{profile_seen}}
    when former_appointment_id is not null then exists (select from seat_appointments a
      where a.id = former_appointment_id and a.body_id = seat_invitations.body_id and a.person_id = seat_invitations.person_id)
    else person_id is null end);
create policy may_update on seat_invitations for update to {{viewers}} using ({{filled}} or person_id = {{person}});
grant select, insert on seat_invitations to {{viewers}};
grant update (version, status, answered_on, answered_by, closed_on, withdrawn_because, decline_kind, decline_reason,
    perspective)
  on seat_invitations to {{viewers}};
{{system_select(seat_invitations)}}
{{system_changes(seat_invitations)}}
grant update (version, status, answered_on, answered_by, closed_on, withdrawn_because, decline_kind, decline_reason,
    perspective, person_id, person_region_id) on seat_invitations to okn_system;

-- What an appointment or a move closes, and what an end removes, is kept, to be there again when that was a mistake.

create function advisory_keeps(cause uuid, kept text, ids uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if kept in ('seat_appointments', 'seat_invitations') then perform keep_rows(cause, kept, ids); end if;
end $$;
revoke execute on function advisory_keeps from public;
grant execute on function advisory_keeps to okn_system;

-- Notes how it left the invitations. Those for the seat of an appointment that were closed before stay closed because of it
-- too.
create function invitations_closed(cause uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  select note_kept_rows($1, 'seat_invitations');
  insert into kept_rows (cause_id, kept_table, row_id, was, became)
    select distinct on (k.row_id) $1, k.kept_table, k.row_id, k.was, k.became
    from seat_appointments a join seat_invitations i on i.seat_id = a.seat_id and i.status = 'WITHDRAWN'
    join kept_rows k on k.row_id = i.id and k.kept_table = 'seat_invitations'
    where a.id = $1 and k.restored is null order by k.row_id, k.place
    on conflict do nothing
$$;
revoke execute on function invitations_closed from public;
grant execute on function invitations_closed to okn_system;

-- Opens what was closed: by an appointment after its days in the seat, or all of it (null). What another one
-- keeps closed stays so, and what nobody can answer any more.
create function reopen_invitations(cause uuid, filled daterange)
  returns table (id uuid, region_id uuid, profile_id uuid, status text)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  one kept_rows;
begin
  perform from ervaringsdeskundigen e where e.id in (select (k.was ->> 'ervaringsdeskundige_id')::uuid from kept_rows k
    where k.cause_id = cause and k.kept_table = 'seat_invitations') order by e.id for no key update;
  for one in
    delete from kept_rows k where k.cause_id = cause and k.kept_table = 'seat_invitations'
      and (filled is null or (k.became ->> 'closed_on')::date >= upper(filled)) returning *
  loop
    one := as_by_now(one);
    if give_back(one) then
      return query select i.id, i.region_id, i.ervaringsdeskundige_id, i.status from seat_invitations i where i.id = one.row_id;
    end if;
  end loop;
end $$;
revoke execute on function reopen_invitations from public;
grant execute on function reopen_invitations to okn_system;

-- The later terms that the end of an appointment changed or removed, of whoever is alive.
create function appointment_removed(appointment uuid) returns setof seat_appointments
  language sql stable security definer set search_path = public, pg_temp rows 2 as $$
  select (jsonb_populate_record(null::seat_appointments, k.was)).* from kept_rows k
  where k.cause_id = $1 and k.kept_table = 'seat_appointments'
    and not exists (select from people p where p.id = (k.was ->> 'person_id')::uuid and p.deceased_on is not null)
$$;
revoke execute on function appointment_removed from public;
grant execute on function appointment_removed to okn_system;

-- Without that end: those terms are there again. What makes room for them does so before the transaction ends.
create function appointment_gives_back(appointment uuid, terms uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare one kept_rows;
begin
  set constraints seat_appointments_one_holder, seat_appointments_one_seat_each deferred;
  for one in
    delete from kept_rows k where k.cause_id = appointment and k.kept_table = 'seat_appointments' returning *
  loop
    continue when one.row_id <> all (terms);
    one.became := null;
    perform restore_row(one);
  end loop;
end $$;
revoke execute on function appointment_gives_back from public;
grant execute on function appointment_gives_back to okn_system;

-- What a departure of somebody ended and removed of what they hold, for when that is taken back.
create function appointments_departed(departure uuid) returns table (was jsonb, became jsonb)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from departures d where d.id = departure and d.taken_back_at is not null and d.xact = pg_current_xact_id()) then
    return;
  end if;
  perform kept_roles_by_now(departure, 'seat_appointments');
  return query select k.was, k.became from kept_rows k join departures d on d.id = k.cause_id
    where d.id = departure and k.kept_table = 'seat_appointments' and k.restored is null
      and (k.was ->> 'person_id')::uuid = d.person_id;
end $$;
revoke execute on function appointments_departed from public;
grant execute on function appointments_departed to okn_system;

-- Appointments that end with stops of their holders because they are recorded otherwise only now: as they would have been
-- without each of them, and as it leaves them.
create function stops_keep_appointments(ended jsonb) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into kept_rows (cause_id, kept_table, row_id, was, became)
    select d.id, 'seat_appointments', a.id, to_jsonb(a) || e.was, to_jsonb(a) || e.became
    from jsonb_to_recordset($1) e (departure uuid, appointment uuid, was jsonb, became jsonb)
    join seat_appointments a on a.id = e.appointment
    join departures d on d.id = e.departure and d.person_id = a.person_id and d.taken_back_at is null
    on conflict do nothing
$$;
revoke execute on function stops_keep_appointments from public;
grant execute on function stops_keep_appointments to okn_system;

-- A later term that an end removed, and that does not stand again without it since its holder stopped: it does without that stop.
create function stop_keeps_removed(appointment uuid, departure uuid, term uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update kept_rows k set cause_id = d.id, became = null from departures d
  where d.id = $2 and d.taken_back_at is null and k.cause_id = $1 and k.kept_table = 'seat_appointments' and k.row_id = $3
    and (k.was ->> 'person_id')::uuid = d.person_id
$$;
revoke execute on function stop_keeps_removed from public;
grant execute on function stop_keeps_removed to okn_system;

-- Those of them that it removed, and that stand again. What makes room for them does so before the transaction ends.
create function departure_gives_appointments_back(departure uuid, terms uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare one kept_rows;
begin
  set constraints seat_appointments_one_holder, seat_appointments_one_seat_each deferred;
  for one in select k.* from kept_rows k join departures d on d.id = k.cause_id and d.xact = pg_current_xact_id()
    where d.id = departure and k.kept_table = 'seat_appointments' and k.became is null and k.row_id = any (terms)
  loop
    perform restore_row(one);
  end loop;
end $$;
revoke execute on function departure_gives_appointments_back from public;
grant execute on function departure_gives_appointments_back to okn_system;

-- Which of them stand again, and which do not.
create function departure_keeps_ended(departure uuid, standing uuid[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update kept_rows k set restored = k.row_id = any (standing) or (k.was ->> 'person_id')::uuid <> d.person_id
  from departures d where d.id = $1 and d.xact = pg_current_xact_id() and k.cause_id = d.id
    and k.kept_table = 'seat_appointments' and k.restored is null
$$;
revoke execute on function departure_keeps_ended from public;
grant execute on function departure_keeps_ended to okn_system;

-- What an appointment closed or removed, the one that it really was did.
create function kept_by_corrected(appointment uuid, corrected uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update kept_rows set cause_id = $2 where cause_id = $1
$$;
revoke execute on function kept_by_corrected from public;
grant execute on function kept_by_corrected to okn_system;

-- Whose an address is: what follows a "+" before the @ leads to the same mailbox.
create function mailbox_of(address text) returns text language sql immutable parallel safe
  return regexp_replace(lower(address), '^([^+@]+)\+[^@]*@', '\1@');

-- Notes that the viewer looks at name and address of these nominees: once a day. Whoever typed them is not listed.
create function note_nominee_lookups(invitations uuid[], at timestamptz) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into nominee_lookups (invitation_id, account_id, looked_on, looked_at)
    select n.invitation_id, {{account}}, {{today}}, $2
    from seat_nominees n join seat_invitations i on i.id = n.invitation_id
    where n.invitation_id = any ($1) and i.invited_by is distinct from {{account}} and {{signed_in}}
    order by n.invitation_id
    on conflict do nothing
$$;
revoke execute on function note_nominee_lookups from public;
grant execute on function note_nominee_lookups to okn_system;

-- With a yes they can see who looked before it; the notes themselves go with the name and address.
create function tell_nominee_lookups(invitation uuid, person uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into person_access_log (id, person_id, person_region_id, happened_at, what, why, account_id, body_id,
      invitation_id)
    select gen_random_uuid(), p.id, p.region_id, l.looked_at, 'CONTACT', 'LOOKED_UP', l.account_id, i.body_id, i.id
    from nominee_lookups l join seat_invitations i on i.id = l.invitation_id join people p on p.id = $2
    where l.invitation_id = $1
    on conflict do nothing
$$;
revoke execute on function tell_nominee_lookups from public;

-- Whom a yes of somebody nominated is from: a person whom the body knows by that name and address now, or a new one.
-- Nobody else is looked for: who nominates must not learn from what they then see whether the service knew somebody.
create function person_of_nominee(invitation uuid, made uuid, on_day date, at timestamptz) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  nominee record;
  found uuid;
begin
  select n.*, i.body_id, i.region_id, i.language into strict nominee
    from seat_nominees n join seat_invitations i on i.id = n.invitation_id where i.id = $1 and {{signed_in}};
  select c.person_id into found from person_contacts c join person_details d on d.person_id = c.person_id
    where c.email_norm = nominee.email_norm and d.search_name = fold(nominee.display_name)
      and {{known_to(array[nominee.body_id], c.person_id, on_day)}}
    order by c.person_id limit 1;
  if found is not null then
    perform tell_nominee_lookups(invitation, found);
    return found;
  end if;
  insert into people (id, pseudonym, region_id, perspectives, language, created_at)
    values (made, {{pseudonym(made)}}, nominee.region_id, '{OUDER}', nominee.language, at);
  insert into person_details (person_id, given_name, infix, family_name)
    values (made, nominee.given_name, nominee.infix, nominee.family_name);
  insert into person_contacts (person_id, email) values (made, nominee.email);
  perform tell_nominee_lookups(invitation, made);
  return made;
end $$;
revoke execute on function person_of_nominee from public;
grant execute on function person_of_nominee to okn_system;

-- Name and address go with the answer, and with the day on which there can be none any more.
create function seat_nominees_forget() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from seat_nominees where invitation_id = new.id;
  return null;
end $$;
revoke execute on function seat_nominees_forget from public;
create trigger forget_nominee after update of status on seat_invitations
  for each row when (old.status = 'ASKED' and new.status in ('ACCEPTED', 'DECLINED', 'EXPIRED'))
  execute function seat_nominees_forget();

-- fragment nominated_hash(address)
link_signature('nominated ' || mailbox_of({{address}}))

-- That this address was nominated is kept for longer, by a keyed hash. And it is worth another try, whatever a mail
-- server said of it before: who nominates must not learn that somebody else wrote there.
create function seat_nominees_remember() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into nominated_addresses values (new.invitation_id, {{nominated_hash(new.email)}});
  perform mark_deliverable(new.email);
  return null;
end $$;
revoke execute on function seat_nominees_remember from public;
create trigger remember after insert on seat_nominees for each row execute function seat_nominees_remember();

-- What whoever fills the seats of a body knows of an address by what was done there: how often that body, or they
-- themselves elsewhere, nominated it lately, and until when it is left in peace there after a no.
create function nominated_before(address text, body uuid, on_day date)
  returns table (times integer, declined_on date, until date)
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  select count(*) filter (where i.asked_on > invitations_count_since($3))::integer,
    max(i.answered_on) filter (where {{declined_there}}), rests_until(max(i.answered_on) filter (where {{declined_there}}))
  from nominated_addresses n join seat_invitations i on i.id = n.invitation_id
  where n.address_hash = {{nominated_hash($1)}} and (i.invited_by = {{account}}
    or i.body_id = $2 and exists (select from advisory_bodies b where b.id = i.body_id and {{fills(b.region_id, b.id)}}))
$$;
revoke execute on function nominated_before from public;
grant execute on function nominated_before to {{viewers}};

-- fragment declined_there
i.body_id = $2 and i.status = 'DECLINED'

-- nominated_addresses
{{protected(nominated_addresses)}}
{{seen_by_nobody(nominated_addresses)}}
{{system_sees(nominated_addresses)}}
{{system_delete(nominated_addresses)}}
grant select (invitation_id) on nominated_addresses to okn_system;

-- fragment nominates
exists (select from seat_invitations i where i.id = invitation_id and {{fills(i.region_id, i.body_id)}}
  and invitation_is_open(i.status, i.expires_on, {{today}}))

-- seat_nominees
{{protected(seat_nominees)}}
create policy national on seat_nominees for select to okn_national using ({{nominates}});
create policy regional on seat_nominees for select to okn_regional using ({{nominates}});
create policy personal on seat_nominees for select to okn_personal using ({{nominates}});
create policy may_insert on seat_nominees for insert to {{viewers}} with check ({{nominates}});
grant select, insert on seat_nominees to {{viewers}};
{{system_sees(seat_nominees)}}
{{system_delete(seat_nominees)}}
-- the given name greets; address and full name are read by mail_address and person_of_nominee
grant select (invitation_id, given_name, source) on seat_nominees to okn_system;

-- nominee_lookups
{{protected(nominee_lookups)}}
{{seen_by_nobody(nominee_lookups)}}


-- Names that were told

create function reader_of(access uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.display_name from person_access_log l join accounts a on a.id = l.account_id
  where l.id = $1 and {{own_or_from_region(l.person_id, l.person_region_id)}}
$$;
revoke execute on function reader_of from public;
grant execute on function reader_of to {{viewers}};

-- person_access_log
-- but for somebody of whom nothing is left, because the list that they came in with was taken back
create trigger append_only before update or delete on person_access_log
  for each row when (current_setting('app.taken_back', true) is distinct from old.person_id::text)
  execute function refuse_change();
create trigger append_only_truncate before truncate on person_access_log
  for each statement execute function refuse_change();
{{protected(person_access_log)}}
create policy national on person_access_log for select to okn_national using (
  {{own_or_from_region(person_id, person_region_id)}});
create policy regional on person_access_log for select to okn_regional using (person_region_id = any ({{regions}}));
create policy personal on person_access_log for select to okn_personal using (
  {{own_or_from_region(person_id, person_region_id)}});
grant select on person_access_log to {{viewers}};
{{system_sees(person_access_log)}}
grant select (person_id, account_id, body_id, why, happened_at) on person_access_log to okn_system;
{{system_insert(person_access_log)}}


-- Matching: what seeking for a seat needs to know of people without showing it

-- One thing that a seat asks: a trait, or the title of a training, as a number; and what that is in words, where it
-- has a name of its own.
create type sought as (id uuid, kind text, strength text, value text, trait integer, training bigint, nl text, en text);

-- For whoever fills the seat, on a day: the regions in which candidates must be findable (see ervaringsdeskundigen);
-- how many people of the body's own region are on record but may not be found, of those who live (in fives, and null
-- below 5, so that it gives nobody away); what the seat asks; and who is ruled out whatever it asks. HERE are those who said yes to
-- this body and sit there, or have an open invitation for this seat: they are not sought. Nobody else is missing, least
-- of all whoever sits there but was appointed by name: who disappears from a list when somebody is appointed is that
-- person.
create function seat_sought(uuid, date) returns table (seat_id uuid, findable_in uuid[], hidden bigint,
    requirements sought[], here uuid[], in_cooldown uuid[])
  language plpgsql stable security definer set search_path = public, pg_temp rows 1 as $$
declare seat record;
begin
  select s.id, b.id as body_id,
      -- in FROM the function is part of the plan; elsewhere it would be one of its own, each time
      array(select regions_below(b.region_id)) as home,
      array(select below from (select b.region_id union all select agreed_regions(b.id, $2)) works (place)
        cross join lateral regions_below(place) below) as places
    into seat
    from advisory_seats s join advisory_bodies b on b.id = s.body_id
    where s.id = $1 and {{signed_in}} and b.id = any ({{bodies}});
  if not found then return; end if;
  return query
    select seat.id, sought_for(seat.body_id, $2),
      (select case when lives >= 5 then lives - lives % 5 end from (select (
          select count(*) from ervaringsdeskundigen e where e.region_id = any (seat.home) and e.findable_until < $2) + (
          select count(*) from ervaringsdeskundigen e where e.region_id = any (seat.home) and e.findable_until is null) - (
          select count(*) from people p join ervaringsdeskundigen e on e.person_id = p.id
            where p.region_id = any (seat.home) and p.deceased_on is not null) as lives) hidden),
      array(
        select row(r.id, r.kind, r.strength, r.value, r.trait, case r.kind when 'TRAINING' then title_number(r.value) end,
          coalesce(r.label, t.label_nl, g.name), coalesce(r.label, t.label_en, g.name))::sought
        from seat_requirements r left join themes t on t.id = r.theme_id left join regions g on g.id = r.place_id
        where r.seat_id = $1 order by r.kind, r.id),
      array(
        select a.known_as from seat_appointments a
        where a.body_id = seat.body_id and a.known_as is not null
          and known_by_seat(a.period, a.invitation_id, $2)
        union all
        select i.ervaringsdeskundige_id from seat_invitations i
        where i.seat_id = $1 and i.ervaringsdeskundige_id is not null
          and (i.status = 'ACCEPTED' or invitation_is_open(i.status, i.expires_on, $2))),
      array(
        select i.ervaringsdeskundige_id from seat_invitations i
        where i.body_id = seat.body_id and i.ervaringsdeskundige_id is not null
          and i.status = 'DECLINED' and rests_until(i.answered_on) >= $2);
end $$;
revoke execute on function seat_sought from public;
grant execute on function seat_sought to {{viewers}};
