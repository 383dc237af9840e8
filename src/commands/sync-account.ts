import type { ClientBase } from 'pg';
import type { PlainDate } from '../kernel/clock.js';
import { accountGrant, type AccountWish } from './account-wish.js';
import { grantAccount, withdrawRole } from '../app/sign-in/grant-account.js';

export type AccountOptions = AccountWish & { readonly end?: boolean };

/** Does what was requested, and reports what was done. */
export async function syncAccount(
  owner: ClientBase,
  { end, ...wish }: AccountOptions,
  on: PlainDate,
): Promise<string> {
  const grant = await accountGrant(owner, wish);
  const who = `${wish.subject} of ${wish.issuer}`;
  if (!end) {
    await grantAccount(owner, grant, on);
    return `${who} is ${wish.role} from ${on.toString()} on.`;
  }
  const { role } = grant;
  if (!role) throw new Error('A parent has no role to end: their rights follow what they do in networks.');
  if (!(await withdrawRole(owner, { ...grant, role }, on))) throw new Error(`${who} is not ${wish.role}.`);
  return `${who} is not ${wish.role} any more.`;
}
