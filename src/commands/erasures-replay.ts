import { Command } from 'commander';
import { destination } from 'pino';
import { connectionLimits } from '../app/assembly.js';
import { ErasureKeeper } from '../app/erasures/erasure-keeper.js';
import { erasureLedger } from '../app/erasures/erasure-ledger.js';
import { ENTITIES, TRANSACTION_RULES } from '../app/features.js';
import { createLog } from '../app/http/log.js';
import { systemViewer } from '../app/jobs/system-viewer.js';
import { serviceClock } from '../app/service-clock.js';
import { readConfig, type Config } from '../config.js';
import { createDataSource } from '../db/data-source.js';
import { startEmbeddedPostgres } from '../db/embedded/embedded-postgres.js';
import { runningServiceUrl } from '../db/embedded/running-database.js';
import { transactions } from '../db/transaction.js';
import { systemElapsed, today } from '../kernel/clock.js';
import { tellFailure } from './owner-command.js';

/** Erases again whoever a backup brought back; exit code 1 if one could not be. */
async function main(): Promise<void> {
  await new Command('erasures:replay')
    .description('Erase again whoever the ledger says was erased, after a backup was restored.')
    .parseAsync();
  const config = readConfig();
  if (!config.ERASURE_LEDGER) throw new Error('Set ERASURE_LEDGER: it says who was erased.');
  await onDatabase(config, (url) => replay(config, url));
}

async function replay(config: Config, serviceUrl: string): Promise<void> {
  const limits = { ...connectionLimits(config), poolSize: 2 };
  const dataSource = createDataSource(serviceUrl, limits, ENTITIES, () => undefined);
  await dataSource.initialize();
  try {
    const clock = serviceClock(config);
    const transact = transactions({ dataSource, clock, ...TRANSACTION_RULES });
    const { erased, failed } = await new ErasureKeeper({
      ledger: erasureLedger(config.ERASURE_LEDGER),
      asService: (work) => transact(systemViewer(today(clock), 'JOB'), work),
      log: createLog({ LOG_LEVEL: 'warn' }, destination({ dest: 2, sync: true })),
      elapsed: systemElapsed,
    }).replay();
    console.log(`erased again: ${erased}`);
    for (const id of failed) console.error(`could not be erased: person ${id}`);
    if (failed.length > 0) process.exitCode = 1;
  } finally {
    await dataSource.destroy();
  }
}

/** The embedded one runs for as long as it takes, if the service does not. */
async function onDatabase(
  { DATABASE_URL, DATA_DIR }: Config,
  work: (serviceUrl: string) => Promise<void>,
): Promise<void> {
  const url = DATABASE_URL || (await runningServiceUrl(DATA_DIR));
  if (url) return work(url);
  const embedded = await startEmbeddedPostgres({ dataDir: DATA_DIR, say: () => undefined });
  try {
    await work(embedded.serviceUrl);
  } finally {
    await embedded.stop();
  }
}

main().catch(tellFailure);
