import type { Json } from '../../../testing/test-service.js';
import { type SeatWorld, startSeatWorld, uuidOf } from '../testing/seats.js';

let world: SeatWorld;
beforeAll(async () => {
  world = await startSeatWorld();
});
afterAll(() => world.service.close());

const BOTH = ['OUDER', 'PROFESSIONAL'];

async function somebody(...perspectives: string[]): Promise<string> {
  const id = await world.person();
  await world.service.owner.query('update people set perspectives = $2 where id = $1', [
    uuidOf(id),
    perspectives,
  ]);
  return id;
}
const heldAs = async (id: string) => (await world.show(id, 'perspective')).perspective;
const asks = (perspective: string, strength = 'HARD') => ({ requirements: [{ strength, perspective }] });

test.each([
  ['a parent, where they are one', BOTH, {}, {}, 'OUDER'],
  ['what they are first, where they are no parent', ['JONGERE', 'PROFESSIONAL'], {}, {}, 'JONGERE'],
  ['what the seat requires, where they are that', BOTH, asks('PROFESSIONAL'), {}, 'PROFESSIONAL'],
  ['what they are, where the seat requires something else', ['OUDER'], asks('JONGERE'), {}, 'OUDER'],
  ['a parent, where the seat only prefers it', BOTH, asks('PROFESSIONAL', 'PREFERRED'), {}, 'OUDER'],
  ['what is said', BOTH, asks('PROFESSIONAL'), { perspective: 'OUDER' }, 'OUDER'],
])('a seat is held as %s', async (_what, perspectives, seat, said, expected) => {
  const personId = await somebody(...perspectives);
  const seatId = await world.seat(await world.body(), seat);
  expect(await heldAs(await world.appoint(seatId, { personId, ...said }))).toBe(expected);
});

test('as nothing that they are not: in an appointment, in the first ones and in a correction', async () => {
  const bodyId = await world.body();
  const seatId = await world.seat(bodyId);
  const personId = await somebody('OUDER');
  const perspective = 'PROFESSIONAL';
  expect(await world.refused('seatAppoint', { seatId, personId, perspective }, 'coordinator')).toEqual([
    'NOT_THEIR_PERSPECTIVE input.perspective',
  ]);
  const first = { bodyId, appointments: [{ seatId, personId, perspective }] };
  expect(await world.refused('seatAppointmentsCreate', first, 'coordinator')).toEqual([
    'NOT_THEIR_PERSPECTIVE input.appointments.0.perspective',
  ]);
  const id = await world.appoint(seatId, { personId });
  expect(await world.refused('seatReappoint', { id, perspective })).toEqual([
    'NOT_THEIR_PERSPECTIVE input.perspective',
  ]);
  const wrong = { id, reason: 'Verkeerd ingevuld', patch: { perspective } };
  expect(await world.refused('seatAppointmentCorrect', wrong)).toEqual([
    'NOT_THEIR_PERSPECTIVE input.patch.perspective',
  ]);
});

test('another term goes on as the same, and a correction says otherwise or for whoever it really was', async () => {
  const seatId = await world.seat(await world.body());
  const personId = await somebody(...BOTH);
  const perspective = 'PROFESSIONAL';
  const id = await world.appoint(seatId, { personId, from: '2022-12-01', perspective });
  const { appointment } = await world.run('seatReappoint', { id });
  expect(await heldAs(appointment.id)).toBe(perspective);
  const next = await world.appoint(await world.seat(await world.body()), { personId, from: '2022-12-01' });
  const said = await world.run('seatReappoint', { id: next, perspective });
  expect(await heldAs(said.appointment.id)).toBe(perspective);

  const other = await world.seat(await world.body());
  const reason = 'Verkeerd ingevuld';
  const correct = async (wrong: string, patch: object) =>
    (await world.run('seatAppointmentCorrect', { id: wrong, reason, patch }, 'coordinator')).appointment.id;
  const wrong = await world.appoint(other, { personId: await somebody(...BOTH), perspective });
  const moved = await correct(wrong, { from: '2026-11-01' });
  expect(await heldAs(moved)).toBe(perspective);
  const as = await correct(moved, { perspective: 'OUDER' });
  expect(await heldAs(as)).toBe('OUDER');
  expect(await heldAs(await correct(as, { personId: await somebody('JONGERE') }))).toBe('JONGERE');
});

test('who sits in a body is counted by it, each apart and on any day', async () => {
  const bodyId = await world.body({ carryOver: false });
  for (const perspectives of [['OUDER'], BOTH, ['JONGERE'], ['PROFESSIONAL']]) {
    await world.appoint(await world.seat(bodyId), { personId: await somebody(...perspectives) });
  }
  await world.appoint(await world.seat(bodyId), { personId: await somebody('OUDER'), from: '2026-12-01' });
  const sits = 'holders(first: 1';
  const counts = await world.show(
    bodyId,
    `OUDER: ${sits}, perspective: OUDER) { totalCount } JONGERE: ${sits}, perspective: JONGERE) { totalCount }
     PROFESSIONAL: ${sits}, perspective: PROFESSIONAL) { totalCount }
     soon: ${sits}, perspective: OUDER, on: "2026-12-01") { totalCount }
     before: ${sits}, on: "2026-01-01") { totalCount }`,
  );
  expect(Object.entries(counts).map(([of, { totalCount }]: [string, Json]) => [of, totalCount])).toEqual([
    ['OUDER', 2],
    ['JONGERE', 1],
    ['PROFESSIONAL', 1],
    ['soon', 3],
    ['before', 0],
  ]);
});

test('a seat for parents finds no professional who is none, from the day that they say so', async () => {
  const seatId = await world.seat(await world.body(), asks('OUDER'));
  const personId = await somebody('PROFESSIONAL');
  const profile = await world.profiles.profile(uuidOf(personId));
  const found = async () => {
    const { matches } = await world.ask(
      'secretary',
      `query($seatId: ID!) { matches(seatId: $seatId) { nodes { fit ervaringsdeskundige { id }
        blockers { code message } } } }`,
      { seatId },
    );
    return matches.nodes.find(({ ervaringsdeskundige }: Json) => uuidOf(ervaringsdeskundige.id) === profile);
  };
  expect(await found()).toMatchObject({
    fit: 'NEARLY_SUITABLE',
    blockers: [{ code: 'PERSPECTIVE', message: 'Is geen ouder.' }],
  });
  await world.ask(
    'coordinator',
    'mutation($input: PersonUpdateInput!) { personUpdate(input: $input) { errors { code } } }',
    { input: { id: personId, patch: { perspectives: BOTH } } },
  );
  expect(await found()).toMatchObject({ fit: 'SUITABLE', blockers: [] });
});
