-- Mail addresses that wait for their reader, and those that a mail server refused.

-- fragment hash_of(address)
sha256(convert_to(lower({{address}}), 'UTF8'))

-- What a mail server said holds for 90 days: a mailbox may be made anew, and a server may have been wrong.
-- fragment still_refused
{{day_of(refused_at)}} > {{today}} - 90

-- fragment owned(change, owner)
{{owner}} in ({{change}}.account_id, {{change}}.person_id, {{change}}.organisation_id, {{change}}.region_id, {{change}}.oudernetwerk_id)

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
  insert into undeliverable_addresses values ({{hash_of($1)}}, $2, $3)
    on conflict (address_hash) do update set code = excluded.code, refused_at = excluded.refused_at
$$;
revoke execute on function mark_undeliverable from public;
grant execute on function mark_undeliverable to okn_system;

-- It counts anew, or its reader followed a link: it is worth another try. One that waits is not: whoever asks for an
-- address that is none of theirs is not to have mail sent there again.
create function mark_deliverable(address text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from undeliverable_addresses where address_hash = {{hash_of(address)}};
  return found;
end $$;
revoke execute on function mark_deliverable from public;

-- What somebody wants as an address. COUNTS: the one they have, or a first one; NOTHING_NEW: the same, and nothing was
-- done. REMOVED, REMOVED_BY_OWNER: none, which counts as well. WAITS: it is another, and counts once its reader followed
-- a link. The row keeps what it was before, for the news of it: so nobody but this function writes one. An address that
-- was removed a moment ago is still the one before. What somebody else removed has an unknown address before it for as
-- long as there is none: nobody takes an address over by waiting.
create function wish_address(change uuid, owner_type text, owner_id uuid, wanted text, takes_back boolean,
    asked_at timestamptz, removed_since timestamptz, expires_on date) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held text;
  used text;
  before text;
  removed mail_address_changes;
  is_first boolean;
  leaves_waiting boolean;
  is_done boolean := false;
  is_own boolean := coalesce(owner_id in ({{account}}, {{person}}), false);
begin
  -- whoever confirms a waiting one at the same time is first, or too late
  perform from mail_address_changes c
    where {{owned(c, owner_id)}} and c.outcome is null for update;
  held := case owner_type
    when 'Account' then (select a.email_norm from accounts a where a.id = owner_id)
    when 'Person' then (select p.email from person_contacts p where p.person_id = owner_id)
    when 'Organisation' then (select o.email from organisations o where o.id = owner_id)
    when 'Region' then (select r.mailbox from regions r where r.id = owner_id)
    when 'Oudernetwerk' then (select n.mailbox from oudernetwerken n where n.id = owner_id) end;
  -- an account without an address uses that of its person
  used := coalesce(held, (select p.email_norm from accounts a join person_contacts p on p.person_id = a.person_id
    where owner_type = 'Account' and a.id = owner_id));
  before := held;
  is_first := held is null;
  if wanted is not null then
    select c.* into removed from mail_address_changes c
      where {{owned(c, owner_id)}} and c.outcome = 'REMOVED'
        and (c.asked_at > removed_since or not c.by_owner)
      order by c.asked_at desc limit 1;
    before := coalesce(used, removed.old_address);
    is_first := used is null and removed.id is null;
  end if;
  leaves_waiting := not takes_back
    and (lower(wanted) is not distinct from lower(held) or coalesce(lower(wanted) = lower(used), false));
  if not leaves_waiting then
    update mail_address_changes c set outcome = 'REPLACED'
      where {{owned(c, owner_id)}} and c.outcome is null;
    is_done := found;
  end if;
  if leaves_waiting or is_first or lower(wanted) = lower(before) then
    return case when mark_deliverable(wanted) or is_done then 'COUNTS' else 'NOTHING_NEW' end;
  end if;
  insert into mail_address_changes (id, account_id, person_id, organisation_id, region_id, oudernetwerk_id, old_address,
      new_address, asked_by, by_owner, asked_at, expires_on, outcome)
    values (change, case owner_type when 'Account' then owner_id end, case owner_type when 'Person' then owner_id end,
      case owner_type when 'Organisation' then owner_id end, case owner_type when 'Region' then owner_id end,
      case owner_type when 'Oudernetwerk' then owner_id end, before, wanted, {{account}},
      is_own, asked_at, expires_on, case when wanted is null then 'REMOVED' end);
  return case when wanted is not null then 'WAITS' when is_own then 'REMOVED_BY_OWNER' else 'REMOVED' end;
end $$;
revoke execute on function wish_address from public;
grant execute on function wish_address to okn_system;

-- Addresses that no longer count are not kept; only that somebody else removed one, while there is none.
create function forget_addresses(asked_until timestamptz) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare forgotten integer;
begin
  update mail_address_changes c set old_address = null
    where c.asked_at <= asked_until and c.old_address is not null and {{removed_by_others}};
  delete from mail_address_changes c where c.asked_at <= asked_until and not ({{removed_by_others}});
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
revoke execute on function forget_addresses from public;
grant execute on function forget_addresses to okn_system;

-- fragment removed_by_others
c.outcome is not distinct from 'REMOVED' and not c.by_owner
  and not exists (select from accounts a where a.id = c.account_id and a.email_norm is not null)
  and not exists (select from person_contacts p where p.person_id = c.person_id and p.email is not null)
  and not exists (select from organisations o where o.id = c.organisation_id and o.email is not null)
  and not exists (select from regions r where r.id = c.region_id and r.mailbox is not null)
  and not exists (select from oudernetwerken n where n.id = c.oudernetwerk_id and n.mailbox is not null)

-- The new address counts from now on, if it still waited for that. The link to it left in an earlier transaction: nobody
-- confirms what they asked for a moment ago. The service itself may not write addresses but by this function.
create function confirm_address(change uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare confirmed mail_address_changes;
begin
  update mail_address_changes c set outcome = 'CONFIRMED'
    where c.id = change and c.outcome is null and c.expires_on >= {{today}} and {{written_before(c)}}
      and exists (select from mails m where m.address_change_id = c.id and m.kind = 'ADDRESS_PROOF'
        and m.sent_at is not null and {{written_before(m)}})
    returning * into confirmed;
  if not found then return false; end if;
  update accounts set email_norm = lower(confirmed.new_address) where id = confirmed.account_id;
  insert into person_contacts (person_id, email)
    select confirmed.person_id, confirmed.new_address where confirmed.person_id is not null
    on conflict (person_id) do update set email = excluded.email;
  update people set version = version + 1 where id = confirmed.person_id;
  update organisations set email = confirmed.new_address, version = version + 1 where id = confirmed.organisation_id;
  update regions set mailbox = confirmed.new_address, version = version + 1 where id = confirmed.region_id;
  update oudernetwerken set mailbox = confirmed.new_address, version = version + 1 where id = confirmed.oudernetwerk_id;
  perform mark_deliverable(confirmed.new_address);
  return true;
end $$;
revoke execute on function confirm_address from public;
grant execute on function confirm_address to okn_system;

-- mail_address_changes: seen by whoever sees the address that it would replace
{{protected(mail_address_changes)}}
create policy national on mail_address_changes for select to okn_national using ({{address_seen}});
create policy regional on mail_address_changes for select to okn_regional using ({{address_seen}});
create policy personal on mail_address_changes for select to okn_personal using ({{address_seen}});
grant select on mail_address_changes to {{viewers}};
-- the addresses themselves are read by wish_address and mail_address
{{system_sees(mail_address_changes)}}
grant select (id, account_id, person_id, organisation_id, region_id, oudernetwerk_id, asked_by, asked_at, expires_on, outcome)
  on mail_address_changes to okn_system;

-- fragment address_seen
case when person_id is not null then
    exists (select from person_contacts c where c.person_id = mail_address_changes.person_id)
  when organisation_id is not null then
    exists (select from organisations o where o.id = organisation_id and o.region_id = any ({{regions}}))
  when region_id is not null then ({{national}} or {{in_region}})
  when oudernetwerk_id is not null then {{network_managed}}
  else account_id = {{account}} end

-- undeliverable_addresses
{{protected(undeliverable_addresses)}}
{{seen_by_nobody(undeliverable_addresses)}}
