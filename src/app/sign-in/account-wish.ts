import type { ClientBase } from 'pg';
import { SUBJECT } from './access-token.js';
import { organisationNamed, personNamed, refuse, regionNamed } from './account-lookups.js';
import type { AccountGrant } from './grant-account.js';

export const ACCOUNT_ROLES = ['admin', 'coordinator', 'secretary', 'supporter', 'parent'] as const;

/** What an operator types. */
export interface AccountWish {
  readonly issuer: string;
  readonly subject: string;
  readonly role: (typeof ACCOUNT_ROLES)[number];
  readonly region?: string;
  readonly organisation?: string;
  readonly person?: string;
  readonly name?: string;
}

/** Which of the options says where a role holds. */
const PLACE = {
  admin: null,
  coordinator: 'region',
  secretary: 'region',
  supporter: 'organisation',
  parent: 'person',
} as const;

/** The wish with its region, organisation or person looked up. Throws AccountRefused. */
export async function accountGrant(owner: ClientBase, wish: AccountWish): Promise<AccountGrant> {
  const { issuer, subject, role, name } = wish;
  if (!SUBJECT.test(subject)) return refuse('A subject has 1 to 255 plain ASCII characters.');
  for (const place of ['region', 'organisation', 'person'] as const) {
    if ((place === PLACE[role]) === (wish[place] !== undefined)) continue;
    return refuse(wish[place] ? `--${place} does not go with ${role}.` : `A ${role} needs --${place}.`);
  }
  const account = { issuer, subject, displayName: name };
  switch (role) {
    case 'admin':
      return { ...account, role: { kind: 'ADMIN' } };
    case 'coordinator':
      return { ...account, role: { kind: 'COORDINATOR', regionId: await regionId(owner, wish.region!) } };
    case 'secretary':
      return { ...account, role: { kind: 'SECRETARY', regionId: await regionId(owner, wish.region!) } };
    case 'supporter': {
      const { id } = await organisationNamed(owner, wish.organisation!);
      return { ...account, role: { kind: 'SUPPORTER', organisationId: id } };
    }
    case 'parent':
      return { ...account, personId: (await personNamed(owner, wish.person!)).id };
  }
}

async function regionId(owner: ClientBase, code: string): Promise<string> {
  return (await regionNamed(owner, code)).id;
}
