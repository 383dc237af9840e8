import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { nodeId } from '../../../kernel/node-id.js';
import { times } from '../../../testing/effort.js';
import { type SeatWorld, startSeatWorld, uuidOf } from '../testing/seats.js';

const MANY = times('racesThatMatterMost');
const ROUNDS = times('races');

let world: SeatWorld;
let known: readonly string[];
beforeAll(async () => {
  world = await startSeatWorld();
  known = [await world.person(), await world.person()];
});
afterAll(() => world.service.close());

/** The codes it was refused with; empty if it succeeded. */
async function run(subject: string, mutation: string, input: object): Promise<string[]> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await world.service.ask(
    subject,
    `mutation($input: ${type}!) { ${mutation}(input: $input) { errors { code } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data[mutation].errors.map(({ code }: { code: string }) => code);
}

/** The appointments to the seats of a body: `from until person term` of each, by first day. */
async function rowsOf(body: string): Promise<string[]> {
  const { rows } = await world.service.owner.query<{ row: string }>(
    `select concat_ws(' ', period, p.place, term_number, end_reason) as row
     from seat_appointments a left join unnest($2::uuid[]) with ordinality p (id, place) on p.id = a.person_id
     where body_id = $1 order by lower(period), 1`,
    [uuidOf(body), known.map(uuidOf)],
  );
  return rows.map(({ row }) => row);
}

const codes = (answers: string[][]) => answers.map(String).sort();

test('of two coordinators who fill a seat at the same moment, one succeeds, every time', async () => {
  for (let round = 0; round < MANY; round++) {
    const body = await world.body({ carryOver: true });
    const seatId = await world.seat(body);
    const answers = await Promise.all([
      run('coordinator', 'seatAppoint', { seatId, personId: known[0] }),
      run('colleague', 'seatAppoint', { seatId, personId: known[1] }),
    ]);
    expect(codes(answers)).toEqual(['', 'SEAT_TAKEN']);
    expect(await rowsOf(body)).toEqual([`[2026-11-25,) ${answers[0].length === 0 ? 1 : 2} 1`]);
  }
});

test('a person appointed to two seats of a body at the same moment gets one', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const body = await world.body();
    const [first, second] = [await world.seat(body), await world.seat(body)];
    const answers = await Promise.all([
      run('coordinator', 'seatAppoint', { seatId: first, personId: known[0] }),
      run('colleague', 'seatAppoint', { seatId: second, personId: known[0] }),
    ]);
    expect(codes(answers)).toEqual(['', 'ALREADY_IN_BODY']);
    expect(await rowsOf(body)).toHaveLength(1);
  }
});

test('terms in a row are counted right when they are made at the same moment, in two seats', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const body = await world.body({ termMonths: 12 });
    const [first, second] = [await world.seat(body), await world.seat(body)];
    const answers = await Promise.all([
      run('coordinator', 'seatAppoint', { seatId: first, personId: known[0], from: '2027-01-01' }),
      run('colleague', 'seatAppoint', { seatId: second, personId: known[0], from: '2028-01-01' }),
    ]);
    expect(codes(answers)).toEqual(['', '']);
    expect(await rowsOf(body)).toEqual([
      '[2027-01-01,2028-01-01) 1 1 TERM_COMPLETED',
      '[2028-01-01,2029-01-01) 1 2 TERM_COMPLETED',
    ]);
  }
});

test('a holder who stays on gets another term, or somebody else does', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const body = await world.body({ carryOver: true });
    const seatId = await world.seat(body);
    const id = await world.appoint(seatId, { personId: known[0], from: '2022-11-01' });
    const answers = await Promise.all([
      run('coordinator', 'seatReappoint', { id }),
      run('colleague', 'seatAppoint', { seatId, personId: known[1] }),
    ]);
    expect(codes(answers)).toEqual(['', 'SEAT_TAKEN']);
    const [reason, next] = answers[0].length === 0 ? ['REAPPOINTED', '1 2'] : ['REPLACED', '2 1'];
    expect(await rowsOf(body)).toEqual([`[2022-11-01,2026-11-25) 1 1 ${reason}`, `[2026-11-25,) ${next}`]);
  }
});

test.each([
  ['advisorySeatAbolish', (_body: string, id: string) => ({ id, on: '2026-12-01' })],
  ['advisoryBodyEnd', (id: string) => ({ id, on: '2026-11-30' })],
])('a seat that goes by %s takes along who gets it at the same moment', async (mutation, input) => {
  for (let round = 0; round < ROUNDS; round++) {
    const body = await world.body({ carryOver: true });
    const seatId = await world.seat(body);
    const answers = await Promise.all([
      run('coordinator', mutation, input(body, seatId)),
      run('colleague', 'seatAppoint', { seatId, personId: known[0] }),
    ]);
    expect(answers).toEqual([[], []]);
    expect(await rowsOf(body)).toEqual(['[2026-11-25,2026-12-01) 1 1 SEAT_ABOLISHED']);
  }
});

test('a body that ends has no seat that is made at the same moment', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const id = await world.body();
    const [ended, made] = await Promise.all([
      run('coordinator', 'advisoryBodyEnd', { id }),
      run('secretary', 'advisorySeatCreate', { bodyId: id, title: 'Nieuw' }),
    ]);
    expect(ended).toEqual([]);
    expect([[], ['BODY_ENDED']]).toContainEqual(made);
    const { rows } = await world.service.owner.query(
      'select 1 from advisory_seats where body_id = $1 and abolished_on is null',
      [uuidOf(id)],
    );
    expect(rows).toEqual([]);
  }
});

describe('the database itself', () => {
  let sessions: readonly [Client, Client];
  beforeAll(async () => {
    const connect = async () => {
      const session = new Client({ connectionString: world.service.urls.ownerUrl });
      await session.connect();
      return session;
    };
    sessions = [await connect(), await connect()];
  });
  afterAll(() => Promise.all(sessions.map((session) => session.end())));

  interface Row {
    readonly seat: string;
    readonly person: string;
    readonly period: string;
  }
  const put = async (session: Client, { seat, person, period }: Row) => {
    try {
      await session.query(
        `insert into seat_appointments (id, seat_id, body_id, region_id, person_id, period, latest_end, term_number)
         select $1, id, body_id, region_id, $3, $4::daterange, lower($4::daterange), 1 from advisory_seats where id = $2`,
        [uuid(), uuidOf(seat), uuidOf(person), period],
      );
      return 'DONE';
    } catch (error) {
      const { constraint, code } = error as { constraint?: string; code?: string };
      return constraint ?? code;
    }
  };

  test.each([
    ['[2026-01-01,2027-01-01)', '[2026-12-31,2028-01-01)', false],
    ['[2026-01-01,2027-01-01)', '[2027-01-01,)', true],
    ['[2026-01-01,)', '[2030-01-01,2030-01-02)', false],
  ])(
    'has nobody in a seat over %s and somebody else over %s, unless these do not meet',
    async (one, other, both) => {
      const body = await world.body();
      const [seat, second] = [await world.seat(body), await world.seat(body)];
      const [first, next] = known as [string, string];
      expect(await put(sessions[0], { seat, person: first, period: one })).toBe('DONE');
      expect(await put(sessions[0], { seat, person: next, period: other })).toBe(
        both ? 'DONE' : 'seat_appointments_one_holder',
      );
      expect(await put(sessions[0], { seat: second, person: first, period: other })).toBe(
        both ? 'DONE' : 'seat_appointments_one_seat_each',
      );
    },
  );

  test('has one holder of two sessions that write at the same moment, and one seat each, every time', async () => {
    const body = await world.body();
    for (let round = 0; round < MANY; round++) {
      const [seat, second] = [await world.seat(body), await world.seat(body)];
      const person = nodeId('Person', await world.make.person(world.region));
      const period = '[2026-01-01,)';
      const answers = await Promise.all([
        put(sessions[0], { seat, person, period }),
        round % 10 > 0
          ? put(sessions[1], { seat, person: await world.person(), period })
          : put(sessions[1], { seat: second, person, period }),
      ]);
      const constraint = round % 10 > 0 ? 'seat_appointments_one_holder' : 'seat_appointments_one_seat_each';
      // or each waited for the other, and one was rolled back
      const refused = answers.filter((answer) => answer !== 'DONE');
      expect([[constraint], ['40P01']]).toContainEqual(refused);
    }
  });
});
