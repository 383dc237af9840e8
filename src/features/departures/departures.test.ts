import { nodeId } from '../../kernel/node-id.js';
import { attemptOf } from '../../testing/access/mutations/mutation-world.js';
import { expectStoredIsFresh } from '../../testing/stored-is-fresh.js';
import { startTestService, type TestService } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';
import { DepartureScene, type Involved } from './testing/departure-scene.js';

let service: TestService;
let scene: DepartureScene;

beforeAll(async () => {
  service = await startTestService();
  scene = await DepartureScene.begin(service);
});
afterAll(() => service.close());
afterEach(() => service.travelTo('2026-11-25T10:00:00Z'));

describe('whoever dies', () => {
  let who: Involved;
  let answer: unknown;
  beforeAll(async () => {
    who = await scene.involved();
    answer = await scene.depart(who.personId, { on: '2026-11-20', note: 'De familie belde.' });
  });

  test('does nothing any more after that day, wherever it was', async () => {
    expect(answer).toEqual({
      person: {
        deceasedOn: '2026-11-20',
        departure: { kind: 'DECEASED', on: '2026-11-20', takenBack: false },
      },
      departure: { kind: 'DECEASED', on: '2026-11-20', note: 'De familie belde.', takeBackUntil: null },
      errors: [],
    });
    expect(await scene.parts(who.personId)).toEqual({
      roles: [
        ...[who.led, who.ledElsewhere].sort().map((id) => ({
          what: 'leads',
          id,
          period: '[2026-01-01,2026-11-21)',
          end_reason: 'DECEASED',
        })),
        { what: 'member', id: who.membership, period: '[2026-01-01,2026-11-21)', end_reason: null },
        { what: 'seat', id: who.appointment, period: '[2026-01-01,2026-11-21)', end_reason: 'DECEASED' },
      ],
      asked: expect.arrayContaining([
        { id: who.candidate, status: 'WITHDRAWN', why: 'Doet niet meer mee.' },
        { id: who.invitation, status: 'WITHDRAWN', why: 'CONSENT_WITHDRAWN' },
      ]),
      tasks: [],
      contact: [],
      findable: [{ findable_until: null }],
    });
  });

  test('leaves no network alone for a day', async () => {
    expect(
      await scene.rows(
        'select lower(period)::text as since, standby from caretakerships where oudernetwerk_id = any ($1)',
        [who.network, who.networkElsewhere],
      ),
    ).toEqual([
      { since: '2026-11-21', standby: true },
      { since: '2026-11-21', standby: true },
    ]);
    await expectStoredIsFresh(service);
  });

  const refused = async (mutation: string, input: object) => {
    const { done } = await unchanged(service.owner, () => scene.ask(attemptOf(mutation), { input }));
    return done.errors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);
  };

  test('takes up nothing any more', async () => {
    const id = nodeId('Trekkerschap', who.led);
    expect(await refused('trekkerschapContinue', { id })).toEqual(['ALREADY_ENDED input.id']);
    expect(await refused('personDepart', { id: nodeId('Person', who.personId), kind: 'DECEASED' })).toEqual([
      'ALREADY_DECEASED input.id',
    ]);
  });

  test.each<[string, string, keyof Involved]>([
    ['trekkerschapCorrect', 'Trekkerschap', 'led'],
    ['membershipCorrect', 'Membership', 'membership'],
    ['seatAppointmentCorrect', 'SeatAppointment', 'appointment'],
  ])('did not go on after that day: %s', async (mutation, type, role) => {
    const input = { id: nodeId(type, who[role]), reason: 'Vergissing', patch: { until: null } };
    expect(await refused(mutation, input)).toEqual(['PERSON_DECEASED input.patch.until']);
  });

  test('gets no other term, though theirs was over before', async () => {
    const seat = await scene.seats.seat(await scene.seats.body(scene.region));
    const before = await scene.seats.appointment(seat, who.personId, '[2022-01-01,2026-01-01)', '2025-12-31');
    await scene.rows(`update seat_appointments set end_reason = 'TERM_COMPLETED' where id = $1`, before);
    const id = nodeId('SeatAppointment', before);
    expect(await refused('seatReappoint', { id })).toEqual(['PERSON_DECEASED input.id']);
  });
});

test('whoever stops with everything leaves, and may be asked again later', async () => {
  const who = await scene.involved();
  await service.owner.query('update accounts set person_id = null where person_id is not null');
  await scene.make.account(`parent ${who.personId}`, { personId: who.personId });
  const { errors, departure } = await scene.depart(
    who.personId,
    { kind: 'STOPS_EVERYTHING' },
    `parent ${who.personId}`,
  );
  expect({ errors, departure }).toEqual({
    errors: [],
    departure: { kind: 'STOPS_EVERYTHING', on: '2026-11-25', note: null, takeBackUntil: '2026-12-25' },
  });
  expect(await scene.parts(who.personId)).toMatchObject({
    roles: expect.arrayContaining([
      { what: 'leads', id: who.led, period: '[2026-01-01,2026-11-26)', end_reason: 'PERSONAL' },
      { what: 'seat', id: who.appointment, period: '[2026-01-01,2026-11-26)', end_reason: 'PERSONAL' },
    ]),
    findable: [{ findable_until: null }],
  });
  const again = await scene.make.membership(who.network, who.personId, '[2027-01-01,)');
  expect(again).toBeTruthy();
});

test.each([
  [{ on: '2026-11-26' }, 'DATE_OUT_OF_RANGE', 'on'],
  [{ on: '2016-11-24' }, 'DATE_OUT_OF_RANGE', 'on'],
])('%j is refused, and nothing ends', async (input, code, field) => {
  const { personId } = await scene.involved();
  const answer = await unchanged(service.owner, () => scene.depart(personId, input));
  expect(answer.errors).toEqual([{ code, path: ['input', field] }]);
});

test('the end of one role by death is the end of all of them', async () => {
  const who = await scene.involved();
  await scene.ask(
    `mutation($input: TrekkerschapEndInput!) { trekkerschapEnd(input: $input) { errors { code } } }`,
    { input: { id: nodeId('Trekkerschap', who.ledElsewhere), on: '2026-11-20', reason: 'DECEASED' } },
    'neighbour',
  );
  const parts = (await scene.parts(who.personId)) as { roles: { period: string }[] };
  expect(parts.roles.map(({ period }) => period)).toEqual(Array(4).fill('[2026-01-01,2026-11-21)'));
  expect(parts).toMatchObject({ tasks: [], contact: [], findable: [{ findable_until: null }] });
  await expectStoredIsFresh(service);
});

test('nobody dies on a day to come', async () => {
  const who = await scene.involved();
  const end = `mutation($input: TrekkerschapEndInput!) { trekkerschapEnd(input: $input) { errors { code path } } }`;
  const input = { id: nodeId('Trekkerschap', who.led), on: '2026-12-20', reason: 'DECEASED' };
  const { trekkerschapEnd } = await unchanged(service.owner, () => scene.ask(end, { input }));
  expect(trekkerschapEnd.errors).toEqual([{ code: 'DATE_OUT_OF_RANGE', path: ['input', 'on'] }]);
});

test('whoever stops themselves does so today, and takes back nothing of what they did', async () => {
  const who = await scene.involved();
  await scene.make.account('stops', { personId: who.personId });
  const stop = (on: string) => scene.depart(who.personId, { kind: 'STOPS_EVERYTHING', on }, 'stops');
  const early = await unchanged(service.owner, () => stop('2026-11-24'));
  expect(early.errors).toEqual([{ code: 'DATE_OUT_OF_RANGE', path: ['input', 'on'] }]);
  expect((await stop('2026-11-25')).errors).toEqual([]);
});
