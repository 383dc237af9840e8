import path from 'node:path';
import type { Logger } from 'pino';
import { createTokenVerifier } from './app/sign-in/access-token.js';
import { localKeys } from './app/sign-in/access-token-keys.js';
import { addDemoContent } from './app/demo/add-demo-content.js';
import { listDevAccounts } from './app/sign-in/development/dev-accounts-list.js';
import { devKeys, publicKeys } from './app/sign-in/development/dev-oidc-keys.js';
import { mountDevOidc } from './app/sign-in/development/dev-oidc.js';
import { providerKeys } from './app/sign-in/provider-keys.js';
import {
  devIssuer,
  refuseInProduction,
  refuseOtherMachines,
} from './app/sign-in/development/dev-oidc-token.js';
import { registerGraphiql } from './app/http/graphiql.js';
import { exitFailedStart, listen, StartProblem, type StopStep, stopOnSignals } from './app/lifecycle.js';
import { createLog } from './app/http/log.js';
import { requireMailServer } from './app/mail/mail-transport.js';
import { importReferenceData } from './app/reference-data/import-reference-data.js';
import { createSchema } from './app/schema.js';
import { publicUrl, tellAddress } from './app/service-address.js';
import { connectionLimits, createService, type ServiceParts } from './app/assembly.js';
import { startWorker } from './app/jobs/start-worker.js';
import { serviceClock } from './app/service-clock.js';
import { startProblemOf } from './app/start-problem.js';
import { welcome } from './app/welcome.js';
import { type Config, readConfig } from './config.js';
import { startEmbeddedPostgres } from './db/embedded/embedded-postgres.js';
import { migrate } from './db/migration/migrate.js';
import { projectFolder } from './db/project-folder.js';
import { requireRestricted } from './db/service-login.js';
import { type Clock, systemElapsed } from './kernel/clock.js';

interface Database {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
  readonly embedded: boolean;
}

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config);
  // the last one started is the first one stopped
  const steps: StopStep[] = [];
  try {
    const development = config.OIDC_ISSUER === '';
    const clock = serviceClock(config);
    if (development) {
      refuseInProduction(config.NODE_ENV);
      refuseOtherMachines(config.HOST);
    }
    requireMailServer(config);
    if (config.MAIL === 'off') log.warn('mail is off: nobody is reminded or invited by mail');
    const database = await openDatabase(config, steps);
    await requireRestricted(database.serviceUrl);
    await prepare(config, database, clock);
    const service = await createService({
      config,
      log,
      clock,
      elapsed: systemElapsed,
      schema: createSchema(),
      serviceUrl: database.serviceUrl,
      ...(await signIn(config, log)),
      registerRoutes: async (app) => {
        const issuer = development ? devIssuer(config) : config.OIDC_ISSUER;
        registerGraphiql(app, { issuer: development ? undefined : issuer, audience: config.OIDC_AUDIENCE });
        if (development) {
          await mountDevOidc(app, {
            dataDir: config.DATA_DIR,
            publicUrl: publicUrl(config),
            audience: config.OIDC_AUDIENCE,
            listDevAccounts: () => listDevAccounts(database.ownerUrl, issuer),
          });
        }
      },
    });
    steps.unshift({ name: 'database connections', run: () => service.closeDatabase() });
    if (!config.ERASURE_LEDGER) {
      log.warn('ERASURE_LEDGER is not set: a backup that is restored brings back whoever was erased since');
    }
    await service.requireAbreast();
    // after a downtime too, nobody is shown how networks were doing before it
    if (config.JOBS) await service.rollOverDay();
    const address = await listen(service.app, config);
    if (development) {
      steps.unshift({ name: 'address', run: await tellAddress(config.DATA_DIR, publicUrl(config)) });
    }
    if (config.JOBS) {
      const { tick } = service;
      const limits = connectionLimits(config);
      const stop = await startWorker({ serviceUrl: database.serviceUrl, limits, log, tick });
      steps.unshift({ name: 'jobs', run: stop });
    }
    stopOnSignals({ app: service.app, log, steps, config });
    say(welcome(address, { development, demo: database.embedded && config.DEMO }));
  } catch (error) {
    await exitFailedStart(startProblemOf(error), steps, log);
  }
}

async function openDatabase(config: Config, steps: StopStep[]): Promise<Database> {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR } = config;
  if (DATABASE_URL) {
    return { serviceUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL, embedded: false };
  }
  const embedded = await startEmbeddedPostgres({ dataDir: DATA_DIR, say });
  steps.push({ name: 'embedded PostgreSQL', run: () => embedded.stop() });
  return { ...embedded, embedded: true };
}

/** Brings the database to the version that this code needs; without the owner login somebody else did. */
async function prepare(
  config: Config,
  { ownerUrl, serviceUrl, embedded }: Database,
  clock: Clock,
): Promise<void> {
  if (!ownerUrl) {
    say('DATABASE_OWNER_URL is not set: not migrating, not importing');
    return;
  }
  const { migrated, putRight } = await migrate(ownerUrl, serviceUrl);
  for (const name of migrated) say(`migrated: ${name}`);
  if (putRight) say(`the database was not as it should be, and was put right: ${putRight}`);
  const report = await importReferenceData(ownerUrl, { directory: path.join(projectFolder(), 'data'), say });
  if (report.problems.length > 0) {
    throw new StartProblem(
      'The reference data hold bad rows (above). Mend the files in data/ and start again.',
    );
  }
  if (embedded && config.DEMO && config.NODE_ENV !== 'production') {
    await addDemoContent(ownerUrl, { clock, say, issuer: devIssuer(config) });
  }
}

async function signIn(config: Config, log: Logger): Promise<Pick<ServiceParts, 'verify' | 'measures'>> {
  const { OIDC_ISSUER, OIDC_AUDIENCE: audience, DATA_DIR } = config;
  if (OIDC_ISSUER) {
    const { keys, measures } = providerKeys(config, log);
    return { verify: createTokenVerifier({ issuer: OIDC_ISSUER, audience, keys: keys.get }), measures };
  }
  const keys = localKeys(publicKeys(await devKeys(DATA_DIR)));
  return { verify: createTokenVerifier({ issuer: devIssuer(config), audience, keys }) };
}

/** Progress of the start is for whoever started it; the log is for machines. */
function say(line: string): void {
  console.error(line);
}

void main();
