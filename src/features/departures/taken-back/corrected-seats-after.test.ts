import { nodeId } from '../../../kernel/node-id.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { DepartureScene } from '../testing/departure-scene.js';
import { SeatsScene } from '../testing/seats-scene.js';

let scene: DepartureScene;

beforeAll(async () => {
  scene = await DepartureScene.begin(await startTestService());
});
afterAll(() => scene.service.close());
afterEach(() => expectStoredIsFresh(scene.service));

const STOPS = { kind: 'STOPS_EVERYTHING', on: '2026-11-20' };
const reason = 'Was niet gestopt';
const STOPPED = ['Anna 2026-01-01 2026-11-20 PERSONAL 1'];

const bodyOf = (...names: string[]) => SeatsScene.begin(scene, names);

/** Anna holds a seat, and is said to have left it. */
async function left(...others: string[]): Promise<SeatsScene> {
  const body = await bodyOf('Anna', ...others);
  await body.appoint('Anna', '2026-01-01');
  await leaves(body);
  return body;
}

async function leaves(body: SeatsScene, on = '2026-10-31'): Promise<void> {
  await body.done('seatAppointmentEnd', { id: await body.appointmentOf('Anna'), on, reason: 'PERSONAL' });
}

async function correct(body: SeatsScene, patch: object): Promise<void> {
  await body.done('seatAppointmentCorrect', { id: await body.appointmentOf('Anna'), reason, patch });
}

async function takeBack(body: SeatsScene, name = 'Anna'): Promise<void> {
  expect((await scene.takeBack(body.idOf(name))).errors).toEqual([]);
}

test.each([
  ['open', { until: null }, 'Anna 2026-01-01 1'],
  ['to a later day', { until: '2027-03-31', endReason: 'MOVED' }, 'Anna 2026-01-01 2027-03-31 MOVED 1'],
])(
  'a seat that is corrected %s was theirs until they stopped, and is when they did not',
  async (_to, patch, held) => {
    const body = await left();
    await scene.depart(body.idOf('Anna'), STOPS);
    await correct(body, patch);
    expect(await body.held()).toEqual(STOPPED);
    await takeBack(body);
    expect(await body.held()).toEqual([held]);
  },
);

test('of two stops the later one that is taken back leaves it until the other', async () => {
  const body = await left();
  await scene.depart(body.idOf('Anna'), STOPS);
  await scene.depart(body.idOf('Anna'), { ...STOPS, on: '2026-11-10' });
  await correct(body, { until: null });
  expect(await body.held()).toEqual(['Anna 2026-01-01 2026-11-10 PERSONAL 1']);
  await takeBack(body);
  expect(await body.held()).toEqual(STOPPED);
  await takeBack(body);
  expect(await body.held()).toEqual(['Anna 2026-01-01 1']);
});

test('an earlier last day is that day, and what they do in spite of it is simply theirs', async () => {
  const earlier = await left();
  await scene.depart(earlier.idOf('Anna'), STOPS);
  await correct(earlier, { until: '2026-11-10' });
  expect(await earlier.held()).toEqual(['Anna 2026-01-01 2026-11-10 PERSONAL 1']);

  const anyway = await bodyOf('Anna');
  await anyway.appoint('Anna', '2026-01-01');
  await scene.depart(anyway.idOf('Anna'), STOPS);
  await correct(anyway, { until: null });
  expect(await anyway.held()).toEqual(['Anna 2026-01-01 1']);
});

test('what was somebody else’s was so until they stopped with everything', async () => {
  const body = await bodyOf('Anna', 'Bert');
  await body.appoint('Bert', '2026-01-01', { seat: 1, until: '2026-01-31' });
  const bert = { id: await body.appointmentOf('Bert'), on: '2026-01-31', reason: 'TERM_COMPLETED' };
  await body.done('seatAppointmentEnd', bert);
  await body.appoint('Anna', '2026-03-01');
  await scene.depart(body.idOf('Bert'), STOPS);
  await correct(body, { personId: nodeId('Person', body.idOf('Bert')) });
  expect((await body.held()).at(-1)).toBe('Bert 2026-03-01 2026-11-20 PERSONAL 1');
  await takeBack(body, 'Bert');
  expect((await body.held()).at(-1)).toBe('Bert 2026-03-01 1');
});

test('whoever follows them there, or what they took up again themselves, is not in the way', async () => {
  const body = await left('Bert');
  await scene.depart(body.idOf('Anna'), STOPS);
  await body.appoint('Bert', '2026-11-21');
  await body.appoint('Anna', '2026-12-01', { seat: 1 });
  await correct(body, { until: null });
  const held = [...STOPPED, 'Bert 2026-11-21 1', 'Anna 2026-12-01 1'];
  expect(await body.held()).toEqual(held);
  await takeBack(body);
  expect(await body.held()).toEqual(held);
});

const undone = [
  ['corrected', (body: SeatsScene) => correct(body, { until: null })],
  [
    'annulled',
    async (body: SeatsScene) =>
      body.done('seatAppointmentAnnul', { id: await body.appointmentOf('Anna'), reason }),
  ],
] as const;

test.each(undone)(
  'what was to follow an appointment that is %s does so where they did not stop',
  async (_how, undo) => {
    const body = await SeatsScene.begin(scene, ['Anna'], { carryOver: false });
    await body.appoint('Anna', '2026-01-01');
    await body.appoint('Anna', '2027-01-01', { seat: 1 });
    await leaves(body);
    await scene.depart(body.idOf('Anna'), STOPS);
    await undo(body);
    expect((await body.held()).filter((held) => held > 'Anna 2026-11-20')).toEqual([]);
    await takeBack(body);
    expect((await body.held()).at(-1)).toMatch(/^Anna 2027-01-01 2027-12-31 TERM_COMPLETED/);
  },
);

test.each(undone)(
  'what had begun by then and followed one that is %s lasted until they stopped',
  async (_how, undo) => {
    const body = await SeatsScene.begin(scene, ['Anna'], { carryOver: false, termMonths: 6 });
    await body.appoint('Anna', '2026-01-01');
    await body.appoint('Anna', '2026-07-01', { seat: 1 });
    scene.service.travelTo('2026-03-01T10:00:00Z');
    await leaves(body, '2026-03-31');
    scene.service.travelTo('2026-11-25T10:00:00Z');
    await scene.depart(body.idOf('Anna'), STOPS);
    await undo(body);
    expect((await body.held()).at(-1)).toMatch(/^Anna 2026-07-01 2026-11-20 PERSONAL/);
    await takeBack(body);
    expect((await body.held()).at(-1)).toMatch(/^Anna 2026-07-01 2026-12-31 TERM_COMPLETED/);
  },
);

test.each([
  ['PERSONAL', STOPS],
  ['DECEASED', { on: '2026-11-20' }],
])('whoever left for somebody who never followed stays on until they departed, %s', async (why, departs) => {
  const body = await SeatsScene.begin(scene, ['Anna', 'Bert'], { termMonths: 3 });
  await body.appoint('Anna', '2026-01-01');
  await body.appoint('Bert', '2026-06-01');
  await scene.depart(body.idOf('Anna'), departs);
  await body.done('seatAppointmentAnnul', { id: await body.appointmentOf('Bert'), reason });
  expect(await body.held()).toEqual([`Anna 2026-01-01 2026-11-20 ${why} 1`]);
  await takeBack(body);
  expect(await body.held()).toEqual(['Anna 2026-01-01 1']);
});

test('whoever died has not gone on', async () => {
  const body = await left();
  await scene.depart(body.idOf('Anna'), { on: '2026-11-20' });
  const input = { id: await body.appointmentOf('Anna'), reason, patch: { until: null } };
  const refused = await unchanged(scene.service.owner, () => body.errors('seatAppointmentCorrect', input));
  expect(refused).toEqual([{ code: 'PERSON_DECEASED', path: ['input', 'patch', 'until'] }]);
});
