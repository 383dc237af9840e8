import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { done, refusals, workFor, worklistOf } from '../testing/work.js';

const EVERYBODY = [
  ...['admin', 'coordinator', 'secretary', 'body secretary'],
  ...['neighbour', 'other secretary', 'supporter', 'trekker', 'holder'],
];

let service: TestService;
let make: Makers;
let seats: SeatMakers;
let region: string;
let elsewhere: string;
let bodies: { here: string; elsewhere: string };

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  seats = new SeatMakers(service.owner);
  region = await make.region('JZ06');
  elsewhere = await make.region('JZ22');
  bodies = { here: await seats.body(region), elsewhere: await seats.body(elsewhere) };
  await make.account('admin', { role: 'ADMIN' });
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
  await make.account('secretary', { role: 'SECRETARY', regionId: region });
  await make.account('other secretary', { role: 'SECRETARY', regionId: elsewhere });
  await make.account('body secretary', { role: 'SECRETARY', regionId: elsewhere });
  await service.owner.query(
    `update account_roles set body_id = $1 where account_id = (select id from accounts where subject = 'body secretary')`,
    [bodies.here],
  );
  const organisation = await make.organisation(region);
  await make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
  const trekker = await make.person(region);
  await make.support(await make.network(region, { activeFrom: '2026-01-01', ledBy: trekker }), organisation);
  await make.account('trekker', { personId: trekker });
  const holder = await make.person(region);
  await seats.appointment(await seats.seat(bodies.here), holder);
  await make.account('holder', { personId: holder });
  await renewAll(service);
});
afterEach(() => service.travelTo(NOW));
afterAll(() => service.close());

const person = async () => nodeId('Person', await make.person(region));

/** Moves to this day, and does what a new day requires. */
async function passTo(day: string): Promise<void> {
  service.travelTo(`${day}T10:00:00Z`);
  await renewAll(service, `${day}T10:00:00Z`);
  await expectStoredIsFresh(service, day);
}

/** A seat that is opened today. */
async function seat(of: 'here' | 'elsewhere' = 'here'): Promise<string> {
  const bodyId = nodeId('AdvisoryBody', bodies[of]);
  const known = await service.owner.query<{ id: string }>('select id from advisory_seats');
  await done(service, of === 'here' ? 'coordinator' : 'neighbour', 'advisorySeatCreate', {
    bodyId,
    title: 'Zetel',
  });
  const { rows } = await service.owner.query<{ id: string }>(
    'select id from advisory_seats where id <> all ($1)',
    [known.rows.map(({ id }) => id)],
  );
  return nodeId('AdvisorySeat', rows[0]!.id);
}

const appointmentOf = async (seatId: string) => {
  const query = 'query($id: ID!) { advisorySeat(id: $id) { holder { id } } }';
  return (await service.ask('coordinator', query, { id: seatId })).data.advisorySeat.holder.id as string;
};

test('a vacancy is a work item for those who fill the seat from its first moment, and for nobody else', async () => {
  const id = await seat();
  const seen = new Map<string, string>();
  for (const subject of EVERYBODY) seen.set(subject, await workFor(service, subject, id));
  const vacant = 'SEAT_VACANT 3 due 2027-01-24';
  expect(Object.fromEntries(seen)).toEqual({
    ...Object.fromEntries(EVERYBODY.map((subject) => [subject, 'none'])),
    ...Object.fromEntries(EVERYBODY.slice(0, 4).map((subject) => [subject, vacant])),
  });
  const item = (await worklistOf(service, 'body secretary')).find(({ subject }) => subject.id === id);
  expect(item).toMatchObject({
    subject: { __typename: 'AdvisorySeat', id },
    band: 'ATTENTION',
    reasons: [{ suggestedAction: { code: 'FILL_SEAT', subject: { id } } }],
  });
});

test('the end of a term is work from the day on which the seat ends soon, after a short month too', async () => {
  const id = await seat();
  const until = '2027-05-31';
  await done(service, 'coordinator', 'seatAppoint', { seatId: id, personId: await person(), until });
  const status = async () => {
    const query = 'query($id: ID!) { advisorySeat(id: $id) { status } }';
    return (await service.ask('secretary', query, { id })).data.advisorySeat.status as string;
  };
  await passTo('2026-11-29');
  expect([await status(), await workFor(service, 'secretary', id)]).toEqual(['FILLED', 'none']);
  await passTo('2026-11-30');
  expect([await status(), await workFor(service, 'secretary', id)]).toEqual([
    'ENDS_SOON',
    `TERM_ENDS 2 due ${until}`,
  ]);
  service.travelTo(NOW);
  await renewAll(service);
});

test('filled it is no work, until the end of the term comes near; after it they stay on', async () => {
  const id = await seat();
  const work = () => workFor(service, 'secretary', id);
  await done(service, 'coordinator', 'seatAppoint', { seatId: id, personId: await person() });
  expect(await work()).toBe('none');
  await expectStoredIsFresh(service);

  await passTo('2030-05-23');
  expect(await work()).toBe('none');
  await passTo('2030-05-24');
  expect(await work()).toBe('TERM_ENDS 2 due 2030-11-24');
  await passTo('2030-10-24');
  expect(await work()).toBe('TERM_ENDS 5 due 2030-11-24');
  await passTo('2030-11-25');
  expect(await work()).toBe('CARRIED_OVER 4 due 2030-11-24');

  await done(service, 'coordinator', 'seatAppoint', {
    seatId: id,
    personId: await person(),
    from: '2031-01-01',
  });
  expect(await work()).toBe('none');
  service.travelTo(NOW);
  await renewAll(service);
});

test('leaving makes it vacant, at once or on a future day; a later appointment resolves it', async () => {
  const id = await seat();
  const work = () => workFor(service, 'secretary', id);
  await done(service, 'coordinator', 'seatAppoint', { seatId: id, personId: await person() });
  const leaves = { id: await appointmentOf(id), on: '2026-12-31', reason: 'PERSONAL' };
  await done(service, 'secretary', 'seatAppointmentEnd', leaves);
  expect(await work()).toBe('TERM_ENDS 4 due 2026-12-31');
  await passTo('2027-01-01');
  expect(await work()).toBe('SEAT_VACANT 3 due 2027-03-02');
  await passTo('2027-03-03');
  expect(await work()).toBe('SEAT_VACANT 6 due 2027-03-02');
  await done(service, 'coordinator', 'seatAppoint', {
    seatId: id,
    personId: await person(),
    from: '2027-04-01',
  });
  expect(await work()).toBe('none');
  await expectStoredIsFresh(service, '2027-03-03');
  await passTo('2026-11-25');
});

test('the rules of the body say when it counts, from the moment that they are another', async () => {
  const body = await seats.body(region);
  const id = nodeId('AdvisorySeat', await seats.seat(body, '2026-11-01'));
  await renewAll(service);
  expect(await workFor(service, 'coordinator', id)).toBe('SEAT_VACANT 3 due 2026-12-31');
  const update = {
    id: nodeId('AdvisoryBody', body),
    expectedVersion: 1,
    patch: { rules: { vacancyDays: 10 } },
  };
  await done(service, 'coordinator', 'advisoryBodyUpdate', update);
  expect(await workFor(service, 'coordinator', id)).toBe('SEAT_VACANT 6 due 2026-11-11');
  await done(service, 'coordinator', 'advisorySeatAbolish', { id, on: '2026-11-24' });
  expect(await workFor(service, 'coordinator', id)).toBe('none');
  await expectStoredIsFresh(service);
});

test('it is snoozed by those who fill the seat, until it gets worse', async () => {
  const id = await seat();
  const putOff = { subjectId: id, until: '2027-11-25', reason: 'Na de verkiezingen' };
  const kept = async () =>
    (await service.owner.query('select * from work_item_snoozes order by subject_id')).rows;
  const before = await kept();
  for (const [subject, code] of [
    ['neighbour', 'NOT_FOUND'],
    ['other secretary', 'NOT_FOUND'],
    ['supporter', 'NOT_FOUND'],
    ['admin', 'FORBIDDEN'],
    ['trekker', 'FORBIDDEN'],
  ] as const) {
    expect([subject, await refusals(service, subject, 'workItemSnooze', putOff)]).toEqual([subject, [code]]);
  }
  const asNetwork = {
    ...putOff,
    subjectId: nodeId('Oudernetwerk', Buffer.from(id, 'base64url').toString().split(':')[1]!),
  };
  expect(await refusals(service, 'secretary', 'workItemSnooze', asNetwork)).toEqual(['NOT_FOUND']);
  const holder = { ...putOff, subjectId: await person() };
  expect(await refusals(service, 'secretary', 'workItemSnooze', holder)).toEqual(['BAD_USER_INPUT']);
  expect(await kept()).toEqual(before);

  await done(service, 'secretary', 'workItemSnooze', putOff);
  expect(await workFor(service, 'coordinator', id)).toBe('none');
  const all = await worklistOf(service, 'coordinator', true);
  expect(all.find(({ subject }) => subject.id === id)?.snoozedUntil).toBe('2027-11-25');
  await passTo('2027-01-24');
  expect(await workFor(service, 'coordinator', id)).toBe('none');
  await passTo('2027-01-25');
  expect(await workFor(service, 'coordinator', id)).toBe('SEAT_VACANT 6 due 2027-01-24');
  await done(service, 'coordinator', 'seatAppoint', { seatId: id, personId: await person() });
  expect(await kept()).toEqual(before);
  await passTo('2026-11-25');
});

test('seats and networks stand in one list, by urgency', async () => {
  const vacant = await seat('elsewhere');
  const trekker = await make.person(elsewhere);
  const network = await make.network(elsewhere, { activeFrom: '2026-01-01', ledBy: trekker });
  const over = nodeId('AdvisorySeat', await seats.seat(await seats.body(elsewhere), '2026-01-01'));
  await renewAll(service);
  const listed = (await worklistOf(service, 'neighbour')).map(({ subject }) => subject.id);
  expect(listed).toEqual([over, nodeId('Oudernetwerk', network), vacant]);
});
