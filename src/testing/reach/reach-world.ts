import { Client } from 'pg';
import type { DevRole } from '../../app/sign-in/development/dev-accounts.js';
import { REFERENCE_DAY, seedDatabase } from '../../app/seed/seed-database.js';
import { SIZES } from '../../app/seed/sizes.js';
import { clockAt, day } from '../../kernel/clock.js';
import type { Viewer } from '../../kernel/viewer.js';
import { cloneDatabase } from '../database.js';
import { times } from '../effort.js';
import { renewAll } from '../stored-is-fresh.js';
import { TEST_ISSUER } from '../test-service.js';
import { ExplainedReads } from './explained-reads.js';
import { addHiddenCountry } from './hidden-country.js';
import { TriedWrites } from './tried-writes.js';
import { viewerOf } from './viewer-of.js';

const TODAY = day(REFERENCE_DAY);

export interface ReachWorld {
  readonly owner: Client;
  readonly reads: ExplainedReads;
  readonly writes: TriedWrites;
  viewer(role: DevRole): Viewer;
  close(): Promise<void>;
}

/** A seeded country, of which each viewer sees their part, and many times as much that is hidden from them. */
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
  const about = { region: await busiestRegion(owner), issuer: TEST_ISSUER, today: TODAY };
  for (const role of roles) viewers.set(role, await viewerOf(owner, role, about));
  await addHiddenCountry(superuser, times('hiddenCopies'));
  await superuser.end();
  const reads = new ExplainedReads(database.serviceUrl);
  const writes = await TriedWrites.on(database.serviceUrl, clockAt(`${REFERENCE_DAY}T12:00:00Z`));
  return {
    owner,
    reads,
    writes,
    viewer: (role) => viewers.get(role)!,
    async close() {
      await reads.close();
      await writes.close();
      await owner.end();
      await database.drop();
    },
  };
}

/** Its code. */
async function busiestRegion(owner: Client): Promise<string> {
  const { rows } = await owner.query<{ code: string }>(
    `select r.code from oudernetwerken n join regions r on r.id = n.region_id where n.phase = 'ACTIVE'
     group by r.id order by count(*) desc, r.code limit 1`,
  );
  return rows[0]!.code;
}
