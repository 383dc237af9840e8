import { Client } from 'pg';
import { v4 as randomUuid } from 'uuid';
import { nodeId } from '../kernel/node-id.js';
import { Makers } from '../testing/makers/makers.js';
import { type Answer, startTestService, type TestService } from '../testing/test-service.js';
import { unchanged } from '../testing/unchanged.js';

const ACTIVITY = `activityRecord(input: { oudernetwerkId: $id, kind: CAFE, title: "Koffie" })`;
const TOLD = '{ committed ids errors { code } activity { id title } }';
/** To record an activity reads no themes, to answer with this does. */
const READS_THEMES = 'oudernetwerk { themes { code } }';

let service: TestService;
let make: Makers;
let region: string;
/** A session past the service, which holds locks. */
let other: Client;
/** With the login of the service, which may cut its connections. */
let sameLogin: Client;

beforeAll(async () => {
  service = await startTestService({ LOCK_TIMEOUT_MS: 200, STATEMENT_TIMEOUT_MS: 2_000 });
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  other = new Client({ connectionString: service.urls.ownerUrl });
  sameLogin = new Client({ connectionString: service.urls.serviceUrl });
  await Promise.all([other.connect(), sameLogin.connect()]);
});
afterEach(() => other.query('rollback'));
afterAll(async () => {
  await Promise.all([other.end(), sameLogin.end()]);
  await service.close();
});

const network = () => make.network(region, { activeFrom: '2026-01-01' });
const idOf = (uuid: string) => nodeId('Oudernetwerk', uuid);

async function activitiesOf(uuid: string): Promise<string[]> {
  const { rows } = await service.owner.query<{ id: string }>(
    'select id from activities where oudernetwerk_id = $1',
    [uuid],
  );
  return rows.map(({ id }) => nodeId('Activity', id));
}

async function lockRow(uuid: string): Promise<void> {
  await other.query('begin');
  await other.query('select from oudernetwerken where id = $1 for update', [uuid]);
}

/** Nobody can read themes until `other` rolls back. */
async function lockThemes(): Promise<void> {
  await other.query('begin');
  await other.query('lock table themes in access exclusive mode');
}

/** Cuts the connections that wait for a lock, once there are any. */
async function cutTheWaiting(): Promise<void> {
  for (let look = 0; look < 1_000; look++) {
    const { rows } = await sameLogin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
  }
  throw new Error('nothing waits for a lock');
}

const twice = (first: string, second: string) =>
  service.ask(
    'coordinator',
    `mutation($first: ID!, $second: ID!) {
      one: ${ACTIVITY.replace('$id', '$first')} ${TOLD}
      two: ${ACTIVITY.replace('$id', '$second')} ${TOLD} }`,
    { first: idOf(first), second: idOf(second) },
  );

const recordAndRead = (uuid: string, more = {}) =>
  service.ask(
    'coordinator',
    `mutation($input: ActivityRecordInput!) { activityRecord(input: $input) {
      committed ids errors { code } activity { title } ${READS_THEMES} } }`,
    { input: { oudernetwerkId: idOf(uuid), kind: 'CAFE', title: 'Koffie', ...more } },
    { 'accept-language': 'en' },
  );

function expectNotWorthARepeat({ status, headers }: Answer): void {
  expect(status).toBe(200);
  expect(headers).not.toHaveProperty('retry-after');
}

describe('of two mutations in one request', () => {
  test('the first is in the answer when the row of the second is locked', async () => {
    const [free, locked] = [await network(), await network()];
    await lockRow(locked);
    const answer = await twice(free, locked);
    expectNotWorthARepeat(answer);
    const [activity] = await activitiesOf(free);
    expect(answer.data).toEqual({
      one: {
        committed: true,
        ids: [activity, idOf(free)],
        errors: [],
        activity: { id: activity, title: 'Koffie' },
      },
      two: null,
    });
    expect(answer.errors).toMatchObject([{ path: ['two'], extensions: { code: 'UNAVAILABLE' } }]);
    expect(await activitiesOf(locked)).toEqual([]);
  });

  test('the first is in the answer when the second is not for this role', async () => {
    const uuid = await network();
    const answer = await service.ask(
      'coordinator',
      `mutation($id: ID!) {
        one: ${ACTIVITY} { committed }
        two: themeCreate(input: { code: "SLAAP", labelNl: "Slaap", labelEn: "Sleep" }) { committed } }`,
      { id: idOf(uuid) },
    );
    expectNotWorthARepeat(answer);
    expect(answer.data).toEqual({ one: { committed: true }, two: null });
    expect(answer.errors).toMatchObject([{ path: ['two'], extensions: { code: 'FORBIDDEN' } }]);
    expect(await activitiesOf(uuid)).toHaveLength(1);
  });

  test('neither was done when both are locked: that may be tried again', async () => {
    const locked = await network();
    await lockRow(locked);
    const answer = await unchanged(service.owner, () => twice(locked, locked));
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.data).toEqual({ one: null, two: null });
  });

  test('a refused one says that it was not committed', async () => {
    const { data } = await unchanged(service.owner, () => recordAndRead(randomUuid()));
    expect(data.activityRecord).toMatchObject({ committed: false, ids: [], activity: null });
    expect(data.activityRecord.errors).toHaveLength(1);
  });
});

describe('when the answer cannot be read after commit', () => {
  test('it is read again when its connection is cut', async () => {
    const uuid = await network();
    await lockThemes();
    const asked = recordAndRead(uuid);
    await cutTheWaiting();
    await other.query('rollback');
    const { data, errors } = await asked;
    expect(errors).toBeUndefined();
    expect(data.activityRecord).toMatchObject({
      committed: true,
      activity: { title: 'Koffie' },
      oudernetwerk: { themes: [] },
    });
    expect(await activitiesOf(uuid)).toHaveLength(1);
  });

  test('it says that it was committed, and which ids it has', async () => {
    const uuid = await network();
    await lockThemes();
    const answer = await recordAndRead(uuid);
    const [activity] = await activitiesOf(uuid);
    expectNotWorthARepeat(answer);
    expect(answer.data.activityRecord).toEqual({
      committed: true,
      ids: [activity, idOf(uuid)],
      errors: [],
      activity: { title: 'Koffie' },
      oudernetwerk: null,
    });
    expect(answer.errors).toEqual([
      {
        message: 'This was saved, but cannot be shown right now. Do not repeat it; fetch it again shortly.',
        locations: expect.anything(),
        path: ['activityRecord', 'oudernetwerk'],
        extensions: { code: 'UNAVAILABLE', reason: 'SAVED_NOT_SHOWN' },
      },
    ]);
  });

  test('a repeat with its idempotency key tells all, and changes nothing', async () => {
    const uuid = await network();
    const idempotencyKey = randomUuid();
    await lockThemes();
    const { data: first } = await recordAndRead(uuid, { idempotencyKey });
    await other.query('rollback');
    const { data } = await unchanged(service.owner, () => recordAndRead(uuid, { idempotencyKey }));
    expect(data.activityRecord).toEqual({
      ...first.activityRecord,
      oudernetwerk: { themes: [] },
    });
  });
});

describe('when its time is over', () => {
  /** Longer than any of these takes by itself, and shorter than what waits for a lock. */
  const REQUEST_TIMEOUT_MS = 3_000;
  let hurried: TestService;
  let uuid: string;
  let locked: string;

  beforeAll(async () => {
    hurried = await startTestService({
      REQUEST_TIMEOUT_MS,
      LOCK_TIMEOUT_MS: 60_000,
      STATEMENT_TIMEOUT_MS: 60_000,
      SLOW_READ_MS: 60_000,
    });
    const makers = new Makers(hurried.owner);
    const regionId = await makers.region('JZ06');
    await makers.account('coordinator', { role: 'COORDINATOR', regionId });
    [uuid, locked] = [
      await makers.network(regionId, { activeFrom: '2026-01-01' }),
      await makers.network(regionId, { activeFrom: '2026-01-01' }),
    ];
  });
  afterEach(() => hurried.owner.query('rollback'));
  afterAll(() => hurried.close());

  const ask = (query: string) =>
    hurried.ask('coordinator', query, { first: idOf(uuid), second: idOf(locked) });

  test('the answer tells what was committed, without what could not be read', async () => {
    await hurried.owner.query('begin; lock table themes in access exclusive mode');
    const answer = await ask(
      `mutation($first: ID!) { one: ${ACTIVITY.replace('$id', '$first')} { committed ids ${READS_THEMES} } }`,
    );
    expectNotWorthARepeat(answer);
    expect(answer.data.one).toEqual({
      committed: true,
      ids: [expect.any(String), idOf(uuid)],
      oudernetwerk: null,
    });
    expect(answer.errors).toMatchObject([
      { path: ['one', 'oudernetwerk'], extensions: { reason: 'SAVED_NOT_SHOWN' } },
    ]);
  });

  test('a mutation after it that waits is given up, and is not done', async () => {
    await hurried.owner.query('begin');
    await hurried.owner.query('select from oudernetwerken where id = $1 for update', [locked]);
    const answer = await ask(
      `mutation($first: ID!, $second: ID!) {
        one: ${ACTIVITY.replace('$id', '$first')} { committed ids }
        two: ${ACTIVITY.replace('$id', '$second')} { committed } }`,
    );
    expectNotWorthARepeat(answer);
    expect(answer.data).toEqual({
      one: { committed: true, ids: [expect.any(String), idOf(uuid)] },
      two: null,
    });
    expect(answer.errors).toMatchObject([{ path: ['two'], extensions: { code: 'UNAVAILABLE' } }]);
    await hurried.owner.query('rollback');
    const { rows } = await hurried.owner.query('select from activities where oudernetwerk_id = $1', [locked]);
    expect(rows).toEqual([]);
  });
});
