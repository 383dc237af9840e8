import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { readConfig } from '../config.js';
import { clockFrom, instant, systemClock } from '../kernel/clock.js';
import { Makers } from '../testing/makers/makers.js';
import { startTestService, type TestService } from '../testing/test-service.js';
import { connectionLimits } from '../app/assembly.js';
import { StartProblem } from '../app/lifecycle.js';
import { serviceClock } from '../app/service-clock.js';
import { runJobsOnce } from './run-jobs-once.js';
import { startWorker } from '../app/jobs/start-worker.js';
import { reportLine, runTick } from '../app/jobs/tick.js';
import type { JobContext } from '../writes/job.js';

const log = pino({ level: 'silent' });
const limits = connectionLimits(readConfig({ NODE_ENV: 'test' }));

let service: TestService;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'okn-jobs-'));
  service = await startTestService({ MAIL_DIR: folder });
  const make = new Makers(service.owner);
  const region = await make.region('JZ06');
  const trekker = await make.person(region);
  await make.network(region, { activeFrom: '2026-01-01', ledBy: trekker });
  await service.owner.query(
    `update trekkerschappen set planned_end_on = '2027-02-28', planned_end_reason = 'OTHER'`,
  );
  await service.owner.query(
    `insert into person_contacts (person_id, email) values ($1, 'ouder@example.org')`,
    [trekker],
  );
});
afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

test('the worker ticks when it starts, as a login that owns nothing, and stops when asked', async () => {
  const { serviceUrl } = service.urls;
  let tell = () => {};
  const ticked = new Promise<void>((resolve) => (tell = resolve));
  const stop = await startWorker({ serviceUrl, limits, log, tick: () => service.tick().finally(tell) });
  await ticked;
  await stop();
  expect(await readdir(folder)).toHaveLength(1);
  const { rows } = await service.owner.query('select key from graphile_worker._private_jobs');
  expect(rows).toEqual([]);
  expect(await connectionsLeft()).toBe(0);
});

/** PostgreSQL takes a moment to see that a client has gone: query until it does, but not for ever. */
async function connectionsLeft(): Promise<number> {
  for (let asked = 1; ; asked++) {
    const { rows } = await service.owner.query<{ left: number }>(
      `select count(*)::int as left from pg_stat_activity
       where application_name = 'oudernetwerken jobs' and datname = current_database()`,
    );
    if (rows[0]!.left === 0 || asked === 10_000) return rows[0]!.left;
  }
}

test('the job runner’s tables are for the system role alone', async () => {
  const client = new Client({ connectionString: service.urls.serviceUrl });
  await client.connect();
  for (const role of ['none', 'okn_national', 'okn_regional', 'okn_personal']) {
    await client.query(`set role ${role}`);
    await expect(client.query('select from graphile_worker._private_jobs')).rejects.toThrow(
      'permission denied',
    );
  }
  await client.query('set role okn_system');
  await expect(client.query('select from graphile_worker._private_jobs')).resolves.toBeDefined();
  await client.end();
});

test('a second machine on the same database does what is left, and says what it did', async () => {
  const config = {
    ...readConfig({ NODE_ENV: 'test', CLOCK: '2026-12-01T11:00:00Z', MAIL_DIR: folder }),
    DATABASE_URL: service.urls.serviceUrl,
  };
  const lines = async () => (await runJobsOnce(config, log)).map(reportLine);
  expect(await lines()).toEqual([
    'forget addresses: forgotten 0',
    'expire invitations: expired 0, forgotten 0',
    'changes of regions: found 0',
    'moves of networks: moved 0',
    'moves of people: moved 0',
    'reassess seats and profiles: judged 0',
    'reassess networks: judged 1',
    'remind: made 1, undelivered 0',
    'tell changes of regions: told 0',
    'digest: made 0',
    'forget calendars: forgotten 0',
    'calendars: made 0',
    'close letters: closed 0',
    'tell recorded: made 0',
    'deliver: sent 1, putOff 0, passedOn 0, failed 0',
    'forget imports: forgotten 0',
    'forget lists: forgotten 0',
    'forget mail files: forgotten 0',
  ]);
  expect(await lines()).toEqual([
    'forget addresses: forgotten 0',
    'expire invitations: expired 0, forgotten 0',
    'changes of regions: found 0',
    'moves of networks: moved 0',
    'moves of people: moved 0',
    'reassess seats and profiles: judged 0',
    'reassess networks: judged 0',
    'remind: made 0, undelivered 0',
    'tell changes of regions: told 0',
    'digest: made 0',
    'forget calendars: forgotten 0',
    'calendars: made 0',
    'close letters: closed 0',
    'tell recorded: made 0',
    'deliver: sent 0, putOff 0, passedOn 0, failed 0',
    'forget imports: forgotten 0',
    'forget lists: forgotten 0',
    'forget mail files: forgotten 0',
  ]);
  expect(await readdir(folder)).toHaveLength(1);
});

test('a job that fails is not the end of the others', async () => {
  const jobs = [
    { name: 'first', run: () => Promise.reject(new Error('no')) },
    { name: 'second', run: () => Promise.resolve({ made: 1 }) },
  ];
  const at: JobContext = {
    asService: () => Promise.reject(new Error('not asked')),
    log,
    transport: {
      send: () => Promise.reject(new Error('not asked')),
      forget: () => Promise.reject(new Error('not asked')),
    },
    sender: { publicUrl: '', address: '', domain: '' },
    signal: undefined,
  };
  const reports = await runTick(jobs, at);
  expect(reports.map(reportLine)).toEqual(['first: failed', 'second: made 1']);
  expect(await runTick(jobs, { ...at, signal: AbortSignal.abort() })).toEqual([]);
});

test('mail that cannot be delivered is tried again, later and later, and its error names no address', async () => {
  await service.close();
  // nobody listens on port 1
  service = await startTestService({ SMTP_URL: 'smtp://127.0.0.1:1' });
  const make = new Makers(service.owner);
  const trekker = await make.person(await make.region('JZ06'));
  await make.network(await make.region('JZ06'), { activeFrom: '2026-01-01', ledBy: trekker });
  await service.owner.query(
    `update trekkerschappen set planned_end_on = '2027-02-28', planned_end_reason = 'OTHER'`,
  );
  await service.owner.query(
    `insert into person_contacts (person_id, email) values ($1, 'ouder@example.org')`,
    [trekker],
  );
  for (const at of ['10:00', '10:04', '10:05']) {
    service.travelTo(`2026-12-01T${at}:00Z`);
    await service.tick();
  }
  const { rows } = await service.owner.query('select attempts, last_error, due_at, sent_at from mails');
  expect(rows).toEqual([
    { attempts: 2, last_error: 'ESOCKET', due_at: new Date('2026-12-01T10:15:00Z'), sent_at: null },
  ]);
  expect((await service.app.inject('/metrics')).body).toMatch(/^mails_total\{outcome="FAILED"\} 2$/m);
});

test('the clock can be set ahead and runs on, but not in production', () => {
  const clock = clockFrom(instant('2027-08-01T08:00:00Z'));
  const first = clock.now().epochMilliseconds;
  const start = Date.parse('2027-08-01T08:00:00Z');
  expect(first - start).toBeGreaterThanOrEqual(0);
  expect(first - start).toBeLessThan(60_000);
  const config = (CLOCK: string, NODE_ENV: 'development' | 'production') => serviceClock({ CLOCK, NODE_ENV });
  expect(config('', 'production')).toBe(systemClock);
  expect(config('2027-08-01T08:00:00Z', 'development').now().toString()).toMatch(/^2027-08-01T08:00:/);
  expect(() => config('2027-08-01T08:00:00Z', 'production')).toThrow(StartProblem);
});

test('with mail off nobody is said to have been told, and once it is on what is due leaves', async () => {
  const off = { MAIL: 'off', SMTP_URL: '', MAIL_DIR: folder } as const;
  await service.close();
  service = await startTestService(off);
  const make = new Makers(service.owner);
  const region = await make.region('JZ06');
  const trekker = await make.person(region);
  await make.network(region, { activeFrom: '2026-01-01', ledBy: trekker });
  await service.owner.query(
    `update trekkerschappen set planned_end_on = '2027-02-28', planned_end_reason = 'OTHER'`,
  );
  await service.owner.query(
    `insert into person_contacts (person_id, email) values ($1, 'ouder@example.org')`,
    [trekker],
  );
  service.travelTo('2026-12-01T10:00:00Z');
  const names = (await service.tick()).map(({ name }) => name);
  expect(names).toEqual([
    'forget addresses',
    'expire invitations',
    'changes of regions',
    'moves of networks',
    'moves of people',
    'reassess seats and profiles',
    'reassess networks',
    'forget calendars',
    'close letters',
    'forget imports',
    'forget lists',
    'forget mail files',
  ]);
  expect((await service.owner.query('select from reminders')).rows).toEqual([]);
  expect((await service.owner.query('select from mails where sent_at is not null')).rows).toEqual([]);

  const config = {
    ...readConfig({ NODE_ENV: 'test', CLOCK: '2026-12-01T11:00:00Z', MAIL_DIR: folder }),
    DATABASE_URL: service.urls.serviceUrl,
  };
  expect((await runJobsOnce(config, log)).map(reportLine)).toContain(
    'deliver: sent 1, putOff 0, passedOn 0, failed 0',
  );
});
