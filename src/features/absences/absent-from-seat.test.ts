import { nodeId } from '../../kernel/node-id.js';
import { SeatMakers } from '../../testing/makers/seat-makers.js';
import { expectStoredIsFresh, renewAll } from '../../testing/stored-is-fresh.js';
import { NOW, startTestService } from '../../testing/test-service.js';
import { AbsenceScene } from './testing/absence-scene.js';

let scene: AbsenceScene;
let seats: SeatMakers;

beforeAll(async () => {
  scene = await AbsenceScene.begin(await startTestService());
  seats = new SeatMakers(scene.service.owner);
  await scene.make.account('secretary', { role: 'SECRETARY', regionId: scene.region });
});
afterEach(() => scene.service.travelTo(NOW));
afterAll(() => scene.service.close());

/** Somebody who holds a seat since January 2026; uuids and the public id of the appointment. */
async function seated(alternates = true) {
  const holder = await scene.make.person(scene.region);
  const body = await seats.body(scene.region, { alternates });
  const seat = await seats.seat(body);
  const appointment = await seats.appointment(seat, holder, '[2026-01-01,)', '2029-12-31');
  await renewAll(scene.service);
  return { holder, body, seat, roleId: nodeId('SeatAppointment', appointment) };
}
const person = async (region = scene.region) => nodeId('Person', await scene.make.person(region));

const ABSENCES = `query($id: ID!) { node(id: $id) { ... on SeatAppointment { period { from until } latestEnd
  seat { status } absences { period { from until } expectedUntil alternate { id } } } } }`;

test('the seat and its term go on, and the secretary sees who acts meanwhile', async () => {
  const { roleId, body } = await seated();
  const substituteId = await person();
  await scene.done('absenceRecord', {
    roleId,
    from: '2026-12-01',
    expectedUntil: '2027-01-31',
    substituteId,
  });
  const { node } = await scene.ask(ABSENCES, { id: roleId }, 'secretary');
  expect(node).toEqual({
    period: { from: '2026-01-01', until: null },
    latestEnd: '2029-12-31',
    seat: { status: 'FILLED' },
    absences: [
      {
        period: { from: '2026-12-01', until: null },
        expectedUntil: '2027-01-31',
        alternate: { id: substituteId },
      },
    ],
  });
  const { rows } = await scene.service.owner.query(
    'select why from person_access_log where body_id = $1 and what = $2',
    [body, 'NAME_AND_CONTACT'],
  );
  expect(rows).toEqual([{ why: 'APPOINTED' }]);
  await expectStoredIsFresh(scene.service);
});

test('an alternate is known to the body for as long as they act', async () => {
  const { roleId } = await seated();
  const id = await person();
  const seen = async () => {
    const { node } = await scene.ask(
      'query($id: ID!) { node(id: $id) { ... on Person { displayName } } }',
      { id },
      'secretary',
    );
    return node?.displayName ?? null;
  };
  const hidden = await seen();
  const absence = await scene.done('absenceRecord', { roleId, substituteId: id });
  expect(await seen()).toMatch(/Proefpersoon/);
  await scene.done('absenceEnd', { id: absence.id, on: '2026-12-31' });
  scene.service.travelTo('2027-01-01T10:00:00Z');
  expect(await seen()).not.toMatch(/Proefpersoon/);
  expect(hidden === null || !/Proefpersoon/.test(hidden as string)).toBe(true);
});

test('another one replaces them, or nobody', async () => {
  const { roleId } = await seated();
  const { id } = await scene.done('absenceRecord', { roleId, substituteId: await person() });
  const other = await person();
  await scene.done('absenceUpdate', { id, patch: { substituteId: other } });
  const acting = async () =>
    (await scene.ask(ABSENCES, { id: roleId })).node.absences.map(
      ({ alternate }: { alternate: { id: string } | null }) => alternate?.id ?? null,
    );
  expect(await acting()).toEqual([other]);
  expect(await scene.refused('absenceUpdate', { id, patch: { substituteId: other } })).toEqual([]);
  const reason = 'Vergissing';
  expect(await scene.refused('absenceAnnul', { id, reason })).toEqual([['BUILT_UPON', 'input', 'id']]);
  await scene.done('absenceUpdate', { id, patch: { substituteId: null } });
  expect(await acting()).toEqual([null]);
  await scene.done('absenceAnnul', { id, reason });
  expect(await acting()).toEqual([]);
});

test('an alternate who dies acts no more, and does again when that was a mistake', async () => {
  const { roleId } = await seated();
  const id = await person();
  await scene.done('absenceRecord', { roleId, substituteId: id });
  const acting = async () =>
    (await scene.ask(ABSENCES, { id: roleId })).node.absences[0].alternate?.id ?? null;
  await scene.run('personDepart', { id, kind: 'DECEASED', on: '2026-11-24' });
  expect(await acting()).toBeNull();
  const WHAT = 'query($id: ID!) { node(id: $id) { ... on Person { departure { id } } } }';
  await scene.run('personDepartTakeBack', { id: (await scene.ask(WHAT, { id })).node.departure.id });
  expect(await acting()).toBe(id);
  await expectStoredIsFresh(scene.service);
});

describe('an alternate is not', () => {
  const refused = (input: object, subject?: string) => scene.refused('absenceRecord', input, subject);
  const at = ['input', 'substituteId'];

  test('named where the rules have none', async () => {
    const { roleId } = await seated(false);
    expect(await refused({ roleId, substituteId: await person() })).toEqual([['NO_ALTERNATES', ...at]]);
  });

  test('whoever is away, or holds another seat of the body', async () => {
    const { roleId, holder, body } = await seated();
    expect(await refused({ roleId, substituteId: nodeId('Person', holder) })).toEqual([
      ['SAME_PERSON', ...at],
    ]);
    const member = await scene.make.person(scene.region);
    await seats.appointment(await seats.seat(body), member, '[2026-01-01,)', '2029-12-31');
    expect(await refused({ roleId, substituteId: nodeId('Person', member) })).toEqual([
      ['ALREADY_IN_BODY', ...at],
    ]);
  });

  test('somebody whom whoever names them does not know', async () => {
    const { roleId } = await seated();
    expect(await refused({ roleId, substituteId: await person(scene.elsewhere) })).toEqual([
      ['NOT_FOUND', ...at],
    ]);
    expect(await refused({ roleId, substituteId: await person() }, 'secretary')).toEqual([
      ['NOT_FOUND', ...at],
    ]);
  });
});

test('an absence goes on in the next term, and ends with the last', async () => {
  const { roleId, seat } = await seated();
  await scene.done('absenceRecord', { roleId, from: '2026-11-01' });
  await scene.run('seatAppointmentEnd', { id: roleId, on: '2027-03-31', reason: 'PERSONAL' });
  const { node } = await scene.ask(ABSENCES, { id: roleId });
  expect(node.absences[0].period).toEqual({ from: '2026-11-01', until: '2027-03-31' });
  expect(seat).toBeDefined();
});

test('whoever holds the seat says so themselves, and names nobody', async () => {
  const { roleId, holder } = await seated();
  await scene.make.account('holder', { personId: holder });
  const { id } = await scene.done('absenceRecord', { roleId }, 'holder');
  await scene.done('absenceEnd', { id, on: '2026-12-01' }, 'holder');
  const other = await seated();
  const answer = await scene.service.ask(
    'holder',
    'mutation($input: AbsenceRecordInput!) { absenceRecord(input: $input) { errors { code } } }',
    { input: { roleId: other.roleId } },
  );
  expect(answer.data.absenceRecord.errors).toEqual([{ code: 'NOT_FOUND' }]);
});

test('a holder who was to be back is work for those who fill the seat, until they are', async () => {
  const { roleId, seat } = await seated();
  const work = async () => {
    const found = await scene.ask(
      '{ worklist(first: 100) { nodes { subject { id } reasons { code } } } }',
      {},
      'secretary',
    );
    const items = found.worklist.nodes as { subject: { id: string }; reasons: { code: string }[] }[];
    const item = items.find(({ subject }) => subject.id === nodeId('AdvisorySeat', seat));
    return item?.reasons.map(({ code }) => code) ?? [];
  };
  const { id } = await scene.done('absenceRecord', {
    roleId,
    from: '2026-11-01',
    expectedUntil: '2026-11-24',
  });
  expect(await work()).toEqual(['HOLDER_OVERDUE']);
  await expectStoredIsFresh(scene.service);
  await scene.done('absenceUpdate', { id, patch: { expectedUntil: '2026-12-24' } });
  expect(await work()).toEqual([]);
  scene.service.travelTo('2026-12-25T10:00:00Z');
  await renewAll(scene.service, '2026-12-25T10:00:00Z');
  expect(await work()).toEqual(['HOLDER_OVERDUE']);
  await scene.done('absenceEnd', { id, on: '2026-12-24' });
  expect(await work()).toEqual([]);
  await expectStoredIsFresh(scene.service, '2026-12-25');
});
