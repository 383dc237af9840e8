import path from 'node:path';
import { Client } from 'pg';
import { ensureDevAccount } from '../src/app/sign-in/dev-accounts.js';
import { importReferenceData } from '../src/app/reference-data/import-reference-data.js';
import { REFERENCE_DAY } from '../src/app/seed/reference-day.js';
import { progressOn } from '../src/app/seed/progress.js';
import { seedDatabase } from '../src/app/seed/seed-database.js';
import { SIZES } from '../src/app/seed/sizes.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/db/embedded-postgres.js';
import { migrate } from '../src/db/migrate.js';
import { reachOf, roleOf, viewerValues } from '../src/db/viewer-settings.js';
import { day, type PlainDate } from '../src/kernel/clock.js';
import type { Viewer } from '../src/kernel/viewer.js';
import { ensureStock } from './handover-stock.js';

export interface BenchDatabase {
  readonly postgres: EmbeddedPostgres;
  readonly owner: Client;
  /** where questions are asked: the region with most active networks */
  readonly region: Region;
  readonly reader: Coordinator;
  /** of a region with nothing but networks to hand over */
  readonly writer: Coordinator;
  close(): Promise<void>;
}

export interface Region {
  readonly id: string;
  readonly code: string;
}

/** A development account of one region. */
export interface Coordinator {
  readonly subject: string;
  readonly role: string;
  /** what the service tells the database of this viewer */
  readonly values: string[];
}

/** Seen from dist/bench. */
const REFERENCE_DATA = path.join(__dirname, '../../data');

/** Starts the benchmark's own PostgreSQL; the first time, fills it. */
export async function openDatabase(
  dataDir: string,
  size: keyof typeof SIZES,
  issuer: string,
  today: PlainDate,
): Promise<BenchDatabase> {
  const progress = progressOn(process.stderr);
  const postgres = await startEmbeddedPostgres({ dataDir, say: progress.say });
  const owner = new Client({ connectionString: postgres.ownerUrl });
  try {
    await migrate(postgres.ownerUrl, postgres.serviceUrl);
    await importReferenceData(postgres.ownerUrl, { directory: REFERENCE_DATA, say: progress.say });
    const { ownerUrl } = postgres;
    await seedDatabase({ ownerUrl, size: SIZES[size], referenceDay: day(REFERENCE_DAY), progress });
    await owner.connect();
    const region = await busiestRegion(owner);
    const stock = await ensureStock(owner);
    const close = async () => {
      await owner.end();
      await postgres.stop();
    };
    return {
      postgres,
      owner,
      region,
      reader: await coordinatorOf(owner, region.code, issuer, today),
      writer: await coordinatorOf(owner, stock.code, issuer, today),
      close,
    };
  } catch (error) {
    await owner.end().catch(() => undefined);
    await postgres.stop();
    throw error;
  }
}

async function busiestRegion(owner: Client): Promise<Region> {
  const { rows } = await owner.query<Region>(`
    select r.id, r.code from oudernetwerken n join regions r on r.id = n.region_id
    where n.status = 'ACTIVE' and r.code like 'JZ%' group by r.id order by count(*) desc, r.code limit 1`);
  return rows[0]!;
}

async function coordinatorOf(
  owner: Client,
  region: string,
  issuer: string,
  today: PlainDate,
): Promise<Coordinator> {
  const subject = await ensureDevAccount(owner, { role: 'coordinator', region, issuer, today });
  const { rows } = await owner.query<{ found: Omit<Viewer, 'today'> }>(
    'select viewer_of($1, $2, $3::date) as found',
    [issuer, subject, today.toString()],
  );
  const viewer: Viewer = { ...rows[0]!.found, today };
  return { subject, role: roleOf(reachOf(viewer)), values: viewerValues(viewer) };
}
