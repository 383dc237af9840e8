import { Command } from 'commander';
import { destination } from 'pino';
import { type Config, readConfig } from '../../config.js';
import { createDataSource } from '../../db/data-source.js';
import { runningServiceUrl } from '../../db/running-database.js';
import { transactions } from '../../db/transaction.js';
import { connectionLimits, LISTENERS } from '../assembly.js';
import { ENTITIES } from '../entities.js';
import { createLog } from '../http/log.js';
import { tellFailure } from '../owner-command.js';
import { serviceClock } from '../service-clock.js';
import { createJobs } from './create-jobs.js';

/** Does once, now, what the service does every hour: as a second machine beside it would. */
async function main(): Promise<void> {
  await new Command('jobs')
    .description('Pass the day, remind, make digests and deliver mail, once, on the running database.')
    .action(() => runOnce(readConfig()))
    .parseAsync();
}

async function runOnce(config: Config): Promise<void> {
  const log = createLog({ LOG_LEVEL: 'warn' }, destination({ dest: 2, sync: true }));
  const limits = { ...connectionLimits(config), poolSize: 2 };
  const dataSource = createDataSource(await serviceUrl(config), limits, ENTITIES, () => undefined);
  await dataSource.initialize();
  try {
    const clock = serviceClock(config);
    const jobs = createJobs({ config, clock, log, transact: transactions(dataSource, clock, LISTENERS) });
    for (const { name, counts } of await jobs.tick()) {
      const told = counts && Object.entries(counts).map(([what, count]) => `${what} ${count}`);
      console.log(`${name}: ${told ? told.join(', ') : 'failed'}`);
      if (!counts) process.exitCode = 1;
    }
  } finally {
    await dataSource.destroy();
  }
}

async function serviceUrl({ DATABASE_URL, DATA_DIR }: Config): Promise<string> {
  const url = DATABASE_URL || (await runningServiceUrl(DATA_DIR));
  if (!url) throw new Error(`No database is running in ${DATA_DIR}. Start the service first: npm start`);
  return url;
}

main().catch(tellFailure);
