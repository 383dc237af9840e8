import { Client } from 'pg';
import { ensureDevAccount, type DevRole } from '../../app/sign-in/development/dev-accounts.js';
import { REFERENCE_DAY, seedDatabase } from '../../app/seed/seed-database.js';
import { SIZES } from '../../app/seed/sizes.js';
import { day } from '../../kernel/clock.js';
import type { Viewer, ViewerRole } from '../../kernel/viewer.js';
import { cloneDatabase } from '../database.js';
import { renewAll } from '../stored-is-fresh.js';
import { TEST_ISSUER } from '../test-service.js';
import { ExplainedReads } from './explained-reads.js';
import { addHiddenCountry } from './hidden-country.js';

const COPIES = 40;
const TODAY = day(REFERENCE_DAY);

export interface ReachWorld {
  readonly owner: Client;
  readonly reads: ExplainedReads;
  viewer(role: DevRole): Viewer;
  close(): Promise<void>;
}

/** A seeded country, of which each viewer sees their part, and ten times as much that is hidden from them. */
export async function openReachWorld(roles: readonly DevRole[]): Promise<ReachWorld> {
  const database = await cloneDatabase();
  const [owner, superuser] = [database.ownerUrl, database.superuserUrl].map(
    (connectionString) => new Client({ connectionString }),
  ) as [Client, Client];
  await Promise.all([owner.connect(), superuser.connect()]);
  const progress = { part: () => () => undefined, say: () => undefined };
  await seedDatabase({ ownerUrl: database.ownerUrl, size: SIZES.small, referenceDay: TODAY, progress });
  await renewAll({ urls: database }, `${REFERENCE_DAY}T12:00:00Z`);
  const viewers = new Map<DevRole, Viewer>();
  for (const role of roles) viewers.set(role, await viewerOf(owner, role));
  await addHiddenCountry(superuser, COPIES);
  await superuser.end();
  const reads = new ExplainedReads(database.serviceUrl);
  return {
    owner,
    reads,
    viewer: (role) => viewers.get(role)!,
    async close() {
      await reads.close();
      await owner.end();
      await database.drop();
    },
  };
}

async function viewerOf(owner: Client, role: DevRole): Promise<Viewer> {
  const { rows: busiest } = await owner.query<{ code: string }>(
    `select r.code from oudernetwerken n join regions r on r.id = n.region_id where n.status = 'ACTIVE'
     group by r.id order by count(*) desc, r.code limit 1`,
  );
  const region = role === 'admin' ? {} : { region: busiest[0]!.code };
  const subject = await ensureDevAccount(owner, { role, ...region, issuer: TEST_ISSUER, today: TODAY });
  const { rows } = await owner.query('select viewer_of($1, $2, $3) as viewer', [
    TEST_ISSUER,
    subject,
    REFERENCE_DAY,
  ]);
  const viewer = rows[0].viewer as Omit<Viewer, 'today'>;
  const parent: ViewerRole[] = viewer.personId
    ? [{ kind: 'PARENT', regionId: null, organisationId: null }]
    : [];
  return { ...viewer, roles: [...viewer.roles, ...parent], today: TODAY };
}
