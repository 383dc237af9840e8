import { NOW, startTestService } from '../../../testing/test-service.js';
import { NetworkScene } from '../testing/network-scene.js';

let scene: NetworkScene;
let oudernetwerkId: string;

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
});
beforeEach(async () => {
  oudernetwerkId = await scene.active();
});
afterEach(() => scene.service.travelTo(NOW));
afterAll(() => scene.service.close());

const SEEN = `activity { id on held plannedOn startTime place title attendance }
  oudernetwerk { lastActivityOn activities { nodes { title held } } }`;
const evening = {
  kind: 'MEETING',
  title: 'Ouderavond',
  on: '2026-12-10',
  startTime: '19:30',
  place: 'De Brug',
};
const plan = (about: object = {}) =>
  scene.run('activityPlan', { oudernetwerkId, ...evening, ...about }, SEEN);
const held = (input: object) => scene.run('activityHeld', input, SEEN);

test('one that is planned counts for nothing until it was held', async () => {
  const { activity, oudernetwerk } = await plan();
  const { kind, ...shown } = evening;
  expect(kind).toBe('MEETING');
  expect(activity).toEqual({
    id: expect.any(String),
    ...shown,
    held: false,
    plannedOn: '2026-12-10',
    attendance: null,
  });
  expect(oudernetwerk).toEqual({
    lastActivityOn: null,
    activities: { nodes: [{ title: 'Ouderavond', held: false }] },
  });
  scene.service.travelTo('2026-12-11T09:00:00Z');
  const after = await held({ id: activity.id, attendance: 14 });
  expect(after).toMatchObject({
    errors: [],
    activity: { on: '2026-12-10', held: true, plannedOn: '2026-12-10', attendance: 14 },
    oudernetwerk: { lastActivityOn: '2026-12-10' },
  });
  expect(await scene.refused('activityHeld', { id: activity.id, attendance: 14 })).toEqual([]);
  expect(await scene.refused('activityHeld', { id: activity.id, attendance: 15 })).toEqual([
    ['ALREADY_HELD', 'input', 'id'],
  ]);
});

test('it was another day, or never', async () => {
  const [moved, off] = [await plan({ on: '2026-11-25' }), await plan({ on: '2026-11-25', title: 'Café' })];
  const after = await held({ id: moved.activity.id, on: '2026-11-24' });
  expect(after.activity).toMatchObject({ on: '2026-11-24', plannedOn: '2026-11-25', attendance: null });
  const { oudernetwerk } = await scene.run(
    'activityRemove',
    { id: off.activity.id },
    'oudernetwerk { lastActivityOn }',
  );
  expect(oudernetwerk).toEqual({ lastActivityOn: '2026-11-24' });
});

test('until it was held it can be moved, and has no attendance', async () => {
  const { activity } = await plan();
  const patched = (patch: object) => ({ id: activity.id, patch });
  const moved = await scene.run(
    'activityCorrect',
    patched({ on: '2027-01-14', startTime: '20:00', place: null }),
    SEEN,
  );
  expect(moved.activity).toMatchObject({ on: '2027-01-14', startTime: '20:00', place: null, held: false });
  expect(await scene.refused('activityCorrect', patched({ on: '2026-11-24' }))).toEqual([
    ['DATE_OUT_OF_RANGE', 'input', 'patch', 'on'],
  ]);
  expect(await scene.refused('activityCorrect', patched({ attendance: 3 }))).toEqual([
    ['NOT_HELD_YET', 'input', 'patch', 'attendance'],
  ]);
  expect(await scene.refused('activityHeld', { id: activity.id })).toEqual([
    ['DATE_OUT_OF_RANGE', 'input', 'on'],
  ]);
});

test.each<[string, object, string[]]>([
  ['yesterday', { on: '2026-11-24' }, ['DATE_OUT_OF_RANGE', 'input', 'on']],
  ['over two years ahead', { on: '2028-11-26' }, ['DATE_OUT_OF_RANGE', 'input', 'on']],
  ['at no time that there is', { startTime: '24:00' }, ['BAD_TIME', 'input', 'startTime']],
  ['at half past', { startTime: '7:30' }, ['BAD_TIME', 'input', 'startTime']],
  ['without a title', { title: ' ' }, ['REQUIRED', 'input', 'title']],
])('none is planned %s', async (_when, about, error) => {
  expect(await scene.refused('activityPlan', { oudernetwerkId, ...evening, ...about })).toEqual([error]);
});

test('none is planned for a network that has ended', async () => {
  await scene.run('oudernetwerkEnd', { id: oudernetwerkId, reason: 'Klaar' });
  expect(await scene.refused('activityPlan', { oudernetwerkId, ...evening })).toEqual([
    ['NETWORK_ENDED', 'input', 'oudernetwerkId'],
  ]);
});
