import { nodeId } from '../../../../kernel/node-id.js';
import type { Json } from '../../../../testing/test-service.js';
import { type InvitationWorld, type Scene, startInvitationWorld } from '../../testing/invitations.js';

let world: InvitationWorld;
let scene: Scene;
beforeEach(async () => {
  world = await startInvitationWorld(5);
  scene = await world.scene({ email: 'quirine@example.org' });
  await world.service.owner.query(`update advisory_seats set opened_on = '2020-01-01'`);
});
afterEach(() => world.close());

const reason = 'Verkeerd ingevuld';

async function run(mutation: string, input: object, fields = ''): Promise<Json> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code path } ${fields} } }`;
  const { data, errors } = await world.service.ask('coordinator', query, { input });
  expect([mutation, errors, data?.done.errors]).toEqual([mutation, undefined, []]);
  return data.done;
}
const appoint = async (about: object = {}, seat = scene.seat): Promise<string> => {
  const personId = nodeId('Person', await world.make.person(world.region));
  const input = { seatId: nodeId('AdvisorySeat', seat), personId, ...about };
  return (await run('seatAppoint', input, 'appointment { id }')).appointment.id;
};
const annul = (id: string) => run('seatAppointmentAnnul', { id, reason });
const correct = async (id: string, patch: object): Promise<string> =>
  (await run('seatAppointmentCorrect', { id, reason, patch }, 'appointment { id }')).appointment.id;

async function rows(sql: string, ...values: unknown[]): Promise<unknown[]> {
  return (await world.service.owner.query({ text: sql, values, rowMode: 'array' })).rows;
}
const statuses = async () =>
  (
    await rows('select status from seat_invitations where seat_id = $1 order by asked_on, id', scene.seat)
  ).flat();

describe('invitations that an appointment closed', () => {
  let asked: string;
  beforeEach(async () => {
    const yes = await world.scene({ email: 'ja@example.org' });
    await world.accepted({ ...yes, seat: scene.seat });
    asked = await world.invited(scene, { expiresOn: '2026-12-09' });
    await world.at('2026-11-25T11:00:00Z');
    await world.forgetEmails();
  });
  /** What is mailed at a moment: to whom, and its subject. */
  const mailed = async (at: string) => {
    await world.at(at);
    const emails = await world.emails();
    await world.forgetEmails();
    return emails;
  };

  test('wait again when it never was, and whoever was told otherwise is told so', async () => {
    const before = await rows(
      'select to_jsonb(i) - $2::text from seat_invitations i where seat_id = $1 order by id',
      scene.seat,
      'version',
    );
    const id = await appoint();
    expect(await statuses()).toEqual(['WITHDRAWN', 'WITHDRAWN']);
    expect(await mailed('2026-11-25T12:00:00Z')).toHaveLength(2);
    await annul(id);
    expect(
      await rows(
        'select to_jsonb(i) - $2::text from seat_invitations i where seat_id = $1 order by id',
        scene.seat,
        'version',
      ),
    ).toEqual(before);
    const told = await mailed('2026-11-25T13:00:00Z');
    expect(told.map(({ header }) => header('to'))).toEqual(['ja@example.org', 'quirine@example.org']);
    for (const { body } of told) expect(body).toContain('Dat was een vergissing: er is niemand benoemd.');
    expect(told[0]!.body).toContain('dat ja geldt weer');
    expect(told[1]!.body).toContain('U kunt antwoorden tot en met 9 december 2026.');
    expect(told[1]!.body).toMatch(/seats\/answer\?token=/);
    expect((await world.answer(scene.subject, asked)).errors).toEqual([]);
  });

  test('nobody is told who had not heard that they were closed', async () => {
    const id = await appoint();
    await annul(id);
    expect(await mailed('2026-11-25T12:00:00Z')).toEqual([]);
    expect(await statuses()).toEqual(['ACCEPTED', 'ASKED']);
  });

  test('stay closed while another appointment that filled the seat stands', async () => {
    const wrong = await appoint({ until: '2027-03-31' });
    const right = await appoint({ from: '2027-04-01' });
    await annul(wrong);
    expect(await statuses()).toEqual(['WITHDRAWN', 'WITHDRAWN']);
    await annul(right);
    expect(await statuses()).toEqual(['ACCEPTED', 'ASKED']);
  });

  test('stay closed when the holder was somebody else, and when they left later', async () => {
    const id = await appoint();
    const other = nodeId('Person', await world.make.person(world.region));
    const made = await correct(id, { personId: other });
    const left = await correct(made, { until: '2026-12-31', endReason: 'PERSONAL' });
    expect(await statuses()).toEqual(['WITHDRAWN', 'WITHDRAWN']);
    // they held it long ago, and not when those were closed
    await correct(left, { from: '2024-01-01', until: '2025-01-31' });
    expect(await statuses()).toEqual(['ACCEPTED', 'ASKED']);
  });

  test('wait again when the seat was another one; those of that one are closed', async () => {
    const seat = await world.seats.seat(scene.body);
    const id = await appoint();
    await correct(id, { seatId: nodeId('AdvisorySeat', seat) });
    expect(await statuses()).toEqual(['ACCEPTED', 'ASKED']);
  });

  test('have run out since, or may not be answered: they do not wait', async () => {
    const id = await appoint();
    await world.at('2026-12-20T10:00:00Z');
    await world.service.owner.query(
      `insert into departures (id, person_id, region_id, kind, last_day, recorded_at)
       select gen_random_uuid(), person_id, region_id, 'STOPS_EVERYTHING', '2026-12-19', '2026-12-20T08:00:00Z'
       from seat_invitations where seat_id = $1 and answered_on is not null`,
      [scene.seat],
    );
    await world.forgetEmails();
    await annul(id);
    expect(await statuses()).toEqual(['WITHDRAWN', 'EXPIRED']);
    expect(await mailed('2026-12-20T11:00:00Z')).toEqual([]);
  });
});

describe('later terms that an early end removed', () => {
  const terms = () =>
    rows(
      `select seat_id, person_id, period::text, latest_end::text, term_number, end_reason from seat_appointments
       where body_id = $1 order by seat_id, period`,
      scene.body,
    );
  let held: string;
  beforeEach(async () => {
    await world.service.owner.query(`update advisory_bodies set carry_over = true where id = $1`, [
      scene.body,
    ]);
    held = await appoint({ from: '2024-01-01', until: '2026-12-31' });
  });
  const leave = (id: string, about: object = {}) =>
    run('seatAppointmentEnd', { id, on: '2026-11-20', reason: 'PERSONAL', ...about });

  test('another term of theirs in the seat stands again when they never left', async () => {
    await run('seatReappoint', { id: held, from: '2027-01-01' });
    const before = await terms();
    await leave(held);
    expect(await terms()).toHaveLength(1);
    await correct(held, { until: null });
    expect(await terms()).toEqual(before);
  });

  test('a seat that they were to take, for which its holder makes room again', async () => {
    const other = await world.seats.seat(scene.body);
    await world.service.owner.query(`update advisory_seats set opened_on = '2020-01-01'`);
    await appoint({ from: '2023-01-01', until: '2025-12-31' }, other);
    const [{ id: person }] = (
      await world.service.owner.query('select person_id as id from seat_appointments where seat_id = $1', [
        scene.seat,
      ])
    ).rows;
    await run('seatAppointmentEnd', { id: held, on: '2026-12-31', reason: 'TERM_COMPLETED' });
    await appoint({ from: '2027-01-01', personId: nodeId('Person', person) }, other);
    const before = await terms();
    await leave(held);
    expect(await terms()).toHaveLength(2);
    const made = await correct(held, { until: '2026-12-31', endReason: 'TERM_COMPLETED' });
    expect(await terms()).toEqual(before);
    // again, under its new id
    await leave(made);
    await annul(made);
    const inOther = before.filter((row) => (row as unknown[])[0] !== scene.seat);
    // it is their first term in the body now
    expect(await terms()).toEqual(inOther.map((row) => Object.assign([], row, { 4: 1 })));
  });

  test('they left early all the same, on another day: what was to follow does not', async () => {
    await run('seatReappoint', { id: held, from: '2027-01-01' });
    await leave(held);
    const made = await correct(held, { until: '2026-10-31' });
    expect(await terms()).toHaveLength(1);
    await correct(made, { until: null });
    expect(await terms()).toHaveLength(2);
  });

  test('not of an appointment that never was itself, nor over what was recorded since', async () => {
    await run('seatReappoint', { id: held, from: '2027-01-01' });
    await leave(held);
    const after = await appoint({ from: '2027-02-01' });
    const made = await correct(held, { until: null });
    expect(await terms()).toHaveLength(2);
    await annul(after);
    await leave(made);
    await annul(made);
    expect(await terms()).toEqual([]);
  });
});
