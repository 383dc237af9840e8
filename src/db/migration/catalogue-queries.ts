/** `of` names the block of the text: blocks come in the order in which they are first named. */
export interface CatalogueRow {
  readonly of: string;
  readonly text: string;
}

const OWNER = `(select oid from pg_roles where rolname = current_setting('catalogue.owner'))`;
const role = (oid: string) => `case when ${oid} = 0 then 'public' when ${oid} = ${OWNER} then ':owner'
  else (select case rolname when current_setting('catalogue.service') then ':service' else quote_ident(rolname) end from pg_roles r where r.oid = ${oid}) end`;
/** A line for an object that belongs to another login than the owner's: a function of a superuser passes all policies. */
const otherOwner = (what: string, name: string, oid: string) =>
  `case when ${oid} <> ${OWNER} then format(E'\\nalter ${what} %s owner to %s;', ${name}, ${role(oid)}) else '' end`;

/** Objects of an extension belong to it. */
export const ownedByExtension = (catalogue: string, oid: string) => `exists (select from pg_depend d
  where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

const RELATIONS = `(select c.*, quote_ident(c.relname) as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
    and not ${ownedByExtension('pg_class', 'c.oid')})`;

/**
 * A line for each privilege, with everybody who has it; and one for what the owner lacks. `objects` has the columns
 * of, what (as a grant names it), acl, kind (as acldefault() names it) and owner.
 */
const grants = (objects: string) => `
  select o.of, format('grant %s on %s to %s%s;', lower(privilege_type), o.what,
    string_agg(${role('grantee')}, ', ' order by grantee <> 0, ${role('grantee')} collate "C"),
    case when is_grantable then ' with grant option' end) as text
  from ${objects} o cross join lateral aclexplode(coalesce(o.acl, acldefault(o.kind, o.owner)))
  where grantee <> o.owner
  group by o.of, o.what, privilege_type, is_grantable
  union all
  select o.of, format('revoke %s on %s from :owner;', lower(privilege_type), o.what)
  from ${objects} o cross join lateral aclexplode(acldefault(o.kind, o.owner)) given
  where given.grantee = o.owner and o.acl is not null and not exists (select from aclexplode(o.acl) kept
    where kept.grantee = o.owner and kept.privilege_type = given.privilege_type)`;

const sorted = (rows: string) => `select * from (${rows}) rows order by of collate "C", text collate "C"`;

const EXTENSIONS = `
  select 'extensions' as of, format('create extension %I;', e.extname) as text
  from pg_extension e
  where exists (
    select from pg_depend member
    join pg_depend use on use.refclassid = member.classid and use.refobjid = member.objid
      and use.classid in ('pg_class'::regclass, 'pg_proc'::regclass) and use.deptype = 'n'
    where member.refclassid = 'pg_extension'::regclass and member.refobjid = e.oid and member.deptype = 'e'
      and not exists (select from pg_depend d
        where d.classid = use.classid and d.objid = use.objid and d.deptype = 'e'))
  order by e.extname collate "C"`;

const SCHEMA = sorted(
  grants(`(select 'extensions' as of, 'schema public' as what, nspacl as acl, "char" 'n' as kind, nspowner as owner
    from pg_namespace where nspname = 'public')`),
);

const TYPES = `
  select 'types' as of, format('create type %I as (%s);', t.typname, (
    select string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', ' order by attnum)
    from pg_attribute where attrelid = t.typrelid and attnum > 0 and not attisdropped)) as text
  from pg_type t join pg_class c on c.oid = t.typrelid and c.relkind = 'c'
  where t.typnamespace = 'public'::regnamespace and not ${ownedByExtension('pg_type', 't.oid')}
  order by t.typname collate "C"`;

const FUNCTIONS = `(select p.*, format('%I(%s)', p.proname, pg_get_function_identity_arguments(p.oid)) as signature
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace and not ${ownedByExtension('pg_proc', 'p.oid')})`;

const FUNCTION_TEXTS = `
  select p.signature as of, rtrim(pg_get_functiondef(p.oid), E'\\n') || ';'
    || ${otherOwner('routine', 'p.signature', 'p.proowner')} as text
  from ${FUNCTIONS} p where p.prokind in ('f', 'p')
  order by p.signature collate "C"`;

const FUNCTION_GRANTS = sorted(
  grants(`(select signature as of, 'function ' || signature as what, proacl as acl, "char" 'f' as kind, proowner as owner
    from ${FUNCTIONS} p)`),
);

const COLUMNS = `
  select format('  %I %s', a.attname, format_type(a.atttypid, a.atttypmod))
    || case when a.attcollation <> t.typcollation then format(' collate %I', l.collname) else '' end
    || case when a.attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid, true))
      when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid, true)
      when a.attidentity <> '' then ' generated as identity' else '' end
    || case when a.attnotnull then ' not null' else '' end
    || case when a.attstorage <> t.typstorage then ' storage ' || case a.attstorage
      when 'p' then 'plain' when 'm' then 'main' when 'e' then 'external' else 'extended' end else '' end
  from pg_attribute a join pg_type t on t.oid = a.atttypid
  left join pg_collation l on l.oid = a.attcollation
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum`;

// not null is written with the column: only from PostgreSQL 18 on it is a constraint as well
const CONSTRAINTS = `
  select format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid, true)) from pg_constraint k
  where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x')
  order by array_position('{p,u,x,f,c}', k.contype::text), k.conname collate "C"`;

const RELATION_TEXTS = `
  select c.name as of,
    case c.relkind
      when 'S' then format('create sequence %s;', c.name)
      when 'v' then format(E'create view %s%s as\\n%s', c.name,
        case when c.reloptions is not null then format(' with (%s)', array_to_string(c.reloptions, ', ')) end,
        pg_get_viewdef(c.oid, true))
      when 'm' then format(E'create materialized view %s as\\n%s', c.name, pg_get_viewdef(c.oid, true))
      else format(E'create %stable %s (\\n%s\\n)%s;', case c.relpersistence when 'u' then 'unlogged ' end, c.name,
        array_to_string(array(${COLUMNS}) || array(${CONSTRAINTS}), E',\\n'),
        case when c.reloptions is not null then format(' with (%s)', array_to_string(c.reloptions, ', ')) end) end
    || ${otherOwner('table', 'c.name', 'c.relowner')} as text
  from ${RELATIONS} c
  order by c.relname collate "C"`;

const INDEXES = `
  select c.name as of, pg_get_indexdef(i.indexrelid, 0, true) || case when i.indisvalid then ';' else '; -- invalid' end as text
  from pg_index i join ${RELATIONS} c on c.oid = i.indrelid
  where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`;

const TRIGGERS = `
  select c.name as of, pg_get_triggerdef(t.oid, true) || ';'
    || case when t.tgenabled <> 'O' then format(' -- enabled: %s', t.tgenabled) else '' end as text
  from pg_trigger t join ${RELATIONS} c on c.oid = t.tgrelid where not t.tgisinternal`;

/** Constraints are enforced by triggers of PostgreSQL's own: whoever turned one off must turn it on again. */
const CONSTRAINTS_OFF = `
  select c.name as of, format('alter table %s disable trigger %I;', c.name, t.tgname) as text
  from pg_trigger t join ${RELATIONS} c on c.oid = t.tgrelid where t.tgisinternal and t.tgenabled <> 'O'`;

const REWRITE_RULES = `
  select c.name as of, pg_get_ruledef(r.oid, true) as text
  from pg_rewrite r join ${RELATIONS} c on c.oid = r.ev_class where r.rulename <> '_RETURN'`;

const ROW_LEVEL_SECURITY = `
  select c.name as of, format('alter table %s %s;', c.name, concat_ws(', ',
    case when c.relrowsecurity then 'enable row level security' end,
    case when c.relforcerowsecurity then 'force row level security' end)) as text
  from ${RELATIONS} c where c.relrowsecurity or c.relforcerowsecurity`;

const POLICIES = `
  select c.name as of, format('create policy %I on %s%s for %s to %s%s%s;', p.polname, c.name,
    case when not p.polpermissive then ' as restrictive' end,
    case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
    (select string_agg(${role('member')}, ', ' order by ${role('member')} collate "C") from unnest(p.polroles) member),
    ' using (' || pg_get_expr(p.polqual, p.polrelid, true) || ')',
    ' with check (' || pg_get_expr(p.polwithcheck, p.polrelid, true) || ')') as text
  from pg_policy p join ${RELATIONS} c on c.oid = p.polrelid`;

const RELATION_GRANTS =
  grants(`(select name as of, case relkind when 'S' then 'sequence ' else '' end || name as what,
  relacl as acl, case relkind when 'S' then "char" 's' else "char" 'r' end as kind, relowner as owner from ${RELATIONS} c)`);

const COLUMN_GRANTS = `
  select of, format('grant %s (%s) on %s to %s%s;', lower(privilege_type), columns, of,
    string_agg(${role('grantee')}, ', ' order by ${role('grantee')} collate "C"),
    case when is_grantable then ' with grant option' end) as text
  from (
    select c.name as of, privilege_type, is_grantable, grantee,
      string_agg(quote_ident(a.attname), ', ' order by a.attname collate "C") as columns
    from pg_attribute a join ${RELATIONS} c on c.oid = a.attrelid
    cross join lateral aclexplode(a.attacl)
    group by c.name, privilege_type, is_grantable, grantee) granted
  group by of, privilege_type, is_grantable, columns`;

export const catalogueQueries: readonly string[] = [
  EXTENSIONS,
  SCHEMA,
  TYPES,
  FUNCTION_TEXTS,
  FUNCTION_GRANTS,
  RELATION_TEXTS,
  ...[
    INDEXES,
    TRIGGERS,
    CONSTRAINTS_OFF,
    REWRITE_RULES,
    ROW_LEVEL_SECURITY,
    POLICIES,
    RELATION_GRANTS,
    COLUMN_GRANTS,
  ].map(sorted),
];
