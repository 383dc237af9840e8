import { DATABASE_ROLES } from '../viewer-settings.js';
import type { Query } from './catalogue.js';

/** An administrator must first do what the owner login may not; the message contains the SQL. */
export class RolesMissing extends Error {}

/** A role may do more than its policies let it; the message contains the SQL that takes it back. */
export class RolesUnfit extends Error {}

const INSUFFICIENT_PRIVILEGE = '42501';
/** Another database of the server is being migrated, and has just created the role. */
const MADE_MEANWHILE = ['42710', '23505'];

/**
 * The roles that requests work in: national sees the country, regional only its regions (policies that an index can
 * serve), personal whatever its own roles reach, and system is the service itself. None of them logs in or owns
 * anything; the service's login acts in them. They belong to the server, so a restored database comes without them.
 */
export async function seeToRoles(query: Query, service: string): Promise<void> {
  await requireFit(query);
  const missing = await missingRoles(query, service);
  try {
    for (const { role, exists } of missing) {
      if (!exists) await create(query, role);
      await query(`grant ${role} to ${quoted(service)}`);
    }
  } catch (error) {
    if (codeOf(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    const left = await missingRoles(query, service);
    const statements = left.flatMap(({ role, exists }) => [
      ...(exists ? [] : [`create role ${role} nologin noinherit;`]),
      `grant ${role} to ${quoted(service)};`,
    ]);
    throw new RolesMissing(
      `The owner login may not make or grant roles. Let an administrator of the server run:\n  ${statements.join('\n  ')}`,
    );
  }
}

/** A role that signs in, passes row-level security or works for another role would make policies void. */
async function requireFit(query: Query): Promise<void> {
  const statements = await query<{ statement: string }>(
    `select format('alter role %I nologin noinherit nosuperuser nobypassrls;', rolname) as statement
     from pg_roles where rolname = any ($1) and (rolcanlogin or rolinherit or rolsuper or rolbypassrls)
     union all
     select format('revoke %s from %I;', m.roleid::regrole, r.rolname)
     from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = any ($1)
     order by 1`,
    [DATABASE_ROLES],
  );
  if (statements.length === 0) return;
  const sql = statements.map(({ statement }) => statement).join('\n  ');
  throw new RolesUnfit(
    `Roles of the service may do more than they should. Let an administrator of the server run:\n  ${sql}`,
  );
}

/** Roles that the server lacks, or that the service's login may not act in. */
export async function missingRoles(
  query: Query,
  service: string,
): Promise<{ role: string; exists: boolean }[]> {
  return query(
    `select role, r.oid is not null as exists
     from unnest($1::text[]) with ordinality wanted (role, place) left join pg_roles r on r.rolname = role
     where r.oid is null or not pg_has_role($2, r.oid, 'member') order by place`,
    [DATABASE_ROLES, service],
  );
}

async function create(query: Query, role: string): Promise<void> {
  try {
    await query(`create role ${role} nologin noinherit nosuperuser nobypassrls`);
  } catch (error) {
    if (!MADE_MEANWHILE.includes(String(codeOf(error)))) throw error;
  }
}

export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}
