import { nodeId } from '../../../kernel/node-id.js';
import { type SeatWorld, startSeatWorld } from '../testing/seats.js';

let world: SeatWorld;
beforeAll(async () => {
  world = await startSeatWorld();
  await world.make.account('admin', { role: 'ADMIN' });
});
afterAll(() => world.service.close());

const SCHEDULE = `retirementSchedule(fromYear: 2026, toYear: 2027) { year leavingShare vacancies { title }
  leaving { appointment { person { id } } seat { title } endsOn termNumber mayBeReappointed carriesOver }
  warnings { code message seats { title } } }`;

test('a rooster van aftreden shows terms that end, vacancies and warnings', async () => {
  const body = await world.body({ carryOver: true, maxConsecutiveTerms: 1, maxLeavingShare: 25 });
  const seat = (title: string) => world.seat(body, { title });
  const [kept, over, soon] = [await seat('Aa'), await seat('Bb'), await seat('Cc')];
  await seat('Dd');
  const people = [await world.person(), await world.person(), await world.person()];
  await world.appoint(kept, { personId: people[0], from: '2026-01-01' });
  await world.appoint(over, { personId: people[1], from: '2022-03-01' });
  await world.appoint(soon, { personId: people[2], from: '2023-08-01' });
  const { retirementSchedule } = await world.show(body, SCHEDULE, 'secretary');
  expect(retirementSchedule).toEqual([
    {
      year: 2026,
      leavingShare: 25,
      vacancies: [{ title: 'Dd' }],
      leaving: [
        {
          appointment: { person: { id: people[1] } },
          seat: { title: 'Bb' },
          endsOn: '2026-02-28',
          termNumber: 1,
          mayBeReappointed: false,
          carriesOver: true,
        },
      ],
      warnings: [
        {
          code: 'VACANT_TOO_LONG',
          message: 'Langer dan 60 dagen vacant: 1 zetel.',
          seats: [{ title: 'Dd' }],
        },
        {
          code: 'CARRIED_OVER',
          message: 'Bij 1 zetel is de termijn voorbij, maar er is nog geen opvolger.',
          seats: [{ title: 'Bb' }],
        },
      ],
    },
    {
      year: 2027,
      leavingShare: 25,
      vacancies: [{ title: 'Dd' }],
      leaving: [
        {
          appointment: { person: { id: people[2] } },
          seat: { title: 'Cc' },
          endsOn: '2027-07-31',
          termNumber: 1,
          mayBeReappointed: false,
          carriesOver: true,
        },
      ],
      warnings: [
        {
          code: 'NO_REAPPOINTMENT',
          message:
            'Bij 1 zetel kan degene die stopt geen termijn langer blijven, en er is nog geen opvolger.',
          seats: [{ title: 'Cc' }],
        },
      ],
    },
  ]);
  expect(await world.show(body, SCHEDULE, 'coordinator')).toEqual({ retirementSchedule });
  expect(await world.show(body, SCHEDULE, 'admin')).toEqual({ retirementSchedule });
});

test('is for those who fill the seats: empty for others who see the body', async () => {
  const body = await world.body();
  await world.worksElsewhere(body);
  const parent = await world.make.person(world.region);
  await world.make.account('holder', { personId: parent });
  await world.appoint(await world.seat(body), { personId: nodeId('Person', parent) });
  for (const who of ['neighbour', 'holder']) {
    expect(await world.show(body, `name ${SCHEDULE}`, who)).toEqual({
      name: 'Adviesraad Noord',
      retirementSchedule: [],
    });
  }
});

test.each([
  [1999, 2005, 'fromYear: kies een getal van 2000 tot en met 2100.'],
  [2026, 2025, 'toYear: kies een getal van 2026 tot en met 2045.'],
  [2026, 2046, 'toYear: kies een getal van 2026 tot en met 2045.'],
  [2095, 2101, 'toYear: kies een getal van 2095 tot en met 2100.'],
])('not from %i to %i', async (fromYear, toYear, message) => {
  const query = `query($from: Int!, $to: Int!) { advisoryBodies { nodes { retirementSchedule(fromYear: $from, toYear: $to) { year } } } }`;
  const { errors } = await world.service.ask('coordinator', query, { from: fromYear, to: toYear });
  expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('twenty years are a request', async () => {
  const body = await world.body();
  const { retirementSchedule } = await world.show(
    body,
    'retirementSchedule(fromYear: 2026, toYear: 2045) { year }',
  );
  expect(retirementSchedule).toHaveLength(20);
});
