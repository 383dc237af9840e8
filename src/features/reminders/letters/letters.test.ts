import { nodeId } from '../../../kernel/node-id.js';
import { startMailWorld, type MailWorld } from '../../../testing/mail/mail-world.js';
import { ProfileMakers } from '../../../testing/makers/profile-makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { RegionScene } from '../../../testing/region-scene.js';
import { unchanged } from '../../../testing/unchanged.js';
import { renewAll } from '../../../testing/stored-is-fresh.js';
import { currentText } from '../../ervaringsdeskundigen/consent/consent-text.js';

let world: MailWorld;
let scene: RegionScene;
let seats: SeatMakers;
let body: string;
let personId: string;
let profile: string;

beforeAll(async () => {
  world = await startMailWorld();
  scene = await RegionScene.begin(world.service);
  await world.accountEmail('coordinator', 'coordinator@example.org');
  seats = new SeatMakers(world.service.owner);
  body = await seats.body(scene.region);
});
afterAll(() => world.close());

beforeEach(async () => {
  world.service.travelTo('2026-11-25T10:00:00Z');
  personId = await world.make.person(scene.region, { given: 'Anna', family: 'Zonder Post' });
  profile = await new ProfileMakers(world.service.owner).profile(personId);
});

async function done(mutation: string, input: object, fields = '', subject = 'coordinator') {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { ${fields} errors { code } } }`;
  return (await scene.ask(query, { input }, subject)).done;
}
async function invited(): Promise<{ seat: string; invitation: string }> {
  const seat = await seats.seat(body);
  await renewAll(world.service);
  const input = {
    seatId: nodeId('AdvisorySeat', seat),
    ervaringsdeskundigeId: nodeId('Ervaringsdeskundige', profile),
    motivation: 'Past goed',
  };
  const { invitation, errors } = await done('invitationCreate', input, 'invitation { id }');
  expect(errors).toEqual([]);
  return { seat, invitation: invitation.id };
}
async function tasks(): Promise<{ id: string; kind: string; done_on: string | null }[]> {
  const { rows } = await world.service.owner.query(
    'select id, kind, done_on::text from person_tasks where person_id = $1 order by made_on, id',
    [personId],
  );
  return rows.map((row) => ({ ...row, id: nodeId('PersonTask', row.id) }));
}
async function waiting(): Promise<string[]> {
  const { rows } = await world.service.owner.query(
    `select f.code from continuity_findings f join person_tasks t on t.id = f.subject_id where t.person_id = $1`,
    [personId],
  );
  return rows.map(({ code }) => code);
}
async function open(taskId: string) {
  const { url, expiresAt, errors } = await done('personLetterOpen', { taskId }, 'url expiresAt');
  expect(errors).toEqual([]);
  const { pathname, search } = new URL(url);
  return { page: () => world.service.app.inject(`${pathname}${search}`), expiresAt };
}

test('an invitation for a parent without an address is a letter, which says what the mail would say', async () => {
  await invited();
  await world.service.tick();
  await world.service.tick();
  const [task, ...others] = await tasks();
  expect([task?.kind, others]).toEqual(['LETTER', []]);
  const { page, expiresAt } = await open(task!.id);
  expect(expiresAt).toBe('2026-11-25T10:05:00Z');
  const { statusCode, body, headers } = await page();
  expect([statusCode, headers['referrer-policy']]).toEqual([200, 'no-referrer']);
  expect(body).toContain('<address>Anna Zonder Post</address>\n<p>25 november 2026</p>');
  expect(body).toContain('Beste Anna,');
  expect(body).toContain('wilt u meedenken?');
  expect(body).toContain('Meld u aan op https://okn.example');
  // whoever prints it does not answer in their place
  expect(body).not.toMatch(/token=|seats\/answer/);
});

test('that it was sent is said once, and it cannot be opened any more', async () => {
  await invited();
  await world.service.tick();
  const [task] = await tasks();
  const { page } = await open(task!.id);
  expect((await done('personTaskDone', { id: task!.id })).errors).toEqual([]);
  expect((await page()).statusCode).toBe(404);
  const again = await unchanged(world.service.owner, () => done('personLetterOpen', { taskId: task!.id }));
  expect(again.errors).toEqual([{ code: 'TASK_DONE' }]);
  await world.service.tick();
  expect(await tasks()).toHaveLength(1);
});

test('a link is good for five minutes, and only as long as whoever asked may see it', async () => {
  await invited();
  await world.service.tick();
  const [task] = await tasks();
  const { page } = await open(task!.id);
  world.service.travelTo('2026-11-25T10:04:59Z');
  expect((await page()).statusCode).toBe(200);
  await world.service.owner.query(`update people set region_id = $2 where id = $1`, [
    personId,
    scene.elsewhere,
  ]);
  await world.service.owner.query(`update person_tasks set region_id = $2 where person_id = $1`, [
    personId,
    scene.elsewhere,
  ]);
  expect((await page()).statusCode).toBe(404);
  world.service.travelTo('2026-11-25T10:05:00Z');
  expect((await page()).statusCode).toBe(404);
});

test('a letter that says nothing any more is off the list', async () => {
  const { invitation } = await invited();
  await world.service.tick();
  expect((await done('invitationWithdraw', { id: invitation })).errors).toEqual([]);
  await world.service.tick();
  expect(await tasks()).toMatchObject([{ kind: 'LETTER', done_on: '2026-11-25' }]);
});

test('consent that somebody else recorded is told on paper too, and by mail once there is an address', async () => {
  const scopes = ['REGION'] as const;
  const consent = {
    ervaringsdeskundigeId: nodeId('Ervaringsdeskundige', profile),
    scopes,
    textVersion: currentText(scopes)!.version,
    until: '2027-06-30',
    channel: 'PHONE',
  };
  expect((await done('findableConsentGive', consent)).errors).toEqual([]);
  await world.service.tick();
  const [task] = await tasks();
  expect((await (await open(task!.id)).page()).body).toContain(
    'vastgelegd dat u vanaf die dag gevonden wilt worden',
  );
  await done('personTaskDone', { id: task!.id });
  const contact = { contact: { email: 'anna@example.org' } };
  expect((await done('personUpdate', { id: nodeId('Person', personId), patch: contact })).errors).toEqual([]);
  await world.service.tick();
  expect((await world.emails()).map(({ header }) => header('to'))).toContain('anna@example.org');
});

describe('a trekker whom no mail reaches', () => {
  async function led(): Promise<string> {
    const network = await world.make.network(scene.region, { activeFrom: '2026-01-01' });
    const tenure = await world.make.trekkerschap(network, personId, '[2026-01-01,)', 'CO_TREKKER');
    await renewAll(world.service);
    return nodeId('Trekkerschap', tenure);
  }
  const planned = (id: string) =>
    done('trekkerschapPlanEnd', { id, plannedEnd: { on: '2027-05-31', reason: 'PERSONAL' } });
  async function day(on: string) {
    world.service.travelTo(`${on}T10:00:00Z`);
    await world.service.tick();
  }
  const page = async (task: string) => (await (await open(task)).page()).body;

  test('is asked on paper what the mail would ask, and hears on paper that it is not so', async () => {
    const id = await led();
    expect((await planned(id)).errors).toEqual([]);
    await day('2026-12-01');
    const [task, ...others] = await tasks();
    expect([task?.kind, others]).toEqual(['LETTER', []]);
    expect(await page(task!.id)).toContain('Hoe lang wilt u nog trekker zijn?');
    await done('personTaskDone', { id: task!.id });
    await done('trekkerschapAnnul', { id, reason: 'Vergissing' });
    await day('2026-12-02');
    const [, back, ...more] = await tasks();
    expect([back?.done_on, more]).toEqual([null, []]);
    expect(await page(back!.id)).toContain(
      'Op 1 december 2026 schreven wij u over uw laatste dag als trekker',
    );
  });

  test('hears nothing of what was not posted, nor while they are left alone', async () => {
    const id = await led();
    await planned(id);
    await day('2026-12-01');
    expect(await tasks()).toHaveLength(1);
    await done('trekkerschapAnnul', { id, reason: 'Vergissing' });
    await day('2026-12-02');
    expect(await tasks()).toMatchObject([{ kind: 'LETTER', done_on: '2026-12-02' }]);

    const again = await led();
    const pause = { personId: nodeId('Person', personId), until: '2027-01-31' };
    expect((await done('contactPause', pause)).errors).toEqual([]);
    await planned(again);
    await day('2026-12-03');
    expect(await tasks()).toHaveLength(1);
  });
});

test('who has an address gets no letter', async () => {
  await world.email(personId, 'bereikbaar@example.org');
  await invited();
  await world.service.tick();
  expect(await tasks()).toEqual([]);
});

test('a letter to somebody who is left alone waits until that is over', async () => {
  await invited();
  await world.service.tick();
  const [task] = await tasks();
  const { page } = await open(task!.id);
  const pause = { personId: nodeId('Person', personId), until: '2026-11-30' };
  expect((await done('contactPause', pause)).errors).toEqual([]);
  expect(await waiting()).toEqual([]);
  const refused = await unchanged(world.service.owner, () => done('personLetterOpen', { taskId: task!.id }));
  expect(refused.errors).toEqual([{ code: 'CONTACT_PAUSED' }]);
  expect((await page()).statusCode).toBe(404);
  world.service.travelTo('2026-12-01T10:00:00Z');
  await world.service.tick();
  expect(await waiting()).toEqual(['LETTER_WAITS']);
});

test('what they must hear although they are left alone is told by hand', async () => {
  const scopes = ['REGION'] as const;
  const textVersion = currentText(scopes)!.version;
  const ervaringsdeskundigeId = nodeId('Ervaringsdeskundige', profile);
  const consent = { ervaringsdeskundigeId, scopes, textVersion, until: '2027-06-30', channel: 'PHONE' };
  expect((await done('findableConsentGive', consent)).errors).toEqual([]);
  await world.service.tick();
  expect(await waiting()).toEqual(['LETTER_WAITS']);
  await done('contactPause', { personId: nodeId('Person', personId), until: '2026-12-31' });
  expect(await waiting()).toEqual(['NOTICE_OWED']);
});

test('whoever was invited on paper reads on paper that it is closed, and nobody else does', async () => {
  for (const wasSent of [true, false]) {
    personId = await world.make.person(scene.region);
    profile = await new ProfileMakers(world.service.owner).profile(personId);
    const { invitation } = await invited();
    await world.service.tick();
    const [letter] = await tasks();
    if (wasSent) await done('personTaskDone', { id: letter!.id });
    await done('invitationWithdraw', { id: invitation });
    await world.service.tick();
    expect(await waiting()).toEqual(wasSent ? ['LETTER_WAITS'] : []);
    if (!wasSent) continue;
    const closed = (await tasks()).find(({ done_on }) => done_on === null);
    expect((await (await open(closed!.id)).page()).body).not.toMatch(/wilt u meedenken/);
  }
});

test('whoever acts for somebody reads it on paper once, and that they do not after all', async () => {
  const away = await world.make.person(scene.region);
  const network = await world.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: away });
  const { rows } = await world.service.owner.query(
    'select id from trekkerschappen where oudernetwerk_id = $1',
    [network],
  );
  const absence = { roleId: nodeId('Trekkerschap', rows[0].id), substituteId: nodeId('Person', personId) };
  const { absence: recorded } = await done('absenceRecord', absence, 'absence { id }');
  await world.service.tick();
  const [named] = await tasks();
  await done('personTaskDone', { id: named!.id });
  const later = { id: recorded.id, patch: { expectedUntil: '2027-01-31' } };
  expect((await done('absenceUpdate', later)).errors).toEqual([]);
  await world.service.tick();
  expect(await waiting()).toEqual([]);

  const acted = await world.service.owner.query('select id from trekkerschappen where person_id = $1', [
    personId,
  ]);
  const annulled = { id: nodeId('Trekkerschap', acted.rows[0].id), reason: 'Vergissing' };
  expect((await done('trekkerschapAnnul', annulled)).errors).toEqual([]);
  await world.service.tick();
  expect(await waiting()).toEqual(['LETTER_WAITS']);
});

test('of what a letter that was never sent would have said nobody reads that it is not so', async () => {
  const network = await world.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
  await world.service.owner.query(
    `update trekkerschappen set planned_end_on = '2027-02-25', planned_end_reason = 'PERSONAL' where oudernetwerk_id = $1`,
    [network],
  );
  await renewAll(world.service);
  await world.service.tick();
  expect(await tasks()).toMatchObject([{ kind: 'LETTER', done_on: null }]);
  const { rows } = await world.service.owner.query(
    'select id from trekkerschappen where oudernetwerk_id = $1',
    [network],
  );
  const id = nodeId('Trekkerschap', rows[0].id);
  await done('trekkerschapPlanEnd', { id, plannedEnd: { on: '2030-02-25', reason: 'PERSONAL' } });
  await world.service.tick();
  expect(await waiting()).toEqual([]);
  expect((await done('trekkerschapAnnul', { id, reason: 'Vergissing' })).errors).toEqual([]);
  await world.service.tick();
  expect(await waiting()).toEqual([]);
});
