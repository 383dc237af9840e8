import type { ClientBase } from 'pg';
import { v7 as uuid } from 'uuid';
import type { PlainDate } from '../../kernel/clock.js';

export interface Role {
  readonly kind: 'ADMIN' | 'COORDINATOR' | 'SECRETARY' | 'SUPPORTER';
  readonly regionId?: string;
  readonly organisationId?: string;
}

/** Who signs in at a provider, and what is theirs. What is left out stays as it is. */
export interface AccountGrant {
  readonly issuer: string;
  readonly subject: string;
  /** default, for a new account: the subject */
  readonly displayName?: string;
  /** makes the account that of a parent */
  readonly personId?: string;
  readonly role?: Role;
}

/** Makes the account when it is new and gives it the role from that day on, unless it has it. As the owner. */
export async function grantAccount(owner: ClientBase, grant: AccountGrant, from: PlainDate): Promise<void> {
  await inTransaction(owner, async () => {
    const accountId = await upsertAccount(owner, grant);
    const given = grant.role && (await addRole(owner, accountId, grant.role, from.toString()));
    if (given) await writeDown(owner, 'account.roleGiven', accountId, grant.role);
  });
}

/** Ends the role: the day before `on` is the last one. False = the account does not have it. As the owner. */
export async function withdrawRole(
  owner: ClientBase,
  { issuer, subject, role }: AccountGrant & { role: Role },
  on: PlainDate,
): Promise<boolean> {
  return inTransaction(owner, async () => {
    const { kind, regionId = null, organisationId = null } = role;
    const ofRole = `role = $3 and region_id is not distinct from $4 and organisation_id is not distinct from $5
      and period @> $6::date and account_id = (select id from accounts where issuer = $1 and subject = $2)`;
    const values = [issuer, subject, kind, regionId, organisationId, on.toString()];
    // what was given today never began: a period may not be empty
    const { rows } = await owner.query<{ account_id: string }>(
      `with never as (delete from account_roles where ${ofRole} and lower(period) = $6::date returning account_id),
         ended as (update account_roles set period = daterange(lower(period), $6::date)
                   where ${ofRole} and lower(period) < $6::date returning account_id)
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

/** The upsert before it holds the account's row, so that of two at once the second sees the first one's role. */
async function addRole(owner: ClientBase, accountId: string, role: Role, from: string): Promise<boolean> {
  const { kind, regionId = null, organisationId = null } = role;
  const { rowCount } = await owner.query(
    `insert into account_roles (id, account_id, role, region_id, organisation_id, period)
     select $1, $2, $3, $4, $5, daterange($6::date, null)
     where not exists (
       select from account_roles where account_id = $2 and role = $3 and period @> $6::date
         and region_id is not distinct from $4 and organisation_id is not distinct from $5)`,
    [uuid(), accountId, kind, regionId, organisationId, from],
  );
  return rowCount === 1;
}

/** Rights change rarely, and never without a trace; nobody signed in did this, so no account is named. */
async function writeDown(owner: ClientBase, action: string, accountId: string, role: Role | undefined) {
  await owner.query(
    `insert into audit_log (id, happened_at, action, subject_type, subject_id, region_id, facts)
     values ($1, now(), $2, 'Account', $3, $4, $5)`,
    [uuid(), action, accountId, role?.regionId ?? null, { role: role?.kind ?? null }],
  );
}
