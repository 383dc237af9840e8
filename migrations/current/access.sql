-- Accounts with their roles, and the settings that say for whom a transaction works.

-- nobody but the owner makes anything here
grant usage on schema public to public, {{viewers}}, okn_system;

grant execute on function country_of_names, fold, name_keys, name_marks, name_spellings, name_words, pair_of,
  spellings_of_name, with_agreements to public, {{viewers}}, okn_system;

-- The viewer of this transaction; null where nothing was set (a custom setting falls back to '').
create function viewer_uuid(setting text) returns uuid language sql stable parallel safe
  return nullif(current_setting(setting, true), '')::uuid;
create function viewer_uuids(setting text) returns uuid[] language sql stable parallel safe
  return nullif(current_setting(setting, true), '')::uuid[];
grant execute on function viewer_uuid, viewer_uuids to {{viewers}}, okn_system;

-- Everything a request needs to know of its viewer, on a day. The one door that opens before a viewer is set.
create function viewer_of(text, text, date) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  -- nobody signs in as somebody who died
  with recursive account as (
    select * from accounts a where issuer = $1 and subject = $2
      and not exists (select from people p where p.id = a.person_id and p.deceased_on is not null)),
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
    union select b.region_id from advisory_bodies b where b.id in (select id from bodies)
    union
    select r.id from regions r join seeks s on r.parent_id = s.id
  ),
  agreed as (
    select a.region_id as id from region_agreements a where a.body_id in (select id from bodies)
      and agreement_status(a.answer, a.period, $3) = 'IN_FORCE'
    union
    select r.id from regions r join agreed a on r.parent_id = a.id
  ),
  networks_agreed as (
    select n.id, agreement_status(a.answer, a.period, $3) as status
    from region_agreements a join oudernetwerken n on n.id = a.oudernetwerk_id
    -- one that has ended moves nowhere, while that holds
    where a.region_id in (select id from below)
      and (a.kind <> 'MOVES' or network_status(n.phase, n.ended_on, $3) <> 'ENDED')
  ),
  led as (
    select t.oudernetwerk_id as id from trekkerschappen t join account a on a.person_id = t.person_id
    where t.period @> $3
  ),
  supported as (
    select s.oudernetwerk_id as id from support_arrangements s join roles r on r.organisation_id = s.organisation_id
    where r.role = 'SUPPORTER' and s.period @> $3
  ),
  outlines as (
    select t.oudernetwerk_id as id from trekkerschappen t join account a on a.person_id = t.person_id
    union
    select m.oudernetwerk_id from memberships m join account a on a.person_id = m.person_id
    -- whoever is to decide sees what it is about
    union
    select id from networks_agreed where status in ('ASKED', 'AGREED')
  )
  select jsonb_build_object(
    'accountId', a.id, 'locale', a.locale, 'personId', a.person_id,
    'roles', coalesce((select jsonb_agg(jsonb_build_object('kind', role, 'regionId', region_id,
      'organisationId', organisation_id) order by role, id) from roles), '[]'),
    'regions', coalesce((select jsonb_agg(id order by id) from below), '[]'),
    'led', coalesce((select jsonb_agg(distinct id) from led), '[]'),
    'supported', coalesce((select jsonb_agg(distinct id) from supported), '[]'),
    'shared', coalesce((select jsonb_agg(id order by id) from networks_agreed where status = 'IN_FORCE'), '[]'),
    'outlines', coalesce((select jsonb_agg(id order by id) from outlines), '[]'),
    'bodies', coalesce((select jsonb_agg(id order by id) from bodies), '[]'),
    'secretariat', coalesce((select jsonb_agg(id order by id) from secretariat), '[]'),
    'seeks', to_jsonb(sought_places(array(select id from seeks order by id), array(select id from agreed order by id))))
  from account a
$$;
revoke execute on function viewer_of from public;
grant execute on function viewer_of to {{viewers}};

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;

-- accounts
{{protected(accounts)}}
create policy national on accounts for select to okn_national using ({{signed_in}});
create policy regional on accounts for select to okn_regional using (id = {{account}});
create policy personal on accounts for select to okn_personal using (id = {{account}});
-- where mail for an account goes is the account's own to say
create policy may_update on accounts for update to {{viewers}} using (id = {{account}});
grant select, update (email_norm) on accounts to {{viewers}};
{{system_sees(accounts)}}
-- the name under a letter, and in its greeting
grant select (id, issuer, subject, person_id, display_name) on accounts to okn_system;

-- account_roles
{{protected(account_roles)}}
create policy national on account_roles for select to okn_national using ({{signed_in}});
create policy regional on account_roles for select to okn_regional using (account_id = {{account}});
create policy personal on account_roles for select to okn_personal using (account_id = {{account}});
grant select on account_roles to {{viewers}};
{{system_sees(account_roles)}}
grant select (account_id, role, region_id, organisation_id, body_id, period) on account_roles to okn_system;

-- idempotency_keys
{{protected(idempotency_keys)}}
create policy national on idempotency_keys for select to okn_national using (account_id = {{account}});
create policy regional on idempotency_keys for select to okn_regional using (account_id = {{account}});
create policy personal on idempotency_keys for select to okn_personal using (account_id = {{account}});
create policy may_insert on idempotency_keys for insert to {{viewers}} with check (account_id = {{account}});
grant select, insert on idempotency_keys to {{viewers}};

-- audit_log
create trigger append_only before update or delete on audit_log
  for each row execute function refuse_change();
create trigger append_only_truncate before truncate on audit_log
  for each statement execute function refuse_change();
{{protected(audit_log)}}
create policy national on audit_log for select to okn_national using ({{signed_in}});
create policy regional on audit_log for select to okn_regional using ({{in_region}});
create policy personal on audit_log for select to okn_personal using ({{in_region}});
create policy may_insert on audit_log for insert to {{viewers}} with check (account_id = {{account}});
grant select, insert on audit_log to {{viewers}};
