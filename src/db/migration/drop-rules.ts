import type { Query } from './catalogue.js';
import { ownedByExtension } from './catalogue-queries.js';

const grantees = (acl: string, owner: string) => `
  select distinct case when grantee = 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end as name
  from aclexplode(${acl}) where grantee <> ${owner}`;

const revoking = (what: string, acl: string, owner: string) =>
  `format('revoke all on %s from %s cascade', ${what}, (select string_agg(name, ', ') from (${grantees(acl, owner)}) g))`;

/**
 * Statements in an order in which they can run. Functions used by a generated column, a default, an index or a
 * constraint stay, because those belong to tables; only their execute rights are revoked.
 */
const STATEMENTS = `
  with recursive tables as (
    select c.oid::regclass as name, c.* from pg_class c
    where c.relnamespace = 'public'::regnamespace and not ${ownedByExtension('pg_class', 'c.oid')}
  ),
  functions as (
    select p.oid, p.oid::regprocedure as name, p.proacl, p.proowner from pg_proc p
    where p.pronamespace = 'public'::regnamespace and not ${ownedByExtension('pg_proc', 'p.oid')}
  ),
  called_by_tables as (
    select refobjid as oid from pg_depend where refclassid = 'pg_proc'::regclass
      and classid in ('pg_attrdef'::regclass, 'pg_class'::regclass, 'pg_constraint'::regclass)
    union
    select d.refobjid from pg_depend d join called_by_tables c on d.objid = c.oid
    where d.classid = 'pg_proc'::regclass and d.refclassid = 'pg_proc'::regclass
  ),
  statements as (
    select 1 as step, format('drop policy %I on %s', polname, polrelid::regclass) as statement
      from pg_policy where polrelid in (select oid from tables)
    union all
    select 2, format('alter table %s disable row level security, no force row level security', name)
      from tables where relrowsecurity or relforcerowsecurity
    union all
    select 3, format('drop trigger %I on %s', tgname, tgrelid::regclass)
      from pg_trigger where not tgisinternal and tgrelid in (select oid from tables)
    union all
    select 3, format('drop rule %I on %s', rulename, ev_class::regclass)
      from pg_rewrite where rulename <> '_RETURN' and ev_class in (select oid from tables)
    union all
    select 4, 'drop view ' || string_agg(name::text, ', ') from tables where relkind = 'v' having count(*) > 0
    union all
    select 5, 'drop routine ' || string_agg(name::text, ', ') from functions
      where oid not in (select oid from called_by_tables) having count(*) > 0
    union all
    select 6, 'drop type ' || string_agg(name::text, ', ') from tables where relkind = 'c' having count(*) > 0
    union all
    select 7, ${revoking(`case relkind when 'S' then 'sequence ' else '' end || name`, 'acl', 'relowner')}
      from (select name, relkind, relowner, nullif(relacl || array(
          select unnest(attacl) from pg_attribute where attrelid = tables.oid), '{}') as acl
        from tables where relkind in ('r', 'p', 'S')) granted
      where exists (${grantees('acl', 'relowner')})
    union all
    select 8, format('grant all on %s to current_user', case relkind when 'S' then 'sequence ' else '' end || name)
      from tables where relkind in ('r', 'p', 'S') and relacl is not null
    union all
    select 9, ${revoking(`'function ' || name`, 'acl', 'proowner')}
      from (select name, proowner, coalesce(proacl, acldefault('f', proowner)) as acl
        from functions where oid in (select oid from called_by_tables)) granted
      where exists (${grantees('acl', 'proowner')})
    union all
    select 9, ${revoking(`'schema public'`, 'nspacl', 'nspowner')}
      from pg_namespace where nspname = 'public' and exists (${grantees('nspacl', 'nspowner')})
  )
  select statement from statements order by step, statement collate "C"`;

/**
 * Drops everything that the files in migrations/current create, and everything of that kind that was created by hand:
 * policies, row-level security, triggers, rewrite rules, views, functions, composite types, grants.
 */
export async function dropRules(query: Query): Promise<void> {
  const statements = await query<{ statement: string }>(STATEMENTS);
  await query(statements.map(({ statement }) => `${statement};`).join('\n'));
}
