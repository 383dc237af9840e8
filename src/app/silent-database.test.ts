import { EventEmitter, once } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import { pino } from 'pino';
import { readConfig } from '../config.js';
import { FakeProcess } from '../testing/fake-process.js';
import { Makers } from '../testing/makers/makers.js';
import { startTestService, type TestService } from '../testing/test-service.js';
import { Wire } from '../testing/wire.js';
import { connectionLimits } from './assembly.js';
import { startWorker } from './jobs/start-worker.js';
import { stopOnSignals } from './lifecycle.js';

/** Seconds on a machine that has time; a test that takes this long has failed, and ends. */
const LIMIT_MS = 60_000;
const SETTINGS = {
  STATEMENT_TIMEOUT_MS: 1_000,
  SLOW_READ_MS: 1_000,
  SIGN_OF_LIFE_MS: 500,
  POOL_WAIT_MS: 20_000,
};
const log = pino({ level: 'silent' });

let wire: Wire;
let service: TestService;
let regionId: string;
let ticks: EventEmitter;
let stopJobs: () => Promise<void>;
let stopped: boolean;

beforeEach(async () => {
  service = await startTestService(SETTINGS, undefined, async (url) => (wire = await Wire.to(url)).url);
  const make = new Makers(service.owner);
  const region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  const { data } = await service.ask('coordinator', '{ viewer { roles { region { id } } } }');
  regionId = data.viewer.roles[0].region.id;
  ticks = new EventEmitter();
  const ticked = once(ticks, 'tick');
  stopJobs = await startWorker({
    serviceUrl: wire.url,
    limits: connectionLimits({ ...readConfig({ NODE_ENV: 'test' }), ...SETTINGS }),
    log,
    tick: () => Promise.resolve(ticks.emit('tick')),
  });
  await ticked;
  await allServe();
  stopped = false;
}, LIMIT_MS);
afterEach(async () => {
  if (!stopped) {
    await stopJobs();
    await service.close();
  }
  wire.close();
}, LIMIT_MS);

const read = () => service.ask('coordinator', '{ regions(first: 1) { totalCount } }');
const write = () =>
  service.ask(
    'coordinator',
    'mutation($input: OrganisationCreateInput!) { organisationCreate(input: $input) { organisation { id } } }',
    { input: { name: 'Stichting', kind: 'STICHTING', domains: ['ONDERWIJS'], regionId } },
  );
const ready = async () => ({ status: (await service.app.inject('/readyz')).statusCode });
const WAYS = [read, write, ready];

/** The statuses of so many requests of each way at once: every connection takes part. */
async function inParallel(times: number): Promise<Set<number>> {
  const asked = Array.from({ length: times }, () => WAYS.map((way) => way())).flat();
  return new Set((await Promise.all(asked)).map(({ status }) => status));
}

/** Sooner or later; a busy machine may need more than one try. */
async function allServe(): Promise<void> {
  while (!isDeepStrictEqual(await inParallel(10), new Set([200])));
}

/** Whoever met a silent link hears so; whoever waited for another one may be served. */
function expectTrouble(statuses: ReadonlySet<number>): void {
  expect([...statuses].filter((status) => status !== 200)).toEqual([503]);
}

/** The jobs of this service alone, as another machine would ask for one. */
async function askForTick(): Promise<void> {
  await service.owner.query(
    `select graphile_worker.add_job('tick', queue_name := 'tick', max_attempts := 1, job_key := 'tick')`,
  );
}

test(
  'when every link to the database falls silent, all serve again without a restart',
  async () => {
    wire.fallSilent();
    const ticked = once(ticks, 'tick');
    await askForTick();
    expectTrouble(await inParallel(10));
    await allServe();
    await ticked;
  },
  LIMIT_MS,
);

test(
  'links at rest that fell silent are renewed before anybody asks',
  async () => {
    await wire.fallSilent().noticed;
    expect(await inParallel(1)).toEqual(new Set([200]));
  },
  LIMIT_MS,
);

test(
  'a stop in that state ends in time, with exit 0',
  async () => {
    const host = new FakeProcess();
    stopOnSignals({
      app: service.app,
      log,
      steps: [
        { name: 'jobs', run: stopJobs },
        { name: 'service', run: () => service.close() },
      ],
      config: { STOP_TIMEOUT_MS: LIMIT_MS / 2 },
      process: host,
    });
    wire.fallSilent();
    const underWay = inParallel(2);
    host.emit('SIGTERM');
    expect(await host.exited).toBe(0);
    stopped = true;
    expectTrouble(await underWay);
  },
  LIMIT_MS,
);
