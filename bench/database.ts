import path from 'node:path';
import { Client } from 'pg';
import { ensureDevAccount } from '../src/app/sign-in/development/dev-accounts.js';
import { importReferenceData } from '../src/app/reference-data/import-reference-data.js';
import { REFERENCE_DAY, seedDatabase } from '../src/app/seed/seed-database.js';
import { progressOn } from '../src/app/seed/progress.js';
import { SIZES } from '../src/app/seed/sizes.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/db/embedded/embedded-postgres.js';
import { migrate } from '../src/db/migration/migrate.js';
import { projectFolder } from '../src/db/project-folder.js';
import { reachOf, roleOf, viewerValues } from '../src/db/viewer-settings.js';
import { day, type PlainDate } from '../src/kernel/clock.js';
import type { Viewer } from '../src/kernel/viewer.js';
import { ensureStock, type Region } from './handover-stock.js';
import { judgeNetworks } from './judge-networks.js';
import type { Asker } from './questions.js';

export interface BenchDatabase {
  readonly postgres: EmbeddedPostgres;
  readonly owner: Client;
  /** the region of the questions: the one with most active networks */
  readonly region: Region;
  /** the reader coordinates that region, the writer one with nothing but networks to hand over */
  readonly viewers: Readonly<Record<Asker, BenchViewer>>;
  close(): Promise<void>;
}

/** A development account. */
interface BenchViewer {
  readonly subject: string;
  readonly role: string;
  /** what the service tells the database about this viewer */
  readonly values: string[];
}

const REFERENCE_DATA = path.join(projectFolder(), 'data');

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
    const judged = await judgeNetworks(postgres.serviceUrl);
    if (judged > 0) {
      progress.say(`judged ${judged} networks, seats and ervaringsdeskundigen`);
      await owner.query('vacuum analyze');
    }
    const close = async () => {
      await owner.end();
      await postgres.stop();
    };
    return {
      postgres,
      owner,
      region,
      viewers: {
        reader: await viewerOf(owner, { role: 'coordinator', region: region.code, issuer, today }),
        writer: await viewerOf(owner, { role: 'coordinator', region: stock.code, issuer, today }),
        national: await viewerOf(owner, { role: 'admin', issuer, today }),
        secretary: await viewerOf(owner, { role: 'secretary', region: region.code, issuer, today }),
      },
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
    where n.phase = 'ACTIVE' and r.code like 'JZ%' group by r.id order by count(*) desc, r.code limit 1`);
  return rows[0]!;
}

async function viewerOf(
  owner: Client,
  wish: { role: 'coordinator' | 'admin' | 'secretary'; region?: string; issuer: string; today: PlainDate },
): Promise<BenchViewer> {
  const subject = await ensureDevAccount(owner, wish);
  const { rows } = await owner.query<{ found: Omit<Viewer, 'today'> }>(
    'select viewer_of($1, $2, $3::date) as found',
    [wish.issuer, subject, wish.today.toString()],
  );
  const viewer: Viewer = { ...rows[0]!.found, today: wish.today };
  return { subject, role: roleOf(reachOf(viewer)), values: viewerValues(viewer) };
}
