import { nodeId } from '../../../kernel/node-id.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { MovingScene } from '../testing/moving-scene.js';

let service: TestService;
let scene: MovingScene;

beforeAll(async () => {
  service = await startTestService();
  scene = await MovingScene.begin(service);
});
afterAll(() => service.close());
afterEach(() => service.travelTo(NOW));

const status = async (personId: string) =>
  (
    await scene.rows<{ status: string }>(
      `select case when crossed_at is not null then 'MOVED' else coalesce(answer, 'WAITING') end as status
       from person_moves where person_id = $1 order by recorded_at desc, id desc limit 1`,
      personId,
    )
  )[0]!.status;
const moveOf = async (personId: string) =>
  nodeId(
    'PersonMove',
    (await scene.rows<{ id: string }>('select id from person_moves where person_id = $1', personId))[0]!.id,
  );
const findable = async (personId: string) =>
  (
    await scene.rows<{ until: string | null }>(
      'select findable_until::text as until from ervaringsdeskundigen where person_id = $1',
      personId,
    )
  )[0]!.until;

test('until they say yes the old region answers for them, and the new one sees nothing', async () => {
  const person = await scene.make.person(scene.region);
  const { move, errors } = await scene.move(person);
  expect(errors).toEqual([]);
  expect(move).toMatchObject({ status: 'WAITING', on: '2026-11-25', toRegion: { code: 'JZ22' } });
  expect(await scene.home(person)).toBe('JZ06');
  expect([await scene.sees('coordinator', person), await scene.sees('neighbour', person)]).toEqual([
    true,
    false,
  ]);
  expect(await scene.tasks('coordinator', person)).toEqual(['PERSON_MOVED_AWAY']);

  // whoever records it sees them no more
  expect(await scene.answer(move.id, true)).toEqual({ move: null, errors: [] });
  expect(await status(person)).toBe('MOVED');
  expect(await scene.home(person)).toBe('JZ22');
  expect([await scene.sees('coordinator', person), await scene.sees('neighbour', person)]).toEqual([
    false,
    true,
  ]);
  expect(await scene.tasks('coordinator', person)).toEqual([]);
  expect(await scene.tasks('neighbour', person)).toEqual(['PERSON_MOVED_HERE']);
  await expectStoredIsFresh(service);
});

test('with a no the old region goes on, and a no can become a yes', async () => {
  const person = await scene.make.person(scene.region);
  const { move } = await scene.move(person);
  expect((await scene.answer(move.id, false)).move.status).toBe('DECLINED');
  await service.tick();
  expect([await scene.home(person), await scene.sees('neighbour', person)]).toEqual(['JZ06', false]);
  expect(await scene.tasks('coordinator', person)).toEqual([]);
  await scene.answer(move.id, true);
  expect(await status(person)).toBe('MOVED');
});

test('a yes before the day of the move counts from that day on', async () => {
  const person = await scene.make.person(scene.region);
  const { move } = await scene.move(person, { on: '2026-12-15', mayIntroduce: true });
  expect(move.status).toBe('AGREED');
  await service.tick();
  expect(await scene.home(person)).toBe('JZ06');
  service.travelTo('2026-12-15T06:00:00Z');
  await service.tick();
  expect(await scene.home(person)).toBe('JZ22');
  await expectStoredIsFresh(service, '2026-12-15');
});

test('who has a role in the new region needs not be asked, and keeps the roles in the old one', async () => {
  const person = await scene.make.person(scene.region);
  const here = await scene.make.membership(await scene.make.network(scene.region), person);
  await scene.make.membership(await scene.make.network(scene.elsewhere), person);
  await scene.move(person);
  expect(await status(person)).toBe('MOVED');
  expect(
    await scene.rows('select upper_inf(period) as goes_on from memberships where id = $1', here),
  ).toEqual([{ goes_on: true }]);
  expect([await scene.sees('coordinator', person), await scene.sees('neighbour', person)]).toEqual([
    true,
    true,
  ]);
});

test('who gets a role there, before they answered or after they said no, belongs there', async () => {
  const [silent, declined] = [await scene.make.person(scene.region), await scene.make.person(scene.region)];
  await scene.move(silent);
  const { move } = await scene.move(declined);
  const before = await scene.make.network(scene.elsewhere);
  await scene.make.membership(before, declined, '[2026-01-01,)');
  await scene.answer(move.id, false);
  await scene.make.membership(before, silent);
  await service.tick();
  expect([await scene.home(silent), await scene.home(declined)]).toEqual(['JZ22', 'JZ06']);
  await scene.make.membership(await scene.make.network(scene.elsewhere), declined, '[2026-11-26,)');
  service.travelTo('2026-11-26T09:00:00Z');
  await service.tick();
  expect(await scene.home(declined)).toBe('JZ22');
});

test('who came there by a role that never was is asked, and seen by the old region alone', async () => {
  const person = await scene.make.person(scene.region);
  const membership = await scene.make.membership(await scene.make.network(scene.elsewhere), person);
  await scene.move(person);
  expect([await status(person), await scene.home(person)]).toEqual(['MOVED', 'JZ22']);
  const annul = `mutation($input: MembershipAnnulInput!) { membershipAnnul(input: $input) { errors { code } } }`;
  const input = { id: nodeId('Membership', membership), reason: 'Verkeerde ouder' };
  expect((await scene.ask(annul, { input }, 'neighbour')).membershipAnnul.errors).toEqual([]);
  expect([await status(person), await scene.home(person)]).toEqual(['WAITING', 'JZ06']);
  expect([await scene.sees('coordinator', person), await scene.sees('neighbour', person)]).toEqual([
    true,
    false,
  ]);
  expect(await scene.tasks('coordinator', person)).toEqual(['PERSON_MOVED_AWAY']);
  await expectStoredIsFresh(service);
});

test('who has another role there, or said yes, stays where one of their roles never was', async () => {
  const [busy, agreed] = [await scene.make.person(scene.region), await scene.make.person(scene.region)];
  const annul = `mutation($input: MembershipAnnulInput!) { membershipAnnul(input: $input) { errors { code } } }`;
  for (const person of [busy, agreed]) {
    const membership = await scene.make.membership(await scene.make.network(scene.elsewhere), person);
    if (person === busy) await scene.make.membership(await scene.make.network(scene.elsewhere), person);
    await scene.move(person, person === agreed ? { mayIntroduce: true } : {});
    const input = { id: nodeId('Membership', membership), reason: 'Verkeerde ouder' };
    expect((await scene.ask(annul, { input }, 'neighbour')).membershipAnnul.errors).toEqual([]);
    expect(await scene.home(person)).toBe('JZ22');
  }
});

test('a letter that waits goes along: whoever sees them no more does not print it', async () => {
  const person = await scene.make.person(scene.region);
  const [task] = await scene.rows<{ id: string }>(
    `with told as (
       insert into mails (id, kind, recipient_type, recipient_id, params, made_at, due_at)
       values (gen_random_uuid(), 'NETWORK_CONTACT', 'PERSON', $1, '{"outcome": "GIVEN"}', now(), now()) returning id)
     insert into person_tasks (id, person_id, region_id, kind, mail_id, made_on, due_on)
     select gen_random_uuid(), $1, $2, 'LETTER', id, '2026-11-20', '2026-12-04' from told returning id`,
    person,
    scene.region,
  );
  await scene.renew();
  const input = { taskId: nodeId('PersonTask', task!.id) };
  const open = `mutation($input: PersonLetterOpenInput!) { personLetterOpen(input: $input) { errors { code } } }`;
  const opened = async (subject: string) =>
    (await scene.ask(open, { input }, subject)).personLetterOpen.errors;
  expect(await opened('coordinator')).toEqual([]);
  await scene.move(person, { mayIntroduce: true });
  expect(await opened('coordinator')).toEqual([{ code: 'NOT_FOUND' }]);
  expect(await opened('neighbour')).toEqual([]);
  expect(await scene.tasks('coordinator', person)).toEqual([]);
  expect((await scene.tasks('neighbour', person)).sort()).toEqual(['LETTER_WAITS', 'PERSON_MOVED_HERE']);
});

test('consent to be found ends with the move, and a body that asked may ask no longer', async () => {
  const seats = new SeatMakers(service.owner);
  const person = await scene.make.person(scene.region);
  const profile = await scene.profiles.profile(person);
  const seat = await seats.seat(await seats.body(scene.region));
  const invitation = await scene.profiles.invitation(seat, profile, { by: 'coordinator' });
  await scene.renew();
  const { move } = await scene.move(person);
  expect(await findable(person)).toBe('2026-11-24');
  const asked = () =>
    scene.rows('select status, withdrawn_because as because from seat_invitations where id = $1', invitation);
  expect(await asked()).toEqual([{ status: 'WITHDRAWN', because: 'CONSENT_WITHDRAWN' }]);
  await scene.answer(move.id, true);
  expect(await findable(person)).toBe('2026-11-24');

  await scene.annul(move.id, 'neighbour');
  expect(await findable(person)).toBe('2028-12-31');
  // what they were asked waits again
  expect(await asked()).toEqual([{ status: 'ASKED', because: null }]);
  await expectStoredIsFresh(service);
});

test('a move to come ends consent on the day before, and not that of whoever stays', async () => {
  const [mover, other] = [await scene.make.person(scene.region), await scene.make.person(scene.region)];
  await scene.profiles.profile(mover);
  await scene.profiles.profile(other);
  await scene.renew();
  await scene.move(mover, { on: '2027-02-01' });
  expect([await findable(mover), await findable(other)]).toEqual(['2027-01-31', '2028-12-31']);
});

test('a move that never was leaves no trace of itself, also when it had come true', async () => {
  const { rows } = await service.owner.query(
    `select id from municipalities where region_id = $1 order by code limit 1`,
    [scene.region],
  );
  const person = await scene.make.person(scene.region);
  await service.owner.query('update people set municipality_id = $2 where id = $1', [person, rows[0].id]);
  await scene.move(person, { mayIntroduce: true });
  expect(await scene.home(person)).toBe('JZ22');
  const move = { id: await moveOf(person) };
  expect(await scene.annul(move.id)).toMatchObject({ errors: [{ code: 'NOT_FOUND' }] });
  expect((await scene.annul(move.id, 'neighbour')).errors).toEqual([]);
  expect(await scene.rows('select municipality_id as id from people where id = $1', person)).toEqual(rows);
  expect([await scene.home(person), await scene.sees('neighbour', person)]).toEqual(['JZ06', false]);
  expect(await scene.tasks('coordinator', person)).toEqual(['MOVE_TAKEN_BACK']);
  expect(await scene.tasks('neighbour', person)).toEqual([]);
  await expectStoredIsFresh(service);
});

test('whoever moves on before they answered is asked about the last move only', async () => {
  const person = await scene.make.person(scene.region);
  const { move } = await scene.move(person);
  const further = await scene.move(person, { toRegionId: nodeId('Region', await scene.make.region('JZ07')) });
  expect(further.move).toMatchObject({ status: 'WAITING', toRegion: { code: 'JZ07' } });
  const over = await unchanged(service.owner, () => scene.answer(move.id, true));
  expect(over.errors).toEqual([{ code: 'MOVE_OVER', path: ['input', 'id'] }]);
  const early = await unchanged(service.owner, () => scene.annul(move.id));
  expect(early.errors).toEqual([{ code: 'BUILT_UPON', path: ['input', 'id'] }]);
});

test('who departs is asked nothing, and is asked again when that is taken back', async () => {
  const person = await scene.make.person(scene.region);
  const { move } = await scene.move(person);
  const depart = `mutation($input: PersonDepartInput!) { personDepart(input: $input) {
    person { move { status } } departure { id } errors { code } } }`;
  const back = `mutation($input: PersonDepartTakeBackInput!) { personDepartTakeBack(input: $input) { person { move { status } } errors { code } } }`;
  const id = nodeId('Person', person);
  const gone = await scene.ask(depart, { input: { id, kind: 'DECEASED' } });
  expect(gone.personDepart).toMatchObject({ person: { move: { status: 'CLOSED' } }, errors: [] });
  expect((await scene.answer(move.id, true)).errors).toEqual([{ code: 'MOVE_OVER', path: ['input', 'id'] }]);
  expect((await scene.move(person)).errors).toEqual([{ code: 'PERSON_DECEASED', path: ['input', 'id'] }]);
  const again = await scene.ask(back, { input: { id: gone.personDepart.departure.id } });
  expect(again.personDepartTakeBack).toEqual({ person: { move: { status: 'WAITING' } }, errors: [] });
  expect(await scene.tasks('coordinator', person)).toContain('PERSON_MOVED_AWAY');
});

describe('whoever stopped with everything', () => {
  const STOP = `mutation($input: PersonDepartInput!) { personDepart(input: $input) { departure { id } errors { code } } }`;
  const BACK = `mutation($input: PersonDepartTakeBackInput!) { personDepartTakeBack(input: $input) { errors { code } } }`;

  async function stopped(): Promise<{ person: string; departure: string }> {
    const person = await scene.make.person(scene.region);
    await scene.rows(
      `insert into person_contacts (person_id, email) values ($1, 'stopt@ouder.example')`,
      person,
    );
    await scene.make.membership(await scene.make.network(scene.region), person);
    service.travelTo('2026-11-24T10:00:00Z');
    const { personDepart } = await scene.ask(STOP, {
      input: { id: nodeId('Person', person), kind: 'STOPS_EVERYTHING' },
    });
    service.travelTo(NOW);
    return { person, departure: personDepart.departure.id };
  }
  const asked = async (person: string) => ({
    tasks: (await scene.tasks('coordinator', person)).filter((code) => code === 'PERSON_MOVED_AWAY').length,
    mails: (await scene.rows(`select from mails where kind = 'PERSON_MOVE' and recipient_id = $1`, person))
      .length,
  });

  test('is asked nothing when they move after it, and the new region sees nothing of them', async () => {
    const { person } = await stopped();
    expect((await scene.move(person)).move.status).toBe('WAITING');
    await service.tick();
    expect(await asked(person)).toEqual({ tasks: 0, mails: 0 });
    expect([await scene.home(person), await scene.sees('neighbour', person)]).toEqual(['JZ06', false]);
  });

  test('is introduced by a yes that they give unasked, or a role there', async () => {
    const { person } = await stopped();
    const { move } = await scene.move(person);
    await scene.answer(move.id, true);
    expect(await scene.home(person)).toBe('JZ22');

    const other = (await stopped()).person;
    await scene.move(other);
    await scene.make.membership(await scene.make.network(scene.elsewhere), other, '[2026-11-25,)');
    await service.tick();
    expect(await scene.home(other)).toBe('JZ22');
  });

  test('is asked once they took up a role, or did not stop after all', async () => {
    const back = (await stopped()).person;
    await scene.make.membership(await scene.make.network(scene.region), back, '[2026-11-25,)');
    await scene.move(back);
    expect(await asked(back)).toEqual({ tasks: 1, mails: 1 });

    const { person, departure } = await stopped();
    await scene.move(person);
    const { personDepartTakeBack } = await scene.ask(BACK, { input: { id: departure } });
    expect(personDepartTakeBack.errors).toEqual([]);
    expect(await asked(person)).toEqual({ tasks: 1, mails: 1 });
  });
});

test('the task is done by an answer, and not by saying so', async () => {
  const person = await scene.make.person(scene.region);
  await scene.move(person);
  const [task] = await scene.rows<{ id: string }>('select id from person_tasks where person_id = $1', person);
  const done = `mutation($input: PersonTaskDoneInput!) { personTaskDone(input: $input) { errors { code } } }`;
  const answer = await unchanged(service.owner, () =>
    scene.ask(done, { input: { id: nodeId('PersonTask', task!.id) } }),
  );
  expect(answer.personTaskDone.errors).toEqual([{ code: 'ANSWER_NEEDED' }]);
});

test('the same twice is once', async () => {
  const person = await scene.make.person(scene.region);
  await scene.move(person, { mayIntroduce: true, on: '2026-11-20' });
  const again = await unchanged(service.owner, () =>
    scene.move(person, { mayIntroduce: true, on: '2026-11-20' }, 'neighbour'),
  );
  expect(again).toMatchObject({ move: { id: await moveOf(person) }, errors: [] });
  const waiting = await scene.make.person(scene.region);
  const { move } = await scene.move(waiting);
  expect((await unchanged(service.owner, () => scene.move(waiting))).move.id).toBe(move.id);
});

test.each([
  [{ toRegionId: 'JZ06' }, 'SAME_HOME', 'toRegionId'],
  [{ toRegionId: 'NL' }, 'NO_HOME', 'toRegionId'],
  [{ on: '2024-11-24' }, 'DATE_OUT_OF_RANGE', 'on'],
  [{ on: '2027-11-26' }, 'DATE_OUT_OF_RANGE', 'on'],
  [{ municipalityId: 'GM0361' }, 'OTHER_REGION', 'municipalityId'],
])('%j is refused', async (input, code, field) => {
  const ids = Object.entries(input).map(async ([name, value]) => {
    if (name === 'on') return [name, value];
    const [type, table] = name === 'toRegionId' ? ['Region', 'regions'] : ['Municipality', 'municipalities'];
    const [row] = await scene.rows<{ id: string }>(`select id from ${table} where code = $1`, value);
    return [name, nodeId(type, row!.id)];
  });
  const person = await scene.make.person(scene.region);
  const given = Object.fromEntries(await Promise.all(ids)) as object;
  const answer = await unchanged(service.owner, () => scene.move(person, given));
  expect(answer).toMatchObject({ move: null, errors: [{ code, path: ['input', field] }] });
});
