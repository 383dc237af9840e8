import type { ClientBase } from 'pg';
import { v7 as uuid } from 'uuid';
import type { PlainDate } from '../../kernel/clock.js';

export interface Role {
  readonly kind: 'ADMIN' | 'COORDINATOR' | 'SECRETARY' | 'SUPPORTER';
  readonly regionId?: string;
  readonly organisationId?: string;
  /** for a secretary: only this body, in the region */
  readonly bodyId?: string;
}

/** An identity at a provider and what to grant it. What is omitted stays as it is. */
export interface AccountGrant {
  readonly issuer: string;
  readonly subject: string;
  /** for a new account it defaults to the subject */
  readonly displayName?: string;
  /** makes the account that of a parent */
  readonly personId?: string;
  readonly role?: Role;
}

/** A role that applies on a day: the first parameters of a statement. */
const SAME_ROLE = `role = $1 and region_id is not distinct from $2 and organisation_id is not distinct from $3
  and body_id is not distinct from $4 and period @> $5::date`;

/** Creates the account if it is new and grants it the role from that day on, unless it has it. As the owner. */
export async function grantAccount(owner: ClientBase, grant: AccountGrant, from: PlainDate): Promise<void> {
  await inTransaction(owner, async () => {
    const accountId = await upsertAccount(owner, grant);
    const given = grant.role && (await addRole(owner, accountId, grant.role, from));
    if (given) await writeDown(owner, 'account.roleGiven', accountId, grant.role);
  });
}

/** Ends the role: the day before `on` is the last one. False if the account does not have it. As the owner. */
export async function withdrawRole(
  owner: ClientBase,
  { issuer, subject, role }: AccountGrant & { role: Role },
  on: PlainDate,
): Promise<boolean> {
  return inTransaction(owner, async () => {
    const ofRole = `${SAME_ROLE} and account_id = (select id from accounts where issuer = $6 and subject = $7)`;
    const values = [...valuesOf(role, on), issuer, subject];
    // a role granted today never began: a period may not be empty
    const { rows } = await owner.query<{ account_id: string }>(
      `with never as (delete from account_roles where ${ofRole} and lower(period) = $5::date returning account_id),
         ended as (update account_roles set period = daterange(lower(period), $5::date)
                   where ${ofRole} and lower(period) < $5::date returning account_id)
       select account_id from never union select account_id from ended`,
      values,
    );
    for (const row of rows) await writeDown(owner, 'account.roleEnded', row.account_id, role);
    return rows.length > 0;
  });
}

async function inTransaction<Result>(owner: ClientBase, work: () => Promise<Result>): Promise<Result> {
  await owner.query('begin');
  try {
    const result = await work();
    await owner.query('commit');
    return result;
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

async function upsertAccount(owner: ClientBase, grant: AccountGrant): Promise<string> {
  const { issuer, subject, displayName = null, personId = null } = grant;
  const { rows } = await owner.query<{ id: string }>(
    `insert into accounts as known (id, issuer, subject, display_name, person_id)
     values ($1, $2, $3, coalesce($4, $3), $5)
     on conflict (issuer, subject) do update
       set display_name = coalesce($4, known.display_name), person_id = coalesce($5, known.person_id)
     returning id`,
    [uuid(), issuer, subject, displayName, personId],
  );
  return rows[0]!.id;
}

/** The preceding upsert locks the account's row, so that of two at once the second sees the first one's role. */
async function addRole(owner: ClientBase, accountId: string, role: Role, from: PlainDate): Promise<boolean> {
  const { rowCount } = await owner.query(
    `insert into account_roles (role, region_id, organisation_id, body_id, period, id, account_id)
     select $1, $2::uuid, $3::uuid, $4::uuid, daterange($5::date, null), $6, $7
     where not exists (select from account_roles where ${SAME_ROLE} and account_id = $7)`,
    [...valuesOf(role, from), uuid(), accountId],
  );
  return rowCount === 1;
}

function valuesOf({ kind, regionId, organisationId, bodyId }: Role, on: PlainDate) {
  return [kind, regionId ?? null, organisationId ?? null, bodyId ?? null, on.toString()];
}

/** Rights change rarely, and never without an audit entry; no signed-in account did this, so none is named. */
async function writeDown(owner: ClientBase, action: string, accountId: string, role: Role | undefined) {
  await owner.query(
    `insert into audit_log (id, happened_at, action, subject_type, subject_id, region_id, facts)
     values ($1, now(), $2, 'Account', $3, $4, $5)`,
    [uuid(), action, accountId, role?.regionId ?? null, { role: role?.kind ?? null }],
  );
}
