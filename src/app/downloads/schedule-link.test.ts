import { createHmac } from 'node:crypto';
import { unchanged } from '../../testing/unchanged.js';
import { type ScheduleWorld, startScheduleWorld } from './testing/schedules.js';

const KEY = '0190b5a4-5d3c-7c3e-9b1a-2f1d3c4b5a69';

let world: ScheduleWorld;
let schedule: Awaited<ReturnType<ScheduleWorld['schedule']>>;
beforeAll(async () => {
  world = await startScheduleWorld();
});
afterAll(() => world.service.close());
beforeEach(async () => {
  schedule = await world.schedule();
});

/** The one answer to every link that is not valid; no row changes. */
async function givesNothing(url: string): Promise<void> {
  const { statusCode, headers, body: page } = await unchanged(world.service.owner, () => world.fetched(url));
  expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
    404,
    'text/html; charset=utf-8',
    'no-store',
  ]);
  const { body: other } = await world.fetched('/downloads/retirement-schedule');
  expect(page).toContain('<h1>Deze link werkt niet meer</h1>');
  expect(page).toBe(other);
}

test('a link works for five minutes, as often as it is asked', async () => {
  const url = await schedule.link();
  world.service.travelTo('2026-11-25T10:04:59Z');
  expect((await world.fetched(url)).statusCode).toBe(200);
  expect((await world.fetched(url)).statusCode).toBe(200);
  world.service.travelTo('2026-11-25T10:05:00Z');
  await givesNothing(url);
});

test('what is answered tells until when', async () => {
  const input = { bodyId: schedule.body, format: 'ICS', fromYear: 2026, toYear: 2026, idempotencyKey: KEY };
  const first = await world.run('retirementScheduleExport', input);
  expect(first.expiresAt).toBe('2026-11-25T10:05:00Z');
  expect(first.advisoryBody).toEqual({ id: schedule.body });
  world.service.travelTo('2026-11-25T10:01:00Z');
  expect(await unchanged(world.service.owner, () => world.run('retirementScheduleExport', input))).toEqual(
    first,
  );
});

test('HEAD tells what GET gives, without it; nothing can be sent to it', async () => {
  const url = await schedule.link();
  const [whole, head] = [await world.fetched(url), await world.fetched(url, 'HEAD')];
  expect([head.statusCode, head.body]).toEqual([200, '']);
  expect(head.headers['content-disposition']).toBe(whole.headers['content-disposition']);
  expect((await world.fetched(url, 'POST')).statusCode).toBe(404);
});

test('a link with one character changed gives nothing, wherever that is', async () => {
  const url = await schedule.link();
  const start = url.indexOf('=') + 1;
  for (let at = start; at < url.length; at++) {
    const other = url[at] === '0' ? '1' : '0';
    const { statusCode } = await world.fetched(url.slice(0, at) + other + url.slice(at + 1));
    expect([at, statusCode]).toEqual([at, 404]);
  }
  await givesNothing(`${url}x`);
  await givesNothing(url.slice(0, -1));
  await givesNothing(`${url}&token=${url.slice(start)}`);
});

test('what is signed for another purpose is no link', async () => {
  const what = (await schedule.link()).replace(/^.*token=/, '').replace(/\.[\w-]{43}$/, '');
  const { rows } = await world.service.owner.query<{ secret: string }>('select secret from mail_keys');
  const signed = (purpose: string) =>
    createHmac('sha256', rows[0]!.secret).update(`${purpose}${what}`).digest('base64url');
  for (const purpose of ['unsubscribe ', 'answer invitation ', '']) {
    await givesNothing(`/downloads/retirement-schedule?token=${what}.${signed(purpose)}`);
  }
  const mine = `${what}.${signed('retirement schedule ')}`;
  expect((await world.fetched(`/downloads/retirement-schedule?token=${mine}`)).statusCode).toBe(200);
  expect((await world.fetched(`/mail/unsubscribe?token=${mine}`)).statusCode).toBe(404);
});

test('it gives nothing to users who see the body, but no longer fill its seats', async () => {
  await world.make.account('mover', { role: 'COORDINATOR', regionId: world.region });
  const body = await world.body();
  await world.worksElsewhere(body);
  const url = await schedule.link({ bodyId: body }, 'mover');
  expect((await world.fetched(url)).statusCode).toBe(200);
  await world.service.owner.query(
    `update account_roles set region_id = $1 where account_id = (select id from accounts where subject = 'mover')`,
    [world.elsewhere],
  );
  world.service.travelTo('2026-11-25T10:00:10Z');
  expect(await world.show(body, 'name', 'mover')).toEqual({ name: 'Adviesraad Noord' });
  await givesNothing(url);
});

describe('it gives what the account may see now: nothing', () => {
  const change: Record<string, string> = {
    'once their role has ended': `update account_roles set period = '[2020-01-01,2026-11-25)'`,
    'once they do the same elsewhere': `update account_roles set region_id = (select id from regions where code = 'JZ22')`,
  };
  test.each(Object.entries(change))('%s', async (name, statement) => {
    await world.secretary(name);
    const url = await schedule.link({}, name);
    await world.service.owner.query(
      `${statement} where account_id = (select id from accounts where subject = $1)`,
      [name],
    );
    // rights are read again
    world.service.travelTo('2026-11-25T10:00:10Z');
    await givesNothing(url);
  });
});

test.each([
  ['hidden from them', false, 'NOT_FOUND input.bodyId'],
  ['that works in their region', true, 'FORBIDDEN'],
])('who does not fill its seats gets no link to a body %s', async (_name, worksThere, expected) => {
  const other = await world.body();
  if (worksThere) await world.worksElsewhere(other);
  const input = { bodyId: other, format: 'XLSX', fromYear: 2026, toYear: 2027 };
  expect(await world.refused('retirementScheduleExport', input, 'neighbour')).toEqual([expected]);
});

test.each([
  [1999, 2005, 'OUT_OF_RANGE input.fromYear'],
  [2026, 2025, 'OUT_OF_RANGE input.toYear'],
  [2026, 2046, 'OUT_OF_RANGE input.toYear'],
])('there is no link for %i to %i', async (fromYear, toYear, code) => {
  const input = { bodyId: schedule.body, format: 'ICS', fromYear, toYear };
  expect(await world.refused('retirementScheduleExport', input)).toEqual([code]);
});
