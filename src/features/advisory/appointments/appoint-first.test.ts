import { nodeId } from '../../../kernel/node-id.js';
import { type SeatWorld, startSeatWorld, uuidOf } from '../testing/seats.js';

let world: SeatWorld;
beforeAll(async () => {
  world = await startSeatWorld();
});
afterAll(() => world.service.close());

const BOOK = `seats { nodes { title status appointments { nodes {
  person { id } period { from until } latestEnd termNumber endReason nominator { id } } } } }`;

/** A body of four-year terms with two seats, and who is to sit there. */
async function scene() {
  const bodyId = await world.body({ carryOver: false, maxConsecutiveTerms: 2 });
  const [one, two] = [await world.seat(bodyId, { title: 'A' }), await world.seat(bodyId, { title: 'B' })];
  const [anna, bert] = [await world.person(), await world.person()];
  return { bodyId, one, two, anna, bert };
}
const record = (bodyId: string, appointments: readonly object[], as = 'coordinator') =>
  world.run('seatAppointmentsCreate', { bodyId, appointments }, as);
const refused = (bodyId: string, appointments: readonly object[], as = 'coordinator') =>
  world.refused('seatAppointmentsCreate', { bodyId, appointments }, as);

test('a body is recorded with who sits there and who sat there before, in whatever order', async () => {
  const { bodyId, one, two, anna, bert } = await scene();
  const nominatorId = nodeId('Oudernetwerk', await world.make.network(world.region));
  await record(bodyId, [
    { seatId: one, personId: anna, from: '2024-09-01', nominatorId },
    { seatId: two, personId: bert },
    { seatId: one, personId: anna, from: '2020-09-01' },
  ]);
  const { seats } = await world.show(bodyId, BOOK);
  expect(seats.nodes).toMatchObject([
    {
      title: 'A',
      status: 'FILLED',
      appointments: {
        nodes: [
          {
            period: { from: '2024-09-01' },
            latestEnd: '2028-08-31',
            termNumber: 2,
            nominator: { id: nominatorId },
          },
          { period: { until: '2024-08-31' }, termNumber: 1, endReason: 'REAPPOINTED', nominator: null },
        ],
      },
    },
    { title: 'B', status: 'FILLED', appointments: { nodes: [{ person: { id: bert }, termNumber: 1 }] } },
  ]);
  const { accessLog } = await world.show(anna, 'accessLog { nodes { why } }');
  expect(accessLog.nodes).toEqual([{ why: 'APPOINTED' }]);
});

test('all of them or none, and each error has its place in the list', async () => {
  const { bodyId, one, two, anna, bert } = await scene();
  const stranger = nodeId('Person', await world.make.person(world.elsewhere));
  const other = await world.seat(await world.body());
  expect(
    await refused(bodyId, [
      { seatId: two, personId: bert, from: '1980-01-01' },
      { seatId: one, personId: anna, from: '2025-01-01' },
      { seatId: one, personId: bert, from: '2026-01-01' },
      { seatId: two, personId: anna, from: '2026-02-01' },
      { seatId: two, personId: stranger },
      { seatId: other, personId: bert },
    ]),
  ).toEqual([
    'DATE_OUT_OF_RANGE input.appointments.0.from',
    'SEAT_TAKEN input.appointments.2.from',
    'ALREADY_IN_BODY input.appointments.3.from',
    'NOT_FOUND input.appointments.4.personId',
    'OTHER_BODY input.appointments.5.seatId',
  ]);
});

test('somebody who has died may have sat there', async () => {
  const { bodyId, one, two, anna } = await scene();
  await world.service.owner.query(`update people set deceased_on = '2026-03-01' where id = $1`, [
    uuidOf(anna),
  ]);
  expect(await refused(bodyId, [{ seatId: one, personId: anna, from: '2024-01-01' }])).toEqual([
    'PERSON_DECEASED input.appointments.0.personId',
  ]);
  await record(bodyId, [{ seatId: two, personId: anna, from: '2022-01-01', until: '2024-12-31' }]);
});

test('only the first: a repeat, or a body where somebody was appointed before, is refused', async () => {
  const { bodyId, one, two, anna, bert } = await scene();
  const appointments = [{ seatId: one, personId: anna }];
  await record(bodyId, appointments);
  const known = ['BODY_HAS_APPOINTMENTS input.bodyId'];
  expect(await refused(bodyId, appointments)).toEqual(known);
  expect(await refused(bodyId, [{ seatId: two, personId: bert }])).toEqual(known);
});

test('not none, not more than 50, and not by a secretary or in another region', async () => {
  const { bodyId, one, anna } = await scene();
  const appointment = { seatId: one, personId: anna };
  expect(await refused(bodyId, [])).toEqual(['REQUIRED input.appointments']);
  expect(await refused(bodyId, Array(51).fill(appointment))).toEqual(['TOO_MANY_ITEMS input.appointments']);
  expect(await refused(bodyId, [appointment], 'secretary')).toEqual(['FORBIDDEN']);
  expect(await refused(bodyId, [appointment], 'neighbour')).toEqual(['NOT_FOUND input.bodyId']);
});
