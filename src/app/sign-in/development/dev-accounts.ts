import type { ClientBase } from 'pg';
import { type PlainDate } from '../../../kernel/clock.js';
import { personNamed, refuse, type RegionFound, regionNamed } from '../account-lookups.js';
import { demoSubject } from '../../demo/demo-accounts.js';
import { type AccountGrant, grantAccount } from '../grant-account.js';

export const DEV_ROLES = ['admin', 'coordinator', 'secretary', 'supporter', 'parent'] as const;
export type DevRole = (typeof DEV_ROLES)[number];

export interface DevAccountWish {
  readonly role: DevRole;
  /** for every role but admin; default JZ06 */
  readonly region?: string;
  /** for a parent: public node id or uuid; defaults to a current trekker of the region */
  readonly person?: string;
}

const DEFAULT_REGION = 'JZ06';

type Rights = Omit<AccountGrant, 'issuer'>;

/**
 * The subject, at the development issuer, of an account for a role, with its rights on that day: the demo account if
 * there is one, else one that is created. Needs the owner login. Throws AccountRefused.
 */
export async function ensureDevAccount(
  owner: ClientBase,
  { issuer, today, ...wish }: DevAccountWish & { issuer: string; today: PlainDate },
): Promise<string> {
  const rights = await rightsFor(owner, wish, issuer, today.toString());
  if (typeof rights === 'string') return rights;
  await grantAccount(owner, { issuer, ...rights }, today);
  return rights.subject;
}

/** What to grant to a new account, or the subject of the account that already has it. */
async function rightsFor(
  owner: ClientBase,
  wish: DevAccountWish,
  issuer: string,
  today: string,
): Promise<Rights | string> {
  const { role } = wish;
  if (wish.person && role !== 'parent') return refuse('--person goes with parent only.');
  if (wish.person) {
    if (wish.region) return refuse('Give --person or --region, not both.');
    const person = await personNamed(owner, wish.person);
    return (await subjectOf(owner, issuer, person.id)) ?? parent(person);
  }
  if (role === 'admin' && wish.region) return refuse('An admin has no region: leave out --region.');

  const region = role === 'admin' ? null : await regionNamed(owner, wish.region ?? DEFAULT_REGION);
  const demo = demoSubject(role, region?.code);
  if (await holdsRights(owner, issuer, demo, today)) return demo;
  if (!region) return { subject: 'dev-admin', displayName: 'Demo-beheerder', role: { kind: 'ADMIN' } };
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
    default:
      return parent(await firstTrekker(owner, region, today));
  }
}

async function holdsRights(
  owner: ClientBase,
  issuer: string,
  subject: string,
  today: string,
): Promise<boolean> {
  const { rowCount } = await owner.query(
    `select from accounts a where issuer = $1 and subject = $2 and (person_id is not null
       or exists (select from account_roles r where r.account_id = a.id and r.period @> $3::date))`,
    [issuer, subject, today],
  );
  return rowCount === 1;
}

async function subjectOf(owner: ClientBase, issuer: string, personId: string): Promise<string | null> {
  const { rows } = await owner.query<{ subject: string }>(
    'select subject from accounts where issuer = $1 and person_id = $2 order by subject limit 1',
    [issuer, personId],
  );
  return rows[0]?.subject ?? null;
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
