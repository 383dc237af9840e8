import type { ClientBase } from 'pg';
import { v7 as uuid } from 'uuid';
import { type PlainDate } from '../kernel/clock.js';
import { parseNodeId } from '../kernel/node-id.js';

export const DEV_ROLES = ['admin', 'coordinator', 'secretary', 'supporter', 'parent'] as const;
export type DevRole = (typeof DEV_ROLES)[number];

export interface DevAccountWish {
  readonly role: DevRole;
  /** for every role but admin; default JZ06 */
  readonly region?: string;
  /** for a parent: public node id or uuid; default a current trekker of the region */
  readonly person?: string;
}

/** A wish that cannot be met; its message is for the developer who typed it. */
export class DevAccountRefused extends Error {}

const DEFAULT_REGION = 'JZ06';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Rights {
  readonly subject: string;
  readonly displayName: string;
  readonly personId?: string;
  readonly role?: { kind: string; regionId?: string; organisationId?: string };
}

/**
 * Makes sure that the development account for a role exists and has its rights on that day, and gives its
 * subject at the development issuer. Needs the owner login. Throws DevAccountRefused.
 */
export async function ensureDevAccount(
  owner: ClientBase,
  { issuer, today, ...wish }: DevAccountWish & { issuer: string; today: PlainDate },
): Promise<string> {
  const rights = await rightsFor(owner, wish, today.toString());
  await owner.query('begin');
  try {
    const accountId = await upsertAccount(owner, issuer, rights);
    if (rights.role) await addRole(owner, accountId, rights.role, today.toString());
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
  return rights.subject;
}

async function rightsFor(owner: ClientBase, wish: DevAccountWish, today: string): Promise<Rights> {
  const { role } = wish;
  if (wish.person && role !== 'parent') throw new DevAccountRefused('--person goes with parent only.');
  if (role === 'admin') {
    if (wish.region) throw new DevAccountRefused('An admin has no region: leave out --region.');
    return { subject: 'dev-admin', displayName: 'Demo-beheerder', role: { kind: 'ADMIN' } };
  }
  if (wish.person) {
    if (wish.region) throw new DevAccountRefused('Give --person or --region, not both.');
    return parent(await personNamed(owner, wish.person));
  }

  const region = await regionNamed(owner, wish.region ?? DEFAULT_REGION);
  switch (role) {
    case 'coordinator':
      return {
        subject: `dev-coordinator-${region.code}`,
        displayName: `Demo-coördinator ${region.code}`,
        role: { kind: 'COORDINATOR', regionId: region.id },
      };
    case 'secretary':
      return {
        subject: `dev-secretary-${region.code}`,
        displayName: `Demo-secretaris ${region.code}`,
        role: { kind: 'SECRETARY', regionId: region.id },
      };
    case 'supporter':
      return supporter(await busiestSupporter(owner, region, today));
    case 'parent':
      return parent(await firstTrekker(owner, region, today));
  }
}

function parent({ id, pseudonym }: { id: string; pseudonym: string }): Rights {
  return { subject: `dev-parent-${id}`, displayName: `Demo-ouder ${pseudonym}`, personId: id };
}

function supporter({ id, name }: { id: string; name: string }): Rights {
  return {
    subject: `dev-supporter-${id}`,
    displayName: `Demo-ondersteuner ${name}`,
    role: { kind: 'SUPPORTER', organisationId: id },
  };
}

interface RegionFound {
  id: string;
  code: string;
}

async function regionNamed(owner: ClientBase, code: string): Promise<RegionFound> {
  const { rows } = await owner.query<RegionFound>(
    'select id, code from regions where upper(code) = upper($1)',
    [code],
  );
  return rows[0] ?? refuse(`There is no region ${code}. Codes look like ${DEFAULT_REGION}.`);
}

async function personNamed(owner: ClientBase, given: string): Promise<{ id: string; pseudonym: string }> {
  const node = parseNodeId(given);
  if (node && node.type !== 'Person') return refuse(`${given} is an id of type ${node.type}, not Person.`);
  const id = node?.uuid ?? given.toLowerCase();
  if (!UUID.test(id)) return refuse(`${given} is no id of a person: give a node id or a uuid.`);
  const { rows } = await owner.query<{ id: string; pseudonym: string }>(
    'select id, pseudonym from people where id = $1',
    [id],
  );
  return rows[0] ?? refuse(`There is no person ${given}.`);
}

async function firstTrekker(owner: ClientBase, region: RegionFound, today: string) {
  const { rows } = await owner.query<{ id: string; pseudonym: string }>(
    `select p.id, p.pseudonym from trekkerschappen t join people p on p.id = t.person_id
     where t.region_id = $1 and t.period @> $2::date order by p.id limit 1`,
    [region.id, today],
  );
  return (
    rows[0] ?? refuse(`Nobody is a trekker in ${region.code} today. Choose another --region, or a --person.`)
  );
}

async function busiestSupporter(owner: ClientBase, region: RegionFound, today: string) {
  const { rows } = await owner.query<{ id: string; name: string }>(
    `select o.id, o.name from support_arrangements s join organisations o on o.id = s.organisation_id
     where s.region_id = $1 and s.period @> $2::date
     group by o.id, o.name order by count(*) desc, o.id limit 1`,
    [region.id, today],
  );
  return (
    rows[0] ?? refuse(`No organisation supports a network in ${region.code} today. Choose another --region.`)
  );
}

async function upsertAccount(owner: ClientBase, issuer: string, rights: Rights): Promise<string> {
  const { subject, displayName, personId = null } = rights;
  const { rows } = await owner.query<{ id: string }>(
    `insert into accounts (id, issuer, subject, display_name, person_id) values ($1, $2, $3, $4, $5)
     on conflict (issuer, subject) do update set display_name = excluded.display_name, person_id = excluded.person_id
     returning id`,
    [uuid(), issuer, subject, displayName, personId],
  );
  return rows[0]!.id;
}

/** The upsert before it holds the account's row, so that of two at once the second sees the first one's role. */
async function addRole(
  owner: ClientBase,
  accountId: string,
  role: NonNullable<Rights['role']>,
  today: string,
) {
  const { kind, regionId = null, organisationId = null } = role;
  await owner.query(
    `insert into account_roles (id, account_id, role, region_id, organisation_id, period)
     select $1, $2, $3, $4, $5, daterange($6::date, null)
     where not exists (
       select from account_roles where account_id = $2 and role = $3 and period @> $6::date
         and region_id is not distinct from $4 and organisation_id is not distinct from $5)`,
    [uuid(), accountId, kind, regionId, organisationId, today],
  );
}

function refuse(sentence: string): never {
  throw new DevAccountRefused(sentence);
}
