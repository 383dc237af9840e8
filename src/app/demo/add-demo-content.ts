import { Client } from 'pg';
import { today, type Clock } from '../../kernel/clock.js';
import { advisoryRows } from './advisory-rows.js';
import { accountRows, DEMO_ACCOUNT_IDS } from './demo-accounts.js';
import { DemoDays } from './demo-days.js';
import { demoId } from './demo-ids.js';
import { demoPlaces } from './demo-places.js';
import { invitationRows } from './demo-invitations.js';
import { insertTable } from './insert-table.js';
import { networkRows } from './network-rows.js';
import { NOORD_KENNEMERLAND } from './stories/noord-kennemerland.js';
import { coordinate, organisationRows } from './organisation-rows.js';
import { peopleRows } from './people-rows.js';
import { profileRows } from './profile-rows.js';
import { coverStandby } from './standby.js';
import { successionRows } from './succession-rows.js';
import { TWENTE } from './stories/twente.js';
import { UTRECHT_STAD } from './stories/utrecht-stad.js';

const DEMO_REGIONS = [NOORD_KENNEMERLAND, TWENTE, UTRECHT_STAD];

export interface DemoOptions {
  readonly clock: Clock;
  readonly say: (line: string) => void;
  /** issuer of the development sign-in, where the demo accounts are known */
  readonly issuer: string;
}

/**
 * Adds three regions with fictional people, networks and advisory bodies around today, and accounts to see them with.
 * They are added once, in one transaction; after that only the accounts follow the issuer, which changes with the
 * port. Needs the reference data. Returns true if the content was added.
 */
export async function addDemoContent(
  ownerUrl: string,
  { clock, say, issuer }: DemoOptions,
): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('oudernetwerken.demo'))`);
    const isNew = !(await isThere(client));
    if (isNew) await addRegions(client, new DemoDays(today(clock)), issuer);
    else await followIssuer(client, issuer);
    await client.query('commit');
    if (isNew) say(`Demo content: added to ${DEMO_REGIONS.map((region) => region.code).join(', ')}`);
    return isNew;
  } finally {
    // a connection that ends rolls back its unfinished transaction
    await client.end();
  }
}

async function isThere(client: Client): Promise<boolean> {
  const { rowCount } = await client.query('select from oudernetwerken where id = any ($1::uuid[]) limit 1', [
    networkIds(),
  ]);
  return rowCount === 1;
}

async function addRegions(client: Client, days: DemoDays, issuer: string): Promise<void> {
  const places = await demoPlaces(client);
  for (const region of DEMO_REGIONS) {
    const tables = [
      ...organisationRows(region, places),
      ...peopleRows(region, days, places),
      ...networkRows(region, days, places),
      ...successionRows(region, days, places),
    ];
    for (const table of tables) await insertTable(client, table);
    await coordinate(client, region);
  }
  await coverStandby(client, networkIds());
  for (const table of accountRows(days, issuer, places.region)) await insertTable(client, table);
  for (const region of DEMO_REGIONS) {
    const tables = [
      ...profileRows(region, days, places),
      ...advisoryRows(region, days, places),
      ...invitationRows(region, days, places),
    ];
    for (const table of tables) await insertTable(client, table);
  }
}

async function followIssuer(client: Client, issuer: string): Promise<void> {
  await client.query(
    `update accounts a set issuer = $1 where id = any ($2::uuid[]) and issuer <> $1
       and not exists (select from accounts other where other.issuer = $1 and other.subject = a.subject)`,
    [issuer, DEMO_ACCOUNT_IDS],
  );
}

function networkIds(): string[] {
  return DEMO_REGIONS.flatMap((region) => region.networks.map((network) => demoId('network', network.key)));
}
