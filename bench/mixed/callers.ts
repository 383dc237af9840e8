import type { Client } from 'pg';
import { signDevToken } from '../../src/app/sign-in/development/dev-oidc-token.js';
import { type AccountGrant, grantAccount } from '../../src/app/sign-in/grant-account.js';
import type { PlainDate } from '../../src/kernel/clock.js';
import type { Region } from '../handover-stock.js';

export const ROLES = ['coordinator', 'secretary', 'supporter', 'parent', 'national'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who is signed in. */
export interface Caller {
  readonly role: Role;
  /** null for the national office */
  readonly region: Region | null;
  readonly token: string;
}

interface Found {
  readonly id: string;
  readonly region: Region | null;
}

type Grant = Pick<AccountGrant, 'personId' | 'role'>;

/** Accounts enough that none of them spends its budget, as in a country where each person has one. */
const PER_REGION = 4;
const NATIONAL = 12;
/** They share the region of the handovers, which is no ordinary one. */
const OF_THE_STOCK = 40;

const REGION = `json_build_object('id', r.id, 'code', r.code) as region`;
const REGIONS = `regions r where r.code like 'JZ%'`;

/** Each role with the statement that finds for whom there are accounts, and what each gets. */
const KINDS: readonly [Role, string, (found: Found) => Grant][] = [
  [
    'coordinator',
    `select r.id || '-' || n as id, ${REGION} from generate_series(1, ${PER_REGION}) n, ${REGIONS}`,
    ({ region }) => ({ role: { kind: 'COORDINATOR', regionId: region!.id } }),
  ],
  [
    'coordinator',
    `select r.id || '-' || n as id, ${REGION} from generate_series(1, ${OF_THE_STOCK}) n, regions r where r.code = 'BENCH'`,
    ({ region }) => ({ role: { kind: 'COORDINATOR', regionId: region!.id } }),
  ],
  [
    'secretary',
    `select r.id || '-' || n as id, ${REGION} from generate_series(1, ${PER_REGION}) n, ${REGIONS}`,
    ({ region }) => ({ role: { kind: 'SECRETARY', regionId: region!.id } }),
  ],
  [
    'supporter',
    `select o.id, ${REGION} from regions r cross join lateral
       (select organisation_id as id from support_arrangements where region_id = r.id
          and period @> current_date group by 1 order by count(*) desc, 1 limit ${PER_REGION}) o
     where r.code like 'JZ%'`,
    ({ id }) => ({ role: { kind: 'SUPPORTER', organisationId: id } }),
  ],
  [
    'parent',
    `select t.id, ${REGION} from regions r cross join lateral
       (select distinct person_id as id from trekkerschappen where region_id = r.id
          and period @> current_date order by 1 limit ${PER_REGION}) t
     where r.code like 'JZ%'`,
    ({ id }) => ({ personId: id }),
  ],
  [
    'national',
    `select n::text as id, null as region from generate_series(1, ${NATIONAL}) n`,
    () => ({ role: { kind: 'ADMIN' } }),
  ],
];

/** How their tokens are signed. */
export interface Keys {
  readonly dataDir: string;
  readonly issuer: string;
  readonly audience: string;
  readonly lifetimeSeconds: number;
}

/** Callers of every role, in every region; made as the owner the first time. */
export async function callersOf(owner: Client, keys: Keys, day: PlainDate): Promise<Caller[]> {
  const callers: Caller[] = [];
  for (const [role, select, grant] of KINDS) {
    const { rows } = await owner.query<Found>(select);
    for (const found of rows) {
      const subject = `bench-${role}-${found.id}`;
      await grantAccount(owner, { issuer: keys.issuer, subject, ...grant(found) }, day);
      callers.push({ role, region: found.region, token: await signDevToken({ ...keys, subject }) });
    }
  }
  return callers;
}
