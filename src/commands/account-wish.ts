import type { ClientBase } from 'pg';
import { SUBJECT } from '../app/sign-in/access-token.js';
import {
  bodyNamed,
  organisationNamed,
  personNamed,
  refuse,
  regionNamed,
} from '../app/sign-in/account-lookups.js';
import type { AccountGrant } from '../app/sign-in/grant-account.js';

export const ACCOUNT_ROLES = ['admin', 'coordinator', 'secretary', 'supporter', 'parent'] as const;

/** What an operator types. */
export interface AccountWish {
  readonly issuer: string;
  readonly subject: string;
  readonly role: (typeof ACCOUNT_ROLES)[number];
  readonly region?: string;
  readonly organisation?: string;
  readonly person?: string;
  /** for a secretary: this one body of the region, and no other */
  readonly body?: string;
  readonly name?: string;
}

/** The option that says where a role applies. */
const PLACE = {
  admin: null,
  coordinator: 'region',
  secretary: 'region',
  supporter: 'organisation',
  parent: 'person',
} as const;

/** The wish with its region, organisation, person or body looked up. Throws AccountRefused. */
export async function accountGrant(owner: ClientBase, wish: AccountWish): Promise<AccountGrant> {
  const { issuer, subject, role, name } = wish;
  if (!SUBJECT.test(subject)) return refuse('A subject has 1 to 255 plain ASCII characters.');
  for (const place of ['region', 'organisation', 'person'] as const) {
    if ((place === PLACE[role]) === (wish[place] !== undefined)) continue;
    return refuse(wish[place] ? `--${place} does not go with ${role}.` : `A ${role} needs --${place}.`);
  }
  if (wish.body && role !== 'secretary') return refuse(`--body does not go with ${role}.`);
  const account = { issuer, subject, displayName: name };
  switch (role) {
    case 'admin':
      return { ...account, role: { kind: 'ADMIN' } };
    case 'coordinator':
      return { ...account, role: { kind: 'COORDINATOR', regionId: await regionId(owner, wish.region!) } };
    case 'secretary':
      return { ...account, role: { kind: 'SECRETARY', ...(await bodiesOf(owner, wish.region!, wish.body)) } };
    case 'supporter': {
      const { id } = await organisationNamed(owner, wish.organisation!);
      return { ...account, role: { kind: 'SUPPORTER', organisationId: id } };
    }
    case 'parent':
      return { ...account, personId: (await personNamed(owner, wish.person!)).id };
  }
}

/** Every body of a region, or one of them. */
async function bodiesOf(owner: ClientBase, code: string, given: string | undefined) {
  const region = await regionId(owner, code);
  if (given === undefined) return { regionId: region };
  const body = await bodyNamed(owner, given);
  if (body.regionId !== region)
    return refuse(`That body is one of ${body.regionCode}: give --region ${body.regionCode}.`);
  return { regionId: region, bodyId: body.id };
}

async function regionId(owner: ClientBase, code: string): Promise<string> {
  return (await regionNamed(owner, code)).id;
}
