-- Mail addresses that wait for their reader, and those that a mail server refused.

-- fragment hash_of(address)
sha256(convert_to(lower({{address}}), 'UTF8'))

-- What a mail server said holds for 90 days: a mailbox may be made anew, and a server may have been wrong.
-- fragment still_refused
(refused_at at time zone 'Europe/Amsterdam')::date > {{today}} - 90

-- Whether a mail server said lately that it does not take mail for this address.
create function is_undeliverable(text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from undeliverable_addresses where address_hash = {{hash_of($1)}} and {{still_refused}})
$$;
revoke execute on function is_undeliverable from public;
grant execute on function is_undeliverable to {{viewers}}, okn_system;

create function mark_undeliverable(address text, code text, refused_at timestamptz) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from undeliverable_addresses where not ({{still_refused}});
  insert into undeliverable_addresses values ({{hash_of($1)}}, $2, $3) on conflict do nothing
$$;
revoke execute on function mark_undeliverable from public;
grant execute on function mark_undeliverable to okn_system;

-- It was given anew, or its reader followed a link: it is worth another try.
create function mark_deliverable(address text) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from undeliverable_addresses where address_hash = {{hash_of($1)}}
$$;
revoke execute on function mark_deliverable from public;
grant execute on function mark_deliverable to okn_system;

-- The new address counts from now on. The service itself may not write addresses but by this function.
create function confirm_address(change uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare confirmed mail_address_changes;
begin
  update mail_address_changes set outcome = 'CONFIRMED' where id = change and outcome is null returning * into confirmed;
  update accounts set email_norm = lower(confirmed.new_address) where id = confirmed.account_id;
  insert into person_contacts (person_id, email)
    select confirmed.person_id, confirmed.new_address where confirmed.person_id is not null
    on conflict (person_id) do update set email = excluded.email;
  update people set version = version + 1 where id = confirmed.person_id;
  update organisations set email = confirmed.new_address, version = version + 1 where id = confirmed.organisation_id;
  perform mark_deliverable(confirmed.new_address);
end $$;
revoke execute on function confirm_address from public;
grant execute on function confirm_address to okn_system;

-- mail_address_changes: seen by whoever sees the address that it would replace
{{protected(mail_address_changes)}}
create policy national on mail_address_changes for select to okn_national using ({{address_seen}});
create policy regional on mail_address_changes for select to okn_regional using ({{address_seen}});
create policy personal on mail_address_changes for select to okn_personal using ({{address_seen}});
grant select on mail_address_changes to {{viewers}};
-- the addresses themselves are read by mail_address and address_removed
{{system_sees(mail_address_changes)}}
{{system_insert(mail_address_changes)}}
{{system_changes(mail_address_changes)}}
{{system_delete(mail_address_changes)}}
grant select (id, account_id, person_id, organisation_id, asked_by, asked_at, expires_on, outcome), update (outcome)
  on mail_address_changes to okn_system;

-- The address that was removed last since an instant, of an account, a person or an organisation.
create function address_removed(of uuid, since timestamptz) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select old_address from mail_address_changes
  where of in (account_id, person_id, organisation_id) and outcome = 'REMOVED' and asked_at > since
  order by asked_at desc limit 1
$$;
revoke execute on function address_removed from public;
grant execute on function address_removed to okn_system;

-- fragment address_seen
case when person_id is not null then
    exists (select from person_contacts c where c.person_id = mail_address_changes.person_id)
  when organisation_id is not null then
    exists (select from organisations o where o.id = organisation_id and o.region_id = any ({{regions}}))
  else account_id = {{account}} end

-- undeliverable_addresses
{{protected(undeliverable_addresses)}}
{{seen_by_nobody(undeliverable_addresses)}}
