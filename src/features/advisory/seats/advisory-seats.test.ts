import { nodeId } from '../../../kernel/node-id.js';
import { NOW } from '../../../testing/test-service.js';
import { type SeatWorld, startSeatWorld, uuidOf } from '../testing/seats.js';

const REQUIREMENTS = `requirements { kind strength theme { id } domain level region { code } language dayPart training }`;

let world: SeatWorld;
let body: string;
beforeAll(async () => {
  world = await startSeatWorld();
  body = await world.body({ carryOver: true, endsSoonMonths: 6 });
});
afterEach(() => world.service.travelTo(NOW));
afterAll(() => world.service.close());

const theme = async () => nodeId('Theme', await world.make.theme());
/** a requirement as it is returned: what it does not ask is null */
const asked = (about: object) => ({
  theme: null,
  domain: null,
  level: null,
  region: null,
  language: null,
  dayPart: null,
  training: null,
  ...about,
});

describe('what a seat asks', () => {
  test('is shown as it was written, hard requirements first', async () => {
    const themeId = await theme();
    const requirements = [
      { strength: 'PREFERRED', training: ' Basistraining Ervaringsdeskundige ' },
      { strength: 'PREFERRED', language: 'TIG' },
      { strength: 'HARD', regionId: nodeId('Region', world.region) },
      { strength: 'HARD', themeId },
      { strength: 'HARD', level: 'BELEID' },
      { strength: 'PREFERRED', dayPart: 'EVENING' },
      { strength: 'HARD', domain: 'JEUGD' },
    ];
    const id = await world.seat(body, { constituency: 'Ouders van het VO', requirements });
    expect(await world.show(id, `constituency ${REQUIREMENTS}`)).toEqual({
      constituency: 'Ouders van het VO',
      requirements: [
        asked({ kind: 'DOMAIN', strength: 'HARD', domain: 'JEUGD' }),
        asked({ kind: 'LEVEL', strength: 'HARD', level: 'BELEID' }),
        asked({ kind: 'REGION', strength: 'HARD', region: { code: 'JZ06' } }),
        asked({ kind: 'THEME', strength: 'HARD', theme: { id: themeId } }),
        asked({ kind: 'DAY_PART', strength: 'PREFERRED', dayPart: 'EVENING' }),
        asked({ kind: 'LANGUAGE', strength: 'PREFERRED', language: 'tig' }),
        asked({ kind: 'TRAINING', strength: 'PREFERRED', training: 'Basistraining Ervaringsdeskundige' }),
      ],
    });
  });

  test('is replaced as a whole, and kept when not named', async () => {
    const id = await world.seat(body, { requirements: [{ strength: 'HARD', level: 'BELEID' }] });
    const patch = (fields: object) => world.run('advisorySeatUpdate', { id, patch: fields });
    await patch({ title: 'Anders' });
    expect((await world.show(id, REQUIREMENTS)).requirements).toHaveLength(1);
    await patch({
      requirements: [
        { strength: 'PREFERRED', level: 'BELEID' },
        { strength: 'HARD', language: 'ar' },
      ],
    });
    expect((await world.show(id, REQUIREMENTS)).requirements).toEqual([
      asked({ kind: 'LANGUAGE', strength: 'HARD', language: 'ar' }),
      asked({ kind: 'LEVEL', strength: 'PREFERRED', level: 'BELEID' }),
    ]);
    await patch({ requirements: null });
    expect((await world.show(id, REQUIREMENTS)).requirements).toEqual([]);
  });

  test.each<[string, object[], string[]]>([
    ['nothing', [{ strength: 'HARD' }], ['ONE_REQUIREMENT input.requirements.0']],
    [
      'two things at once',
      [{ strength: 'HARD', level: 'KIND', domain: 'ZORG' }],
      ['ONE_REQUIREMENT input.requirements.0'],
    ],
    [
      'the same twice',
      [
        { strength: 'HARD', training: 'Basis Één' },
        { strength: 'PREFERRED', training: 'basis een' },
      ],
      ['DUPLICATE_VALUE input.requirements.1'],
    ],
    [
      'no language',
      [{ strength: 'HARD', language: 'Arabisch' }],
      ['BAD_LANGUAGE input.requirements.0.language'],
    ],
    ['no title', [{ strength: 'HARD', training: ' ' }], ['REQUIRED input.requirements.0.training']],
    [
      'more than 50 things',
      Array.from({ length: 51 }, (_, index) => ({ strength: 'HARD', training: `Training ${index}` })),
      ['TOO_MANY_ITEMS input.requirements'],
    ],
  ])('is never %s', async (_name, requirements, errors) => {
    expect(await world.refused('advisorySeatCreate', { bodyId: body, title: 'Zetel', requirements })).toEqual(
      errors,
    );
  });

  test('is a theme in use, or one it asked for before that was retired', async () => {
    const themeId = await theme();
    const requirements = [{ strength: 'HARD', themeId }];
    const id = await world.seat(body, { requirements });
    await world.service.owner.query(`update themes set retired_on = '2026-11-25' where id = $1`, [
      uuidOf(themeId),
    ]);
    await world.run('advisorySeatUpdate', { id, patch: { requirements } });
    expect(await world.refused('advisorySeatCreate', { bodyId: body, title: 'Zetel', requirements })).toEqual(
      ['THEME_RETIRED input.requirements.0.themeId'],
    );
  });
});

describe('where a seat is', () => {
  const onDays = (days: readonly string[]) =>
    days.map((on, index) => `s${index}: status(on: "${on}")`).join(' ');
  const statuses = async (id: string, days: readonly string[]) =>
    Object.values(await world.show(id, onDays(days)));

  test('follows from its days and its appointments, and from nothing else', async () => {
    const id = await world.seat(body, { openedOn: '2022-01-01' });
    await world.appoint(id, { from: '2022-02-01' });
    const days: [string, string][] = [
      ['2021-12-31', 'FUTURE'],
      ['2022-01-01', 'VACANT'],
      ['2022-01-31', 'VACANT'],
      ['2022-02-01', 'FILLED'],
      ['2025-07-30', 'FILLED'],
      ['2025-07-31', 'ENDS_SOON'],
      ['2026-01-31', 'ENDS_SOON'],
      ['2026-02-01', 'CARRY_OVER'],
      ['2030-01-01', 'CARRY_OVER'],
    ];
    expect(
      await statuses(
        id,
        days.map(([on]) => on),
      ),
    ).toEqual(days.map(([, status]) => status));

    await world.appoint(id, { from: '2026-12-01', until: '2027-11-30' });
    await world.run('advisorySeatAbolish', { id, on: '2028-03-01' });
    const later: [string, string][] = [
      ['2025-08-01', 'ENDS_SOON'],
      ['2026-11-30', 'CARRY_OVER'],
      ['2026-12-01', 'FILLED'],
      ['2027-05-29', 'FILLED'],
      ['2027-05-30', 'ENDS_SOON'],
      ['2027-12-01', 'CARRY_OVER'],
      ['2028-02-29', 'CARRY_OVER'],
      ['2028-03-01', 'ABOLISHED'],
    ];
    expect(
      await statuses(
        id,
        later.map(([on]) => on),
      ),
    ).toEqual(later.map(([, status]) => status));
  });

  test('ends soon only while nobody is appointed for the next day', async () => {
    const id = await world.seat(body);
    await world.appoint(id, { from: '2023-01-01', until: '2026-12-31' });
    expect(await statuses(id, ['2026-11-25'])).toEqual(['ENDS_SOON']);
    const next = await world.appoint(id, { from: '2027-01-01' });
    expect(await statuses(id, ['2026-11-25', '2027-01-01'])).toEqual(['FILLED', 'FILLED']);
    await world.run('seatAppointmentAnnul', { id: next, reason: 'Vergissing' });
    await world.appoint(id, { from: '2027-01-02' });
    expect(await statuses(id, ['2026-11-25', '2027-01-01', '2027-01-02'])).toEqual([
      'ENDS_SOON',
      'CARRY_OVER',
      'FILLED',
    ]);
  });

  test('a vacancy counts its days since the last holder, or since it was opened', async () => {
    const id = await world.seat(body, { openedOn: '2026-01-01' });
    const vacancy = () => world.show(id, 'vacantSince vacantDays holder { id } next { id }');
    expect(await vacancy()).toEqual({ vacantSince: '2026-01-01', vacantDays: 328, holder: null, next: null });
    const left = await world.appoint(id, { from: '2026-02-01' });
    expect(await vacancy()).toEqual({
      vacantSince: null,
      vacantDays: null,
      holder: { id: left },
      next: null,
    });
    await world.run('seatAppointmentEnd', { id: left, on: '2026-10-31', reason: 'PERSONAL' });
    const next = await world.appoint(id, { from: '2026-12-01' });
    expect(await vacancy()).toEqual({
      vacantSince: '2026-11-01',
      vacantDays: 24,
      holder: null,
      next: { id: next },
    });
    expect(await world.show(id, 'holder(on: "2026-12-01") { id }')).toEqual({ holder: { id: next } });
    world.service.travelTo('2026-11-30T23:30:00Z'); // in Amsterdam it is 1 December
    expect(await vacancy()).toEqual({
      vacantSince: null,
      vacantDays: null,
      holder: { id: next },
      next: null,
    });
    await world.run('seatAppointmentEnd', { id: next, reason: 'PERSONAL' });
    world.service.travelTo('2026-12-02T10:00:00Z');
    expect(await vacancy()).toMatchObject({ vacantSince: '2026-12-02', vacantDays: 0 });
  });
});

describe('the days of a seat', () => {
  test('are not after the first day of an appointment', async () => {
    const id = await world.seat(body, { openedOn: '2026-01-01' });
    await world.appoint(id, { from: '2026-03-01' });
    const opened = (openedOn: string | null) => ({ id, patch: { openedOn } });
    expect(await world.refused('advisorySeatUpdate', opened('2026-03-02'))).toEqual([
      'DATE_OUT_OF_RANGE input.patch.openedOn',
    ]);
    expect(await world.refused('advisorySeatUpdate', opened(null))).toEqual([
      'REQUIRED input.patch.openedOn',
    ]);
    await world.run('advisorySeatUpdate', opened('2026-03-01'));
    const abolish = (on: string) => world.refused('advisorySeatAbolish', { id, on });
    expect(await abolish('2026-03-01')).toEqual(['DATE_OUT_OF_RANGE input.on']);
    await world.run('advisorySeatAbolish', { id, on: '2026-03-02' });
    expect(await abolish('2026-12-01')).toEqual(['SEAT_ABOLISHED input.id']);
    expect(await world.show(id, 'appointments { nodes { period { from until } endReason } }')).toEqual({
      appointments: {
        nodes: [{ period: { from: '2026-03-01', until: '2026-03-01' }, endReason: 'SEAT_ABOLISHED' }],
      },
    });
  });

  test('a seat that is not abolished yet may be abolished on another day, or with a holder who starts before', async () => {
    const id = await world.seat(body);
    const holder = await world.appoint(id, { from: '2026-01-01' });
    await world.run('advisorySeatAbolish', { id, on: '2027-01-01' });
    await world.run('advisorySeatAbolish', { id, on: '2028-01-01' });
    expect(await world.show(holder, 'period { until } endReason')).toEqual({
      period: { until: '2027-12-31' },
      endReason: 'SEAT_ABOLISHED',
    });
    const person = { seatId: id, personId: await world.person() };
    expect(await world.refused('seatAppoint', { ...person, from: '2028-01-01' }, 'coordinator')).toEqual([
      'SEAT_ABOLISHED input.from',
    ]);
    expect(await world.refused('seatReappoint', { id: holder })).toEqual(['SEAT_ABOLISHED input.from']);
  });
});

describe('the list of seats', () => {
  let named: Record<string, string>;
  let themeId: string;
  let there: string;
  beforeAll(async () => {
    themeId = await theme();
    there = await world.body(
      { carryOver: true },
      { name: 'OPR', kind: 'OPR', level: 'KIND', domains: ['ONDERWIJS'] },
    );
    const seat = (title: string, about: object = {}) => world.seat(there, { title, ...about });
    named = {
      vacant: await seat('a', { openedOn: '2026-06-01' }),
      longVacant: await seat('b', { openedOn: '2026-02-01', requirements: [{ strength: 'HARD', themeId }] }),
      over: await seat('c'),
      soon: await seat('d'),
      filled: await seat('É'),
      future: await seat('f', { openedOn: '2027-01-01' }),
      gone: await seat('g', { openedOn: '2025-01-01' }),
    };
    await world.appoint(named.over!, { from: '2022-08-01', until: '2026-07-31' });
    await world.appoint(named.soon!, { from: '2023-01-01', until: '2026-12-31' });
    await world.appoint(named.filled!, { from: '2026-01-01' });
    await world.run('advisorySeatAbolish', { id: named.gone!, on: '2026-01-01' });
  });

  interface Page {
    readonly nodes: readonly { id: string }[];
    readonly pageInfo: { hasNextPage: boolean; endCursor: string };
  }
  async function listed(filter: object, orderBy?: object, as = 'secretary'): Promise<string[]> {
    const query = `query($filter: AdvisorySeatFilter, $orderBy: AdvisorySeatOrder, $after: String) {
      advisorySeats(first: 3, after: $after, filter: $filter, orderBy: $orderBy) {
        nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const ids: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Page = (await world.ask(as, query, { filter, orderBy, after })).advisorySeats;
      ids.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    return ids.map((id) => Object.keys(named).find((name) => named[name] === id) ?? '?');
  }
  const ALL = ['vacant', 'longVacant', 'over', 'soon', 'filled', 'future', 'gone'];

  test.each<[object, string[]]>([
    [{}, ALL],
    [{ status: ['VACANT'] }, ['vacant', 'longVacant']],
    [{ status: ['CARRY_OVER', 'ENDS_SOON'] }, ['over', 'soon']],
    [{ status: ['FILLED'] }, ['filled']],
    [{ status: ['FUTURE', 'ABOLISHED'] }, ['future', 'gone']],
    [{ status: ['FUTURE'], on: '2026-01-31' }, ['vacant', 'longVacant', 'future']],
    [{ status: ['CARRY_OVER'], on: '2027-01-01' }, ['over', 'soon']],
    [{ themeId: 'theme' }, ['longVacant']],
  ])('%j of one body', async (filter, names) => {
    const given = 'themeId' in filter ? { themeId } : filter;
    expect(await listed({ bodyId: there, ...given })).toEqual(names);
  });

  test.each([
    [{ bodyKind: ['OPR'] }, ALL],
    [{ level: 'KIND' }, ALL],
    [{ domain: 'ONDERWIJS' }, ALL],
    [{ bodyKind: ['CLIENTENRAAD'] }, []],
  ])('%j of any body', async (filter, names) => {
    expect(await listed(filter)).toEqual(names);
  });

  test('of a region holds its own; of another, none', async () => {
    const of = (region: string) => ({ regionId: nodeId('Region', region), bodyKind: ['OPR'] });
    expect(await listed(of(world.region))).toEqual(ALL);
    expect(await listed(of(world.elsewhere))).toEqual([]);
    expect(await listed(of(world.region), undefined, 'neighbour')).toEqual([]);
  });

  test.each([
    ['VACANT_SINCE', 'ASC', ['longVacant', 'vacant', 'over', 'soon', 'filled', 'future', 'gone']],
    ['LATEST_END', 'ASC', ['over', 'soon', 'filled', 'vacant', 'longVacant', 'future', 'gone']],
    ['LATEST_END', 'DESC', ['filled', 'soon', 'over', 'gone', 'future', 'longVacant', 'vacant']],
    ['TITLE', 'DESC', [...ALL].reverse()],
  ])('by %s %s', async (field, direction, names) => {
    expect(await listed({ bodyId: there }, { field, direction })).toEqual(names);
  });
});

test('a former holder sees the seat and their own time in it, not the current holder, and nothing untrue', async () => {
  const of = await world.body();
  const id = await world.seat(of, { requirements: [{ strength: 'HARD', level: 'BELEID' }] });
  const parent = await world.make.person(world.region);
  await world.make.account('was there', { personId: parent });
  const own = await world.appoint(id, { personId: nodeId('Person', parent), from: '2020-01-01' });
  const now = await world.appoint(id, { from: '2024-01-01' });
  const fields = `status vacantSince holder { id } next { id } body { name } appointments { totalCount nodes { id } } ${REQUIREMENTS}`;
  expect(await world.show(id, fields, 'was there')).toMatchObject({
    status: 'FILLED',
    vacantSince: null,
    holder: null,
    body: { name: 'Adviesraad Noord' },
    appointments: { totalCount: 1, nodes: [{ id: own }] },
    requirements: [{ level: 'BELEID' }],
  });
  expect(await world.show(now, 'id', 'was there')).toBeNull();
  expect(
    await world.show(own, 'mayBeReappointed reappointmentHindrance replaces { id }', 'was there'),
  ).toEqual({
    mayBeReappointed: false,
    reappointmentHindrance: 'FOLLOWED',
    replaces: null,
  });
});
