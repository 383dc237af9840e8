import { parseNodeId } from '../../../kernel/node-id.js';
import { NOW } from '../../../testing/test-service.js';
import { ProfileScene } from '../../ervaringsdeskundigen/testing/profile-scene.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { refusals, workFor, worklistOf } from '../testing/work.js';

let scene: ProfileScene;

beforeAll(async () => {
  scene = await ProfileScene.begin();
});
afterEach(() => scene.service.travelTo(NOW));
afterAll(() => scene.service.close());

const work = (id: string, subject = 'coordinator') => workFor(scene.service, subject, id);

const record = (id: string, validUntil: string | null, title = 'Basistraining') =>
  scene.done('trainingRecord', {
    ervaringsdeskundigeId: id,
    title,
    issuer: 'Oudersteunpunt',
    completedOn: '2024-01-15',
    validUntil,
  });

/** Moves to this day, and does what a new day requires. */
async function passTo(day: string): Promise<void> {
  scene.service.travelTo(`${day}T10:00:00Z`);
  await renewAll(scene.service, `${day}T10:00:00Z`);
  await expectStoredIsFresh(scene.service, day);
}

test('a training that expires is a work item for the coordinator who keeps the record, and not for those who find the profile', async () => {
  const { id, parent } = await scene.findable(['COUNTRY'], {}, '2028-12-31');
  await record(id, '2026-12-31');
  const others = [
    'admin',
    'secretary',
    'coordinator elsewhere',
    'secretary elsewhere',
    'supporter',
    parent.subject,
  ];
  const finders = others.slice(0, 4);
  for (const subject of finders) {
    const { data } = await scene.service.ask(subject, 'query($id: ID!) { node(id: $id) { id } }', { id });
    expect([subject, data.node]).toEqual([subject, { id }]);
  }
  expect(await work(id)).toBe('TRAINING_EXPIRES 1 due 2026-12-31');
  expect(await work(id, 'colleague')).toBe('TRAINING_EXPIRES 1 due 2026-12-31');
  for (const subject of others) {
    expect([subject, await worklistOf(scene.service, subject, true)]).toEqual([subject, []]);
    const putOff = { subjectId: id, until: '2026-12-31', reason: 'Later' };
    const code = subject === 'admin' || subject === parent.subject ? 'FORBIDDEN' : 'NOT_FOUND';
    expect([subject, await refusals(scene.service, subject, 'workItemSnooze', putOff)]).toEqual([
      subject,
      [code],
    ]);
  }
  const item = (await worklistOf(scene.service, 'coordinator')).find(({ subject }) => subject.id === id);
  expect(item).toMatchObject({
    subject: { __typename: 'Ervaringsdeskundige' },
    band: 'ATTENTION',
    reasons: [{ suggestedAction: { code: 'RENEW_TRAINING', subject: { id } } }],
  });
  await expectStoredIsFresh(scene.service);
});

test('with or without consent: a profile whose consent was withdrawn or expired is found by nobody through it', async () => {
  const { id, parent } = await scene.findable(['COUNTRY'], {}, '2026-12-31');
  await record(id, '2026-12-01');
  expect(await work(id)).toBe('CONSENT_ENDS 2 TRAINING_EXPIRES 1 due 2026-12-01');
  const nobody = async () => {
    for (const subject of ['admin', 'secretary', 'coordinator elsewhere', 'secretary elsewhere']) {
      expect([subject, await worklistOf(scene.service, subject, true)]).toEqual([subject, []]);
    }
  };
  await passTo('2027-01-01');
  expect(await work(id)).toBe('TRAINING_EXPIRES 2 due 2026-12-01');
  await nobody();
  await scene.give(id, { scopes: ['COUNTRY'], until: '2027-02-01' }, parent.subject);
  expect(await work(id)).toBe('CONSENT_ENDS 2 TRAINING_EXPIRES 2 due 2026-12-01');
  await scene.done('findableConsentWithdraw', { ervaringsdeskundigeId: id }, parent.subject);
  expect(await work(id)).toBe('TRAINING_EXPIRES 2 due 2026-12-01');
  await nobody();
  await expectStoredIsFresh(scene.service, '2027-01-01');
  scene.service.travelTo(NOW);
  await renewAll(scene.service);
});

test('it is off the list when the training is renewed, while they pause, and when a day passes on it', async () => {
  const { id, parent } = await scene.profile();
  await record(id, '2027-02-24');
  expect(await work(id)).toBe('TRAINING_EXPIRES 1 due 2027-02-24');
  const patch = { pausedPeriod: { from: '2026-11-25', until: '2026-11-30' } };
  const paused = { id, patch };
  await scene.done('ervaringsdeskundigeUpdate', paused, parent.subject);
  expect(await work(id)).toBe('none');
  await passTo('2026-12-01');
  expect(await work(id)).toBe('TRAINING_EXPIRES 1 due 2027-02-24');
  await record(id, '2029-02-24', 'BASISTRAINING');
  expect(await work(id)).toBe('none');
  await expectStoredIsFresh(scene.service, '2026-12-01');
  scene.service.travelTo(NOW);
  await renewAll(scene.service);
});

test('a training comes on the list on the day its state becomes RENEWAL_WINDOW, after a short month too', async () => {
  const { id } = await scene.profile();
  await record(id, '2027-05-31');
  await passTo('2027-02-28');
  expect(await work(id)).toBe('none');
  await passTo('2027-03-01');
  expect(await work(id)).toBe('TRAINING_EXPIRES 1 due 2027-05-31');
  scene.service.travelTo(NOW);
  await renewAll(scene.service);
});

test('a person who moves takes it along to the coordinator of the new region, not that it was put off', async () => {
  const { id, parent } = await scene.profile();
  await record(id, '2026-12-31');
  const putOff = { subjectId: id, until: '2026-12-15', reason: 'Belt zelf terug' };
  expect(await refusals(scene.service, 'coordinator', 'workItemSnooze', putOff)).toEqual([]);
  await scene.service.owner.query(
    'update people set region_id = $2, region_ids = array[$2::uuid] where id = $1',
    [parseNodeId(parent.id)!.uuid, scene.elsewhere],
  );
  expect(
    (await worklistOf(scene.service, 'coordinator', true)).map(({ subject }) => subject.id),
  ).not.toContain(id);
  const there = (await worklistOf(scene.service, 'coordinator elsewhere', true)).filter(
    ({ subject }) => subject.id === id,
  );
  expect(there).toMatchObject([{ snoozedUntil: null, reasons: [{ code: 'TRAINING_EXPIRES' }] }]);
  await renewAll(scene.service);
  await expectStoredIsFresh(scene.service);
});
