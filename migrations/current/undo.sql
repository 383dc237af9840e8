-- What was recorded by mistake: why, and what replaced it.

-- The record that replaced one, or what replaced that in its turn; null where nothing did. It tells an id only: who sees
-- that record is for its own policies to say.
create function corrected_id(uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  with recursive later as (
    select replaced_by as id, 1 as step from annulments where subject_id = $1 and replaced_by is not null
    union all
    select a.replaced_by, step + 1 from annulments a join later l on a.subject_id = l.id
    where a.replaced_by is not null
  )
  select id from later order by step desc limit 1
$$;
revoke execute on function corrected_id from public;
grant execute on function corrected_id to {{viewers}}, okn_system;

-- annulments: the reason is what somebody wrote, and is shown to nobody here
{{protected(annulments)}}
{{seen_by_nobody(annulments)}}
create policy may_insert on annulments for insert to {{viewers}} with check (account_id = {{account}});
grant insert on annulments to {{viewers}};
{{system_sees(annulments)}}
grant select (subject_type, subject_id, reason, replaced_by) on annulments to okn_system;
