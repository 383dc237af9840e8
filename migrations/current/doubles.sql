-- Records that may be of one person

-- Facts that are the same of two people, beside their names and the ways to reach them, as far as the viewer sees them of both:
-- a network of theirs, and a school where they live or take part. Whoever records somebody to compare them with learns no more.
-- fragment facts_in_common(one, other)
array_remove(array[
    case when {{one}}.municipality_id = {{other}}.municipality_id then 'SAME_MUNICIPALITY' end,
    case when exists (select from oudernetwerken n where n.region_id = any ({{regions}})
      and n.id = any ({{one}}.oudernetwerk_ids) and n.id = any ({{other}}.oudernetwerk_ids)) then 'SAME_NETWORK' end,
    case when {{one}}.is_here and {{other}}.is_here and exists (
      select from school_ties t join school_ties o on o.school_id = t.school_id
      where t.person_id = {{one}}.id and o.person_id = {{other}}.id) then 'SAME_SCHOOL' end], null)

-- How certain it is that two records are of one person, by what is the same of them; null where nothing but a resemblance
-- speaks for it. People who share an address are as a rule a family.
create function pair_certainty(reasons text[]) returns text language sql immutable parallel safe
  return case
    when $1 && array['SAME_NAME', 'SIMILAR_NAME'] and $1 && array['SAME_EMAIL', 'SAME_PHONE'] then 'HIGH'
    when 'SAME_NAME' = any ($1) and $1 && array['SAME_MUNICIPALITY', 'SAME_NETWORK', 'SAME_SCHOOL'] then 'MEDIUM'
    when $1 && array['SAME_NAME', 'SAME_EMAIL', 'SAME_PHONE']
      or $1 && array['SAME_MUNICIPALITY', 'SAME_NETWORK', 'SAME_SCHOOL'] then 'LOW' end;
grant execute on function pair_certainty to {{viewers}};

-- Pairs of living people known in a region or below it, of those that the viewer coordinates, who may be one person; not of
-- the country, which has too many. How somebody is reached counts where the viewer may see it. Those of a region are looked
-- at, and nobody else.
create function possible_pairs(region uuid) returns table (one_id uuid, other_id uuid, reasons text[])
  language sql stable security definer rows 50 set search_path = public, pg_temp as $$
  with places as materialized (
    select array(select below from regions_below($1) below where below = any ({{regions}})) as ids
    where exists (select from regions r where r.id = $1 and r.kind <> 'LAND')),
  here as materialized (
    select p.id, d.search_name, d.name_marks, d.name_keys, 0.3 * cardinality(show_trgm(d.search_name)) as most,
      p.municipality_id, p.oudernetwerk_ids, p.region_id = any ({{regions}}) or takes_part_here(p.id) as is_here
    from places join person_details d on d.region_ids && places.ids
    join people p on p.id = d.person_id and p.deceased_on is null),
  keyed as materialized (select id, unnest(name_keys) as key from here),
  alike as (
    select one.id as one_id, other.id as other_id,
      case when one.search_name = other.search_name then 'SAME_NAME' else 'SIMILAR_NAME' end as reason
    from (select distinct a.id as one_id, b.id as other_id from keyed a join keyed b on b.key = a.key and a.id < b.id) met
    join here one on one.id = met.one_id join here other on other.id = met.other_id
    where case when bit_count(one.name_marks & ~other.name_marks) <= one.most
        then word_similarity(one.search_name, other.search_name) >= 0.7 else false end
      or case when bit_count(other.name_marks & ~one.name_marks) <= other.most
        then word_similarity(other.search_name, one.search_name) >= 0.7 else false end),
  reached as materialized (
    select c.person_id as id, c.email_norm, c.phone from here join person_contacts c on c.person_id = here.id
    where here.is_here),
  paired as (
    select one_id, other_id, array_agg(reason order by reason) as reasons from (
      select one_id, other_id, reason from alike
      union all select a.id, b.id, 'SAME_EMAIL' from reached a join reached b on b.email_norm = a.email_norm and a.id < b.id
      union all select a.id, b.id, 'SAME_PHONE' from reached a join reached b on b.phone = a.phone and a.id < b.id) each
    group by one_id, other_id)
  select p.one_id, p.other_id, p.reasons || {{facts_in_common(one, other)}}
  from paired p join here one on one.id = p.one_id join here other on other.id = p.other_id
  where not exists (select from people_told_apart t where t.one_id = p.one_id and t.other_id = p.other_id)
    and pair_certainty(p.reasons || {{facts_in_common(one, other)}}) is not null
$$;
revoke execute on function possible_pairs from public;
grant execute on function possible_pairs to {{viewers}};

-- Whoever sees both and keeps one of them says whether they are one.
-- fragment pair_seen
exists (select from people p where p.id = one_id) and exists (select from people p where p.id = other_id)

-- fragment pair_kept
{{pair_seen}} and exists (select from people p where p.id = any (array[one_id, other_id]) and p.region_id = any ({{regions}}))

-- people_told_apart: for whoever sees both
{{protected(people_told_apart)}}
create policy national on people_told_apart for select to okn_national using ({{pair_seen}});
create policy regional on people_told_apart for select to okn_regional using ({{pair_seen}});
create policy personal on people_told_apart for select to okn_personal using ({{pair_seen}});
create policy may_insert on people_told_apart for insert to {{viewers}} with check ({{in_region}} and {{pair_kept}});
create policy may_delete on people_told_apart for delete to {{viewers}} using ({{pair_kept}});
grant select, insert, delete on people_told_apart to {{viewers}};


-- One of two

-- The record that somebody's became a part of, or what that became a part of in its turn; null where it is one of its own. It
-- tells an id only: who sees that record is for its own policies to say.
create function merged_into(uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  with recursive later as (
    select merged_into as id, 1 as step from people where id = $1 and merged_into is not null
    union all
    select p.merged_into, step + 1 from people p join later l on p.id = l.id where p.merged_into is not null
  )
  select id from later order by step desc limit 1
$$;
revoke execute on function merged_into from public;
grant execute on function merged_into to {{viewers}}, okn_system;

-- What is left of days without those of another period; more than one piece where they lie within.
create function days_without(days daterange, taken daterange) returns setof daterange language sql immutable parallel safe
  return unnest(datemultirange($1) - datemultirange($2));

-- Which of two overlapping periods may count on the days of both: not one that would leave the other in two pieces.
create function may_count(own daterange, others daterange) returns text[] language sql immutable parallel safe
  return array_remove(array[
    case when (select count(*) from days_without($2, $1)) < 2 then 'SURVIVOR' end,
    case when (select count(*) from days_without($1, $2)) < 2 then 'OTHER' end], null);

-- What two records say that one person cannot have twice, with what can be chosen; nothing to choose: put it right first.
-- For whoever keeps both.
create function merge_clashes(survivor uuid, other uuid)
  returns table (key text, kind text, choices text[], type text, one_id uuid, two_id uuid)
  language sql stable security definer rows 5 set search_path = public, pg_temp as $$
  with found (kind, choices, type, one_id, two_id) as (
    select 'TREKKERSCHAP', may_count(s.period, o.period), 'Trekkerschap', s.id, o.id
      from trekkerschappen s join trekkerschappen o using (oudernetwerk_id)
      where s.person_id = $1 and o.person_id = $2 and s.period && o.period
    union all
    select 'MEMBERSHIP', may_count(s.period, o.period), 'Membership', s.id, o.id
      from memberships s join memberships o using (oudernetwerk_id)
      where s.person_id = $1 and o.person_id = $2 and s.period && o.period
    union all
    select 'CANDIDATE', '{SURVIVOR,OTHER}', 'SuccessorCandidate', s.id, o.id
      from successor_candidates s join successor_candidates o using (plan_id)
      where s.person_id = $1 and o.person_id = $2 and s.ended_on is null and o.ended_on is null
    union all
    select 'PLAN', '{}', 'SuccessionPlan', p.id, q.id
      from trekkerschappen s join trekkerschappen o using (oudernetwerk_id)
      join succession_plans p on p.trekkerschap_id = s.id and p.closed_on is null
      join succession_plans q on q.trekkerschap_id = o.id and q.closed_on is null
      where s.person_id = $1 and o.person_id = $2 and s.period && o.period
    union all
    select 'SEAT', '{}', 'SeatAppointment', s.id, o.id
      from seat_appointments s join seat_appointments o using (body_id)
      where s.person_id = $1 and o.person_id = $2 and s.period && o.period
    union all
    select 'INVITATION', '{}', 'SeatInvitation', s.id, o.id
      from seat_invitations s join seat_invitations o using (seat_id)
      where s.person_id = $1 and o.person_id = $2 and s.status in ('ASKED', 'ACCEPTED') and o.status in ('ASKED', 'ACCEPTED')
    union all
    select 'ABSENCE', '{}', 'Absence', s.id, o.id
      from absences s join absences o on coalesce(o.oudernetwerk_id, o.body_id) = coalesce(s.oudernetwerk_id, s.body_id)
      where s.person_id = $1 and o.person_id = $2 and s.period && o.period
    union all
    select 'MOVE', '{}', 'PersonMove', s.id, o.id from person_moves s join person_moves o
      on o.person_id = $2 and o.crossed_at is null and o.closed_on is null
      where s.person_id = $1 and s.crossed_at is null and s.closed_on is null
    union all
    select 'PROFILE', '{SURVIVOR}', 'Ervaringsdeskundige', s.id, o.id
      from ervaringsdeskundigen s join ervaringsdeskundigen o on o.person_id = $2 where s.person_id = $1
    union all
    select 'ACCOUNT', '{SURVIVOR,OTHER}', null, null, null
      where exists (select from accounts where person_id = $1) and exists (select from accounts where person_id = $2)
    union all
    select what, '{SURVIVOR,OTHER}', null, null, null
      from person_contacts s join person_contacts o on o.person_id = $2
      cross join lateral (values ('EMAIL', s.email_norm, o.email_norm), ('PHONE', s.phone, o.phone)) each (what, ours, theirs)
      where s.person_id = $1 and ours <> theirs)
  select md5(concat_ws(' ', found.kind, found.one_id, found.two_id)), found.*
  from found
  where (select count(*) from people p where p.id in ($1, $2) and p.region_id = any ({{regions}}) and p.merged_into is null) = 2
$$;
revoke execute on function merge_clashes from public;
grant execute on function merge_clashes to {{viewers}};

-- What names somebody and would go over to another record, for whoever keeps both.
create function merge_parts(survivor uuid, other uuid) returns table (type text, id uuid)
  language sql stable security definer rows 20 set search_path = public, pg_temp as $$
  select each.* from (
    select 'Trekkerschap', id from trekkerschappen where person_id = $2
    union all select 'Membership', id from memberships where person_id = $2
    union all select 'SuccessorCandidate', id from successor_candidates where person_id = $2
    union all select 'HandoverItem', id from handover_items where owner_person_id = $2
    union all select 'Oudernetwerk', id from oudernetwerken where contact_person_id = $2
    union all select 'SeatAppointment', id from seat_appointments where person_id = $2
    union all select 'SeatInvitation', id from seat_invitations where person_id = $2
    union all select 'Ervaringsdeskundige', id from ervaringsdeskundigen where person_id = $2
    union all select 'SchoolTie', id from school_ties where person_id = $2) each (type, id)
  where (select count(*) from people p where p.id in ($1, $2) and p.region_id = any ({{regions}}) and p.merged_into is null) = 2
  order by 1, 2
$$;
revoke execute on function merge_parts from public;
grant execute on function merge_parts to {{viewers}};

-- The merge that this transaction records, or takes back.
create function merge_at_work(merge uuid, undoing boolean) returns person_merges
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare one person_merges;
begin
  select * into strict one from person_merges m
    where m.id = merge and m.xact = pg_current_xact_id() and (m.undone_at is not null) = undoing;
  return one;
end $$;
revoke execute on function merge_at_work from public;

-- Lets the days of both be those of the record that was chosen. What is left without a day is gone, and what was built on it is
-- built on the other one.
create function merge_overlaps(one person_merges) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  clash record;
  winner uuid;
  loser uuid;
  kept text;
  left_over daterange;
  goes_on boolean;
begin
  for clash in select c.*, one.choices ->> c.key as choice from merge_clashes(one.survivor_id, one.other_id) c
    where c.kind in ('TREKKERSCHAP', 'MEMBERSHIP', 'CANDIDATE')
  loop
    winner := case clash.choice when 'SURVIVOR' then clash.one_id else clash.two_id end;
    loser := case clash.choice when 'SURVIVOR' then clash.two_id else clash.one_id end;
    if clash.kind = 'CANDIDATE' then
      perform keep_rows(one.id, 'successor_candidates', array[loser]);
      delete from successor_candidates c where c.id = loser;
      continue;
    end if;
    kept := case clash.kind when 'TREKKERSCHAP' then 'trekkerschappen' else 'memberships' end;
    perform keep_rows(one.id, kept, array[loser]);
    execute format('select d, upper(d) = lower(w.period) from %1$I l join %1$I w on w.id = $1
      left join lateral days_without(l.period, w.period) d on true where l.id = $2', kept) into left_over, goes_on using winner, loser;
    if kept = 'memberships' then
      update memberships m set period = left_over where m.id = loser and left_over is not null;
    elsif left_over is not null then
      update trekkerschappen t set period = left_over, version = t.version + 1,
          end_reason = case when goes_on then null else t.end_reason end,
          planned_end_on = case when t.planned_end_on >= lower(left_over) and not goes_on then t.planned_end_on end,
          planned_end_reason = case when t.planned_end_on >= lower(left_over) and not goes_on then t.planned_end_reason end
        where t.id = loser;
    end if;
    if kept = 'trekkerschappen' and (left_over is null or goes_on) then
      perform keep_rows(one.id, 'succession_plans', array(select p.id from succession_plans p
        where p.trekkerschap_id = loser and p.closed_on is null or left_over is null and loser in (p.trekkerschap_id, p.successor_id)));
      update succession_plans p set trekkerschap_id = winner, version = p.version + 1
        where p.trekkerschap_id = loser and (p.closed_on is null or left_over is null);
      update succession_plans p set successor_id = winner where p.successor_id = loser and left_over is null;
      perform keep_rows(one.id, 'trekkerschappen', array(select t.id from trekkerschappen t where t.predecessor_id = loser));
      update trekkerschappen t set predecessor_id = case
          when not exists (select from trekkerschappen s where s.predecessor_id = winner) then winner end, version = t.version + 1
        where t.predecessor_id = loser;
    end if;
    if left_over is null then
      if kept = 'trekkerschappen' then
        perform keep_rows(one.id, 'absences', array(select a.id from absences a where a.substitute_id = loser));
        update absences a set substitute_id = winner where a.substitute_id = loser;
      end if;
      execute format('delete from %I where id = $1', kept) using loser;
    end if;
  end loop;
end $$;
revoke execute on function merge_overlaps from public;

-- A profile goes over; of two the survivor's stays, with what both have learned, keep from, and are asked.
create function merge_profiles(one person_merges) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ours uuid := (select id from ervaringsdeskundigen where person_id = one.survivor_id);
  theirs uuid := (select id from ervaringsdeskundigen where person_id = one.other_id);
begin
  if theirs is null then return; end if;
  if ours is null then
    perform keep_rows(one.id, 'ervaringsdeskundigen', array[theirs]);
    perform keep_rows(one.id, 'seat_invitations', array(select id from seat_invitations where person_id = one.other_id));
    perform keep_rows(one.id, 'seat_appointments', array(select id from seat_appointments where person_id = one.other_id));
    update ervaringsdeskundigen set person_id = one.survivor_id, version = version + 1 where id = theirs;
    return;
  end if;
  perform keep_rows(one.id, 'seat_invitations', array(select id from seat_invitations where ervaringsdeskundige_id = theirs));
  update seat_invitations set ervaringsdeskundige_id = ours, person_id = one.survivor_id, version = version + 1
    where ervaringsdeskundige_id = theirs;
  perform keep_rows(one.id, 'seat_appointments', array(select id from seat_appointments where known_as = theirs));
  update seat_appointments set known_as = ours, person_id = one.survivor_id, version = version + 1 where known_as = theirs;
  perform keep_rows(one.id, 'trainings', array(select id from trainings where ervaringsdeskundige_id = theirs));
  update trainings set ervaringsdeskundige_id = ours, version = version + 1 where ervaringsdeskundige_id = theirs;
  perform keep_rows(one.id, 'incompatibilities', array(select id from incompatibilities where ervaringsdeskundige_id = theirs));
  update incompatibilities set ervaringsdeskundige_id = ours where ervaringsdeskundige_id = theirs;
  with joined as (
    insert into ervaringsdeskundige_themes (ervaringsdeskundige_id, theme_id)
      select ours, t.theme_id from ervaringsdeskundige_themes t where t.ervaringsdeskundige_id = theirs
      on conflict do nothing returning theme_id)
  update person_merges m set became = m.became || jsonb_build_object('themes', (select jsonb_agg(theme_id) from joined))
    where m.id = one.id;
end $$;
revoke execute on function merge_profiles from public;

-- Lets all rows of a table that name the other record name the survivor. A tie or task that the survivor has as well stays.
create function merge_joins(merge uuid, kept text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one person_merges := merge_at_work(merge, false);
  name text;
  ids uuid[];
  held uuid[];
  counted text := case when exists (select from pg_attribute where attrelid = kept::regclass and attname = 'version')
    then ', version = version + 1' else '' end;
begin
  if not exists (select from pg_attribute where attrelid = kept::regclass and attname = 'id') then return; end if;
  for name in select a.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.conrelid = kept::regclass and c.contype = 'f' and c.confrelid = 'people'::regclass and cardinality(c.conkey) = 1
      and a.attname <> 'merged_into' order by a.attnum
  loop
    execute format('select array(select id from %1$I where %2$I = $1 order by id), array(select id from %1$I where %2$I = $2 order by id)',
      kept, name) into ids, held using one.other_id, one.survivor_id;
    if kept = 'school_ties' then
      ids := array(select t.id from school_ties t where t.id = any (ids) and not exists (select from school_ties s
        where s.person_id = one.survivor_id and (s.stage, s.school_year_start) = (t.stage, t.school_year_start)
          and (s.year_level, s.school_id) is not distinct from (t.year_level, t.school_id)));
    elsif kept = 'person_tasks' then
      ids := array(select t.id from person_tasks t where t.id = any (ids) and not exists (select from person_tasks s
        where s.person_id = one.survivor_id and (s.region_id, s.kind) = (t.region_id, t.kind)
          and s.done_on is null and t.done_on is null and s.mail_id is null and t.mail_id is null));
    elsif kept = 'person_access_log' then
      perform set_config('app.taken_back', one.other_id::text, true);
      ids := array(select l.id from person_access_log l where l.id = any (ids) and not exists (select from person_access_log s
        where s.person_id = one.survivor_id and s.account_id = l.account_id and s.why = 'LOOKED_UP' and l.why = 'LOOKED_UP'
          and {{day_of(s.happened_at)}} = {{day_of(l.happened_at)}}));
    end if;
    update person_merges m set own = m.own || jsonb_build_object(kept || '.' || name, to_jsonb(held)) where m.id = merge;
    perform keep_rows(merge, kept, ids);
    execute format('update %1$I set %2$I = $1 %3$s where id = any ($2)', kept, name, counted) using one.survivor_id, ids;
  end loop;
  if kept = 'mails' then
    ids := array(select id from mails m where m.recipient_type = 'PERSON' and m.recipient_id = one.other_id
      -- the survivor is told what is kept of them
      and (m.kind <> 'RECORDED' or m.sent_at is not null)
      and not exists (select from mails s where s.recipient_id = one.survivor_id and (s.week = m.week or s.retracts = m.retracts)));
    perform keep_rows(merge, kept, ids);
    update mails set recipient_id = one.survivor_id where id = any (ids);
  elsif kept = 'person_access_log' then
    perform set_config('app.taken_back', '', true);
  end if;
end $$;
revoke execute on function merge_joins from public;
grant execute on function merge_joins to okn_system;

-- The last that somebody said of a purpose.
create function last_said(person uuid, about text) returns setof consents
  language sql stable set search_path = public, pg_temp rows 1 as $$
  select c.* from consents c where c.person_id = $1 and c.purpose = $2 order by c.recorded_at desc, c.id desc limit 1
$$;
revoke execute on function last_said from public;

-- Notes in the ledger what holds of what was said on both records: what both allow. A word said on one of them only counts, but
-- that their network may reach them only where they have none on the other record: those who would see more were not meant.
create function merge_consents(one person_merges) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  about text;
  ours consents;
  theirs consents;
  places text[] := array['REGION', 'REGION_AND_AGREEMENTS', 'COUNTRY'];
  made consents;
begin
  for about in select distinct purpose from consents where person_id in (one.survivor_id, one.other_id) order by 1 loop
    select * into ours from last_said(one.survivor_id, about);
    select * into theirs from last_said(one.other_id, about);
    continue when theirs.id is null;
    continue when ours.id is null and theirs.given and case about
      when 'CONTACT_BY_NETWORK' then exists (select from memberships where person_id = one.survivor_id)
        or exists (select from trekkerschappen where person_id = one.survivor_id)
      else about = 'CONTACT_BY_APP' end;
    made := theirs;
    if ours.id is not null then
      continue when not ours.given;
      if theirs.given then
        made := ours;
        made.until := least(ours.until, theirs.until);
        made.scopes := array(select s from unnest(ours.scopes) s where s <> all (places) and s = any (theirs.scopes))
          || coalesce(array[places[least((select max(array_position(places, s)) from unnest(ours.scopes) s),
            (select max(array_position(places, s)) from unnest(theirs.scopes) s))]], '{}');
        if about <> 'FINDABLE' then made.scopes := '{}'; end if;
      end if;
    end if;
    made.id := gen_random_uuid();
    made.person_id := one.survivor_id;
    made.account_id := one.account_id;
    made.recorded_at := greatest(one.recorded_at, (select max(recorded_at) + interval '1 microsecond' from consents where person_id = one.survivor_id));
    insert into consents select made.*;
    update person_merges m set was = m.was || jsonb_build_object('said ' || about, ours.id), became = m.became || jsonb_build_object('said ' || about, made.id)
      where m.id = one.id;
  end loop;
end $$;
revoke execute on function merge_consents from public;

-- What is kept once of somebody, as it is now.
create function kept_once(person uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'perspectives', (select perspectives from people where id = $1),
    'phone', (select phone from person_contacts where person_id = $1),
    'email', (select email from person_contacts where person_id = $1),
    'notes', (select jsonb_object_agg(region_id, note) from person_notes where person_id = $1),
    'pause', (select to_jsonb(c) from contact_pauses c where c.person_id = $1),
    'preferences', (select to_jsonb(m) from mail_preferences m where m.person_id = $1))
$$;
revoke execute on function kept_once from public;

-- What the survivor has counts of what is kept once; of what keeps others away, the stricter word of both.
create function merge_details(one person_merges) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ours people;
  theirs people;
  phone_of_other boolean := coalesce(one.choices ->> md5('PHONE') = 'OTHER', false);
begin
  select * into strict ours from people where id = one.survivor_id;
  select * into strict theirs from people where id = one.other_id;
  one.was := kept_once(ours.id) || jsonb_build_object(
    'notice', (select to_jsonb(n) from recorded_notices n where n.person_id = theirs.id and n.told_on is null));
  delete from recorded_notices n where n.person_id = theirs.id and n.told_on is null;
  update people set perspectives = ours.perspectives || array(select v from unnest(theirs.perspectives) v where v <> all (ours.perspectives))
    where id = ours.id and not theirs.perspectives <@ ours.perspectives;
  -- a first address counts as when it is written by hand
  insert into person_contacts as c (person_id, email, phone) select ours.id, o.email, o.phone from person_contacts o
    where o.person_id = theirs.id
    on conflict (person_id) do update set email = coalesce(c.email, excluded.email),
      phone = case when c.phone is null or phone_of_other and excluded.phone is not null then excluded.phone else c.phone end;
  insert into person_notes as n (person_id, region_id, note) select ours.id, o.region_id, o.note from person_notes o where o.person_id = theirs.id
    on conflict (person_id, region_id) do update set note = n.note || E'\n\n' || excluded.note where n.note <> excluded.note;
  insert into contact_pauses as p (person_id, period, account_id, recorded_at)
    select ours.id, o.period, o.account_id, o.recorded_at from contact_pauses o where o.person_id = theirs.id
    on conflict (person_id) do update set period = range_merge(p.period, excluded.period);
  insert into mail_preferences as m (id, person_id, reminders, digest, quiet_from, quiet_until)
    select gen_random_uuid(), ours.id, o.reminders, o.digest, o.quiet_from, o.quiet_until from mail_preferences o where o.person_id = theirs.id
    on conflict (person_id) do update set reminders = m.reminders and excluded.reminders, digest = m.digest and excluded.digest;
  update person_merges m set was = one.was, became = m.became || kept_once(ours.id) where m.id = one.id;
end $$;
revoke execute on function merge_details from public;

-- What has no id of its own, or may not be changed but by this: what others keep of the one for when they take something back,
-- what their details were, and the days in their calendar.
create function merge_traces(one person_merges, from_id uuid, to_id uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare moved jsonb;
begin
  with kept as (
    update kept_rows k set was = k.was || jsonb_build_object('person_id', to_id),
      became = case when k.became is not null then k.became || jsonb_build_object('person_id', to_id) end
    where k.cause_id <> one.id and k.was ->> 'person_id' = from_id::text
      and (one.undone_at is null or one.became -> 'kept' ? concat_ws(' ', k.cause_id, k.kept_table, k.row_id))
    returning concat_ws(' ', k.cause_id, k.kept_table, k.row_id) as key)
  select jsonb_build_object('kept', coalesce(jsonb_agg(key), '[]')) into moved from kept;
  perform set_config('app.merged', from_id::text, true);
  with valued as (
    update audit_values v set person_id = to_id
    where v.person_id = from_id and (one.undone_at is null or one.became -> 'valued' ? concat_ws(' ', v.audit_id, v.row_id, v.place))
    returning concat_ws(' ', v.audit_id, v.row_id, v.place) as key)
  select moved || jsonb_build_object('valued', coalesce(jsonb_agg(key), '[]')) into moved from valued;
  perform set_config('app.merged', '', true);
  with copied as (
    update calendar_copies c set recipient_id = to_id
    where c.recipient_type = 'PERSON' and c.recipient_id = from_id
      and (one.undone_at is null or one.became -> 'copied' ? concat_ws(' ', c.what, c.subject_id))
      and not exists (select from calendar_copies s where s.recipient_id = to_id and s.what = c.what and s.subject_id = c.subject_id)
    returning concat_ws(' ', c.what, c.subject_id) as key)
  select moved || jsonb_build_object('copied', coalesce(jsonb_agg(key), '[]')) into moved from copied;
  update person_merges m set became = m.became || moved where m.id = one.id and one.undone_at is null;
end $$;
revoke execute on function merge_traces from public;

-- Where somebody is known, worked out anew; nowhere, if their record is part of another one.
create function known_anew(person uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update people p set region_ids = regions_of(p.id, p.region_id), oudernetwerk_ids = known.oudernetwerk_ids,
    candidate_for = known.candidate_for, body_ids = known.body_ids
  from places_of($1) known where p.id = $1
$$;
revoke execute on function known_anew from public;

-- When somebody is expected to stop is worked out anew for whoever leads by now.
create function forget_expected_of(one person_merges) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from expected_ends e using trekkerschappen t
  where t.id = e.trekkerschap_id and t.person_id <> e.person_id and e.person_id in (one.survivor_id, one.other_id)
$$;
revoke execute on function forget_expected_of from public;

-- What comes before the rest: what one person cannot have twice, by what was chosen, and what is kept once.
create function merge_begins(merge uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one person_merges := merge_at_work(merge, false);
  unlinked uuid[];
begin
  perform merge_details(one);
  perform merge_traces(one, one.other_id, one.survivor_id);
  perform merge_overlaps(one);
  perform merge_profiles(one);
  unlinked := array(select a.id from accounts a where one.choices ? md5('ACCOUNT')
    and a.person_id = case one.choices ->> md5('ACCOUNT') when 'OTHER' then one.survivor_id else one.other_id end);
  perform keep_rows(merge, 'accounts', unlinked);
  update accounts a set person_id = null, version = a.version + 1 where a.id = any (unlinked);
end $$;
revoke execute on function merge_begins from public;
grant execute on function merge_begins to okn_system;

-- What comes last: what holds of what was said, and that the other record is part of the survivor's.
create function merge_ends(merge uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare one person_merges := merge_at_work(merge, false);
begin
  -- nobody follows themselves
  perform keep_rows(merge, 'trekkerschappen', array(select t.id from trekkerschappen t join trekkerschappen p on p.id = t.predecessor_id
    where t.person_id = one.survivor_id and p.person_id = one.survivor_id));
  update trekkerschappen t set predecessor_id = null from trekkerschappen p
    where p.id = t.predecessor_id and t.person_id = one.survivor_id and p.person_id = one.survivor_id;
  perform merge_consents(one);
  perform forget_expected_of(one);
  update people set merged_into = one.survivor_id, version = version + 1 where id = one.other_id;
  perform known_anew(one.other_id);
  perform renew_findable(one.other_id);
  perform renew_findable(one.survivor_id);
  perform note_kept_rows(merge);
end $$;
revoke execute on function merge_ends from public;
grant execute on function merge_ends to okn_system;

-- The networks whose cover may be another one, by what went over.
create function merge_networks(merge uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct (k.was ->> 'oudernetwerk_id')::uuid from kept_rows k
  where k.cause_id = $1 and k.kept_table in ('trekkerschappen', 'absences') and k.was ->> 'oudernetwerk_id' is not null
  union
  select oudernetwerk_id from absences where person_id in (select survivor_id from person_merges where id = $1) and oudernetwerk_id is not null
  order by 1
$$;
revoke execute on function merge_networks from public;
grant execute on function merge_networks to okn_system;

-- The type of which a table holds rows, for what an undone merge leaves.
create function node_type_of(kept text) returns text language sql immutable parallel safe
  return case kept when 'trekkerschappen' then 'Trekkerschap' when 'memberships' then 'Membership'
    when 'successor_candidates' then 'SuccessorCandidate' when 'handover_items' then 'HandoverItem'
    when 'oudernetwerken' then 'Oudernetwerk' when 'seat_appointments' then 'SeatAppointment'
    when 'seat_invitations' then 'SeatInvitation' when 'school_ties' then 'SchoolTie' when 'absences' then 'Absence'
    when 'succession_plans' then 'SuccessionPlan' when 'ervaringsdeskundigen' then 'Ervaringsdeskundige'
    when 'person_moves' then 'PersonMove' end;

-- What names the survivor by now and did not when the records became one: it stays theirs.
create function merge_new_since(one person_merges) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  place record;
  ids uuid[];
  found jsonb := '[]';
begin
  for place in select split_part(key, '.', 1) as kept, split_part(key, '.', 2) as name,
      array(select jsonb_array_elements_text(value)::uuid) as own
    from jsonb_each(one.own) where node_type_of(split_part(key, '.', 1)) is not null order by key
  loop
    execute format('select array(select id from %I where %I = $1 and id <> all ($2) and id not in (
      select row_id from kept_rows where cause_id = $3) order by id)', place.kept, place.name)
      into ids using one.survivor_id, place.own, one.id;
    found := found || coalesce((select jsonb_agg(jsonb_build_object('type', node_type_of(place.kept), 'id', id)) from unnest(ids) id), '[]');
  end loop;
  return found;
end $$;
revoke execute on function merge_new_since from public;

-- Puts back one row, unless it is so already or somebody has built on it.
create function merge_row_back(one kept_rows) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  now_there jsonb;
begin
  execute format('select to_jsonb(t) from %I t where t.id = $1', one.kept_table) into now_there using one.row_id;
  if one.became is not null and now_there is not null and not exists (select from jsonb_each(one.was)
      where value is distinct from one.became -> key and key <> 'version' and value is distinct from now_there -> key) then
    return true;
  end if;
  return restore_row(one);
end $$;
revoke execute on function merge_row_back from public;

-- What the survivor had of what is kept once, where nobody changed it since.
create function merge_details_back(one person_merges) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  about text;
  said consents;
begin
  update people p set perspectives = array(select jsonb_array_elements_text(one.was -> 'perspectives'))
    where p.id = one.survivor_id and to_jsonb(p.perspectives) = one.became -> 'perspectives' and one.was -> 'perspectives' <> one.became -> 'perspectives';
  update person_contacts c set phone = one.was ->> 'phone' where c.person_id = one.survivor_id
    and c.phone is not distinct from one.became ->> 'phone' and c.phone is distinct from one.was ->> 'phone';
  update person_contacts c set email = one.was ->> 'email' where c.person_id = one.survivor_id
    and c.email is not distinct from one.became ->> 'email' and c.email is distinct from one.was ->> 'email';
  delete from person_contacts c where c.person_id = one.survivor_id and c.email is null and c.phone is null;
  update person_notes n set note = one.was -> 'notes' ->> n.region_id::text where n.person_id = one.survivor_id
    and one.was -> 'notes' ? n.region_id::text and n.note = one.became -> 'notes' ->> n.region_id::text
    and n.note <> one.was -> 'notes' ->> n.region_id::text;
  delete from person_notes n where n.person_id = one.survivor_id and n.note = one.became -> 'notes' ->> n.region_id::text
    and not coalesce(one.was -> 'notes' ? n.region_id::text, false);
  if one.was -> 'pause' <> one.became -> 'pause' then
    delete from contact_pauses c where c.person_id = one.survivor_id and to_jsonb(c) = one.became -> 'pause';
    if found and one.was -> 'pause' <> 'null' then
      insert into contact_pauses select * from jsonb_populate_record(null::contact_pauses, one.was -> 'pause');
    end if;
  end if;
  if one.was -> 'preferences' <> one.became -> 'preferences' then
    delete from mail_preferences m where m.person_id = one.survivor_id and to_jsonb(m) = one.became -> 'preferences';
    if found and one.was -> 'preferences' <> 'null' then
      insert into mail_preferences select * from jsonb_populate_record(null::mail_preferences, one.was -> 'preferences');
    end if;
  end if;
  insert into recorded_notices select * from jsonb_populate_record(null::recorded_notices, one.was -> 'notice')
    where one.was -> 'notice' <> 'null';
  delete from ervaringsdeskundige_themes t using ervaringsdeskundigen e where e.id = t.ervaringsdeskundige_id
    and e.person_id = one.survivor_id and one.became -> 'themes' ? t.theme_id::text;
  for about in select substr(key, 6) from jsonb_object_keys(one.became) key where key like 'said %' order by 1 loop
    select * into said from last_said(one.survivor_id, about);
    continue when said.id::text <> one.became ->> ('said ' || about);
    if one.was ->> ('said ' || about) is not null then
      select * into strict said from consents where id = (one.was ->> ('said ' || about))::uuid;
    else
      said.given := false;
      said.scopes := '{}';
      said.until := null;
    end if;
    said.id := gen_random_uuid();
    said.account_id := one.account_id;
    said.recorded_at := greatest(one.undone_at, (select max(recorded_at) + interval '1 microsecond' from consents where person_id = one.survivor_id));
    insert into consents select said.*;
  end loop;
end $$;
revoke execute on function merge_details_back from public;

-- Two records again, as they were. What somebody built on since stays with the survivor, and is listed.
create function merge_gives_back(merge uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one person_merges := merge_at_work(merge, true);
  row_kept kept_rows;
  is_back boolean;
begin
  update person_merges m set new_since = merge_new_since(one) where m.id = merge;
  update people set merged_into = null, version = version + 1 where id = one.other_id;
  perform set_config('app.taken_back', one.survivor_id::text, true);
  -- what one of them needs to come back may be another one
  for pass in 1..2 loop
    for row_kept in select * from kept_rows k where k.cause_id = merge and k.restored is not true
      order by k.kept_table <> 'ervaringsdeskundigen', k.kept_table <> 'trekkerschappen',
        k.was ->> 'person_id' is distinct from one.other_id::text, k.became is null, k.place
    loop
      is_back := merge_row_back(row_kept);
      update kept_rows k set restored = is_back
        where k.cause_id = merge and k.kept_table = row_kept.kept_table and k.row_id = row_kept.row_id;
    end loop;
  end loop;
  perform set_config('app.taken_back', '', true);
  perform merge_details_back(one);
  perform forget_expected_of(one);
  perform merge_traces(one, one.survivor_id, one.other_id);
  perform known_anew(one.other_id);
  perform known_anew(one.survivor_id);
  perform renew_findable(one.other_id);
  perform renew_findable(one.survivor_id);
  update person_merges m set not_restored = coalesce((
      select jsonb_agg(jsonb_build_object('type', node_type_of(k.kept_table), 'id', k.row_id) order by k.place) from kept_rows k
      where k.cause_id = merge and not k.restored and node_type_of(k.kept_table) is not null), '[]')
    where m.id = merge;
end $$;
revoke execute on function merge_gives_back from public;
grant execute on function merge_gives_back to okn_system;

-- person_merges: for those who keep the survivor's record; why, and what it was made of, show nowhere
{{protected(person_merges)}}
create policy national on person_merges for select to okn_national using ({{merge_managed}});
create policy regional on person_merges for select to okn_regional using ({{merge_managed}});
create policy personal on person_merges for select to okn_personal using ({{merge_managed}});
create policy may_insert on person_merges for insert to {{viewers}} with check (account_id = {{account}} and {{merge_managed}}
  and exists (select from people p where p.id = other_id and p.region_id = any ({{regions}})));
create policy may_update on person_merges for update to {{viewers}} using ({{merge_managed}});
grant select, insert, update (undone_at, undone_because, xact) on person_merges to {{viewers}};
{{system_sees(person_merges)}}
grant select (id, survivor_id, other_id, xact, undone_at) on person_merges to okn_system;

-- fragment merge_managed
exists (select from people p where p.id = coalesce(merged_into(survivor_id), survivor_id) and p.region_id = any ({{regions}}))
