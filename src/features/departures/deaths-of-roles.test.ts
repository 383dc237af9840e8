import { nodeId } from '../../kernel/node-id.js';
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

describe('a death that comes with one role', () => {
  const tried = async (mutation: string, input: object, subject = 'coordinator') => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } } }`;
    expect((await scene.ask(query, { input }, subject)).done.errors).toEqual([]);
  };
  const ENDS: [string, (who: Involved) => Promise<void>][] = [
    [
      'trekkerschapEnd',
      (who) =>
        tried('trekkerschapEnd', {
          id: nodeId('Trekkerschap', who.led),
          on: '2026-11-20',
          reason: 'DECEASED',
        }),
    ],
    [
      'seatAppointmentEnd',
      (who) =>
        tried('seatAppointmentEnd', {
          id: nodeId('SeatAppointment', who.appointment),
          on: '2026-11-20',
          reason: 'DECEASED',
        }),
    ],
    [
      'trekkerschapHandOver',
      async (who) =>
        tried('trekkerschapHandOver', {
          id: nodeId('Trekkerschap', who.led),
          toPersonId: nodeId('Person', await scene.make.person(scene.region)),
          on: '2026-11-20',
          reason: 'DECEASED',
        }),
    ],
    [
      'trekkerschapCorrect',
      (who) =>
        tried('trekkerschapCorrect', {
          id: nodeId('Trekkerschap', who.led),
          reason: 'Overleden',
          patch: { until: '2026-11-20', endReason: 'DECEASED' },
        }),
    ],
  ];

  test.each(ENDS)('by %s ends all that they do', async (_, end) => {
    const who = await scene.involved();
    await end(who);
    const parts = (await scene.parts(who.personId)) as { roles: { period: string }[] };
    expect(parts.roles.map(({ period }) => period)).toEqual(Array(4).fill('[2026-01-01,2026-11-21)'));
    expect(parts).toMatchObject({ tasks: [], contact: [], findable: [{ findable_until: null }] });
    const open = `select count(*)::int as open from succession_plans where oudernetwerk_id = $1 and closed_on is null`;
    // those who search for a successor elsewhere hear of it as well
    expect(await scene.rows(open, who.networkElsewhere)).toEqual([{ open: 1 }]);
    await expectStoredIsFresh(service);
  });

  test.each(ENDS.slice(0, 2))('by %s is taken back with it', async (_, end) => {
    const who = await scene.involved();
    const before = await scene.parts(who.personId);
    await end(who);
    expect((await scene.takeBack(who.personId)).errors).toEqual([]);
    expect(await scene.parts(who.personId)).toEqual(before);
    await expectStoredIsFresh(service);
  });

  const EARLIER: [string, (who: Involved) => Promise<void>][] = [
    [
      'trekkerschapEnd',
      (who) =>
        tried('trekkerschapEnd', {
          id: nodeId('Trekkerschap', who.led),
          on: '2027-06-30',
          reason: 'CHILD_LEFT_SCHOOL',
        }),
    ],
    [
      'seatAppointmentEnd',
      (who) =>
        tried('seatAppointmentEnd', {
          id: nodeId('SeatAppointment', who.appointment),
          on: '2027-06-30',
          reason: 'MOVED',
        }),
    ],
  ];

  test.each(EARLIER)('by %s gives back the end that was on record before', async (mutation, leave) => {
    const who = await scene.involved();
    await leave(who);
    const before = await scene.parts(who.personId);
    expect(JSON.stringify(before)).toContain('2027-07-01');
    await ENDS.find(([name]) => name === mutation)![1](who);
    expect((await scene.takeBack(who.personId)).errors).toEqual([]);
    expect(await scene.parts(who.personId)).toEqual(before);
    await expectStoredIsFresh(service);
  });

  test('leaves nobody dead at the end of a role when it is taken back', async () => {
    const who = await scene.involved();
    await ENDS[3]![1](who);
    expect((await scene.takeBack(who.personId)).errors).toEqual([]);
    const reasons = `select end_reason from trekkerschappen where person_id = $1 and oudernetwerk_id = $2`;
    expect(await scene.rows(reasons, who.personId, who.network)).toEqual([{ end_reason: 'OTHER' }]);
    await expectStoredIsFresh(service);
  });
});

describe('a death is not recorded by the end of a role', () => {
  const refusal = (mutation: string, input: object, subject = 'coordinator') =>
    unchanged(service.owner, async () => {
      const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
      const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code path } } }`;
      const { data, errors } = await service.ask(subject, query, { input });
      return errors?.[0].extensions.code ?? data.done.errors;
    });

  test('for a day to come, also where the end of it is corrected', async () => {
    const who = await scene.involved();
    const id = nodeId('Trekkerschap', who.led);
    const patch = { until: '2026-11-26', endReason: 'DECEASED' };
    expect(await refusal('trekkerschapCorrect', { id, reason: 'Overleden', patch })).toEqual([
      { code: 'DATE_OUT_OF_RANGE', path: ['input', 'patch', 'until'] },
    ]);
  });

  test('that is only planned', async () => {
    const who = await scene.involved();
    const plannedEnd = { on: '2027-01-31', reason: 'DECEASED' };
    const path = ['input', 'plannedEnd', 'on'];
    const id = nodeId('Trekkerschap', who.led);
    const planned = await refusal('trekkerschapPlanEnd', { id, plannedEnd });
    expect(planned).toEqual([{ code: 'DATE_OUT_OF_RANGE', path }]);
    const other = nodeId('Person', await scene.make.person(scene.region));
    const start = { oudernetwerkId: nodeId('Oudernetwerk', who.network), personId: other, plannedEnd };
    expect(await refusal('trekkerschapStart', start)).toEqual([{ code: 'DATE_OUT_OF_RANGE', path }]);
  });

  test.each([
    ['trekkerschapEnd', 'Trekkerschap', 'led'],
    ['seatAppointmentEnd', 'SeatAppointment', 'appointment'],
  ] as const)('by whoever would have died, as in %s', async (mutation, type, role) => {
    const who = await scene.involved();
    await scene.make.account(`dead-${role}`, { personId: who.personId });
    const input = { id: nodeId(type, who[role]), on: '2026-11-25', reason: 'DECEASED' };
    expect(await refusal(mutation, input, `dead-${role}`)).toBe('FORBIDDEN');
  });
});

describe('while a death stands that was recorded by the end of a role', () => {
  type Said = readonly [
    mutation: string,
    type: 'Trekkerschap' | 'SeatAppointment',
    role: 'led' | 'appointment',
  ];
  const OF_TREKKER: Said = ['trekkerschap', 'Trekkerschap', 'led'];
  const OF_SEAT: Said = ['seatAppointment', 'SeatAppointment', 'appointment'];
  const run = (mutation: string, input: object) => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code path message } } }`;
    return scene.ask(query, { input });
  };
  const said = async ([mutation, type, role]: Said): Promise<Involved> => {
    const who = await scene.involved();
    const input = { id: nodeId(type, who[role]), on: '2026-11-20', reason: 'DECEASED' };
    expect((await run(`${mutation}End`, input)).done.errors).toEqual([]);
    return who;
  };
  const other = async () => ({ personId: nodeId('Person', await scene.make.person(scene.region)) });
  type Undone = [what: string, by: Said, patch: (() => object | Promise<object>) | null];
  const UNDONE = [OF_TREKKER, OF_SEAT].flatMap((by): Undone[] => [
    [`${by[0]}Annul`, by, null],
    [`${by[0]}Correct to somebody else`, by, other],
    [`${by[0]}Correct to another reason`, by, () => ({ until: '2026-11-20', endReason: 'PERSONAL' })],
    [`${by[0]}Correct to another day`, by, () => ({ until: '2026-11-19', endReason: 'DECEASED' })],
  ]);

  test.each(UNDONE)('%s is refused, and names it', async (_what, by, patch) => {
    const who = await said(by);
    const input = { id: nodeId(by[1], who[by[2]]), reason: 'Verkeerd ingevuld' };
    const about = await patch?.();
    const undo = async () =>
      (await (about ? run(`${by[0]}Correct`, { ...input, patch: about }) : run(`${by[0]}Annul`, input))).done;
    const refused = await unchanged(service.owner, undo);
    expect(refused.errors).toEqual([
      {
        code: 'BUILT_UPON',
        path: ['input', 'id'],
        message: expect.stringMatching(/op 20 november 2026 is overleden/),
      },
    ]);
    expect((await scene.takeBack(who.personId)).errors).toEqual([]);
    expect((await undo()).errors).toEqual([]);
    await expectStoredIsFresh(service);
  });

  test.each([OF_TREKKER, OF_SEAT])(
    '%s may be corrected in what it says besides, and says it still',
    async (...by) => {
      const who = await said(by);
      const input = { id: nodeId(by[1], who[by[2]]), reason: 'Verkeerd ingevuld' };
      const { done } = await run(`${by[0]}Correct`, { ...input, patch: { from: '2026-02-01' } });
      expect(done.errors).toEqual([]);
      const [now] = await scene.rows<{ id: string }>(
        `select id from ${by[2] === 'led' ? 'trekkerschappen' : 'seat_appointments'}
       where person_id = $1 and lower(period) = '2026-02-01'`,
        who.personId,
      );
      const again = await run(`${by[0]}Annul`, { ...input, id: nodeId(by[1], now!.id) });
      expect(again.done.errors).toMatchObject([{ code: 'BUILT_UPON' }]);
    },
  );

  test('what else ended with it may be undone', async () => {
    const who = await said(OF_TREKKER);
    const input = { id: nodeId('SeatAppointment', who.appointment), reason: 'Nooit benoemd' };
    expect((await run('seatAppointmentAnnul', input)).done.errors).toEqual([]);
  });
});
