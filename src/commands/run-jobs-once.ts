import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { createDataSource } from '../db/data-source.js';
import { runningServiceUrl } from '../db/embedded/running-database.js';
import { transactions } from '../db/transaction.js';
import { connectionLimits } from '../app/assembly.js';
import { ENTITIES, TRANSACTION_RULES } from '../app/features.js';
import { toldAddress } from '../app/service-address.js';
import { requireMailServer } from '../app/mail/mail-transport.js';
import { serviceClock } from '../app/service-clock.js';
import { createJobs } from '../app/jobs/create-jobs.js';
import type { JobReport } from '../app/jobs/tick.js';

/** Does once what the service does every hour, on its running database, as a second machine would. */
export async function runJobsOnce(config: Config, log: Logger): Promise<JobReport[]> {
  requireMailServer(config);
  const limits = { ...connectionLimits(config), poolSize: 2 };
  const dataSource = createDataSource(await serviceUrl(config), limits, ENTITIES, () => undefined);
  await dataSource.initialize();
  try {
    const clock = serviceClock(config);
    const transact = transactions({ dataSource, clock, ...TRANSACTION_RULES });
    // links in emails lead to the service that runs here, whatever its port
    const PUBLIC_URL = config.PUBLIC_URL || ((await toldAddress(config.DATA_DIR)) ?? '');
    return await createJobs({ config: { ...config, PUBLIC_URL }, clock, log, transact }).tick();
  } finally {
    await dataSource.destroy();
  }
}

async function serviceUrl({ DATABASE_URL, DATA_DIR }: Config): Promise<string> {
  const url = DATABASE_URL || (await runningServiceUrl(DATA_DIR));
  if (!url) throw new Error(`No database is running in ${DATA_DIR}. Start the service first: npm start`);
  return url;
}
