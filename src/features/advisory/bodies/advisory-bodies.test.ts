import { nodeId } from '../../../kernel/node-id.js';
import { NOW } from '../../../testing/test-service.js';
import { type SeatWorld, startSeatWorld } from '../testing/seats.js';

const ABOUT = `name kind region { code } regions { code } organisations { id } purpose level domains establishedOn
  endedOn status rules { termMonths maxConsecutiveTerms breakMonths carryOver replacementServesRemaining
  incompatibilities maxLeavingShare endsSoonMonths vacancyDays }`;
const AT_FIRST = {
  termMonths: 48,
  maxConsecutiveTerms: null,
  breakMonths: 0,
  carryOver: false,
  replacementServesRemaining: false,
  incompatibilities: [],
  maxLeavingShare: null,
  endsSoonMonths: 6,
  vacancyDays: 60,
};

let world: SeatWorld;
let regionId: string;
beforeAll(async () => {
  world = await startSeatWorld();
  regionId = nodeId('Region', world.region);
});
afterEach(() => world.service.travelTo(NOW));
afterAll(() => world.service.close());

const organisation = async () => nodeId('Organisation', await world.make.organisation(world.region));
const update = (id: string, patch: object) => world.run('advisoryBodyUpdate', { id, patch }, 'coordinator');

test('a body has what it was made with', async () => {
  const advised = await organisation();
  const rules = {
    termMonths: 36,
    maxConsecutiveTerms: 2,
    breakMonths: 24,
    carryOver: true,
    replacementServesRemaining: true,
    incompatibilities: ['EMPLOYEE', 'COUNCIL_MEMBER'],
    maxLeavingShare: 50,
    endsSoonMonths: 3,
    vacancyDays: 30,
  };
  const about = {
    name: ' OPR Noord ',
    kind: 'OPR',
    organisationIds: [advised],
    purpose: 'Instemmen met het plan',
    level: 'UITVOERING',
    domains: ['ONDERWIJS', 'JEUGD'],
    establishedOn: '2026-12-01',
  };
  expect(await world.show(await world.body(rules, about), ABOUT)).toEqual({
    name: 'OPR Noord',
    kind: 'OPR',
    region: { code: 'JZ06' },
    regions: [],
    organisations: [{ id: advised }],
    purpose: 'Instemmen met het plan',
    level: 'UITVOERING',
    domains: ['ONDERWIJS', 'JEUGD'],
    establishedOn: '2026-12-01',
    endedOn: null,
    status: 'FORMING',
    rules,
  });
});

test('a body without rules of its own has the defaults', async () => {
  expect((await world.show(await world.body(), 'rules { ' + ABOUT.split('rules {')[1]!)).rules).toEqual(
    AT_FIRST,
  );
  expect(
    (await world.show(await world.body({ termMonths: 24 }), 'rules { termMonths carryOver }')).rules,
  ).toEqual({
    termMonths: 24,
    carryOver: false,
  });
});

test('an update changes what it names, clears what is null, and keeps the rest', async () => {
  const rules = { termMonths: 36, maxConsecutiveTerms: 2, carryOver: true };
  const id = await world.body(rules, { purpose: 'Meedenken', organisationIds: [await organisation()] });
  const before = await world.show(id, ABOUT);
  await update(id, {
    purpose: null,
    establishedOn: null,
    rules: { maxConsecutiveTerms: null, vacancyDays: 90 },
  });
  expect(await world.show(id, ABOUT)).toEqual({
    ...before,
    purpose: null,
    establishedOn: null,
    status: 'FORMING',
    rules: { ...before.rules, maxConsecutiveTerms: null, vacancyDays: 90 },
  });
  await update(id, {
    name: 'Anders',
    kind: 'OUDERRAAD',
    level: 'KIND',
    domains: ['ZORG'],
    organisationIds: null,
  });
  expect(await world.show(id, ABOUT)).toMatchObject({
    name: 'Anders',
    kind: 'OUDERRAAD',
    level: 'KIND',
    domains: ['ZORG'],
    organisations: [],
  });
});

test.each([
  [{ name: '' }, 'REQUIRED input.patch.name'],
  [{ kind: null }, 'REQUIRED input.patch.kind'],
  [{ level: null }, 'REQUIRED input.patch.level'],
  [{ domains: [] }, 'REQUIRED input.patch.domains'],
  [{ rules: { termMonths: null } }, 'REQUIRED input.patch.rules.termMonths'],
  [{ rules: { incompatibilities: null } }, 'REQUIRED input.patch.rules.incompatibilities'],
  [{ rules: { maxLeavingShare: 101 } }, 'OUT_OF_RANGE input.patch.rules.maxLeavingShare'],
  [{ establishedOn: '1899-12-31' }, 'DATE_OUT_OF_RANGE input.patch.establishedOn'],
])('%j changes nothing', async (patch, error) => {
  const id = await world.body();
  expect(await world.refused('advisoryBodyUpdate', { id, patch }, 'coordinator')).toEqual([error]);
});

describe('whose body it is', () => {
  test('a secretary fills its seats, but it is not theirs to change', async () => {
    const id = await world.body();
    expect(await world.refused('advisoryBodyUpdate', { id, patch: { purpose: 'Anders' } })).toEqual([
      'FORBIDDEN',
    ]);
    expect(await world.refused('advisoryBodyEnd', { id })).toEqual(['FORBIDDEN']);
    await world.seat(id);
  });

  test('a coordinator of a region that agreed sees it, and nothing of its seats', async () => {
    const patch = { purpose: 'Anders' };
    const id = await world.body();
    const seatId = await world.seat(id);
    expect(await world.refused('advisoryBodyUpdate', { id, patch }, 'neighbour')).toEqual([
      'NOT_FOUND input.id',
    ]);
    await world.worksElsewhere(id);
    expect(await world.show(id, 'name seats { totalCount }', 'neighbour')).toEqual({
      name: 'Adviesraad Noord',
      seats: { totalCount: 0 },
    });
    expect(await world.refused('advisoryBodyUpdate', { id, patch }, 'neighbour')).toEqual(['FORBIDDEN']);
    expect(await world.refused('advisorySeatCreate', { bodyId: id, title: 'Nieuw' }, 'neighbour')).toEqual([
      'FORBIDDEN',
    ]);
    const title = { id: seatId, patch: { title: 'Anders' } };
    expect(await world.refused('advisorySeatUpdate', title, 'neighbour')).toEqual(['NOT_FOUND input.id']);
  });

  test('a coordinator makes none elsewhere', async () => {
    const input = {
      name: 'Raad',
      kind: 'OPR',
      regionId: nodeId('Region', world.elsewhere),
      level: 'KIND',
      domains: ['ZORG'],
    };
    expect(await world.refused('advisoryBodyCreate', input, 'coordinator')).toEqual(['FORBIDDEN']);
  });
});

describe('a body that ends', () => {
  test('takes its seats along, and whoever holds them', async () => {
    const id = await world.body({ carryOver: true });
    const [held, vacant, gone] = [await world.seat(id), await world.seat(id), await world.seat(id)];
    const holder = await world.appoint(held, { from: '2025-01-01' });
    await world.run('advisorySeatAbolish', { id: gone, on: '2026-01-01' });
    const { advisoryBody } = await world.run('advisoryBodyEnd', { id, on: '2026-12-31' }, 'coordinator');
    expect(advisoryBody).toMatchObject({ endedOn: '2026-12-31', status: 'ACTIVE' });
    for (const seat of [held, vacant]) {
      expect(await world.show(seat, 'abolishedOn status(on: "2027-01-01")')).toEqual({
        abolishedOn: '2027-01-01',
        status: 'ABOLISHED',
      });
    }
    expect(await world.show(gone, 'abolishedOn')).toEqual({ abolishedOn: '2026-01-01' });
    expect(await world.show(holder, 'period { until } endReason')).toEqual({
      period: { until: '2026-12-31' },
      endReason: 'SEAT_ABOLISHED',
    });
    world.service.travelTo('2027-01-01T10:00:00Z');
    expect(await world.show(id, 'status')).toEqual({ status: 'ENDED' });
  });

  test('has no new seats, and does not end again', async () => {
    const id = await world.body();
    await world.run('advisoryBodyEnd', { id, on: '2026-12-31' }, 'coordinator');
    expect(await world.refused('advisorySeatCreate', { bodyId: id, title: 'Nieuw' })).toEqual([
      'BODY_ENDED input.bodyId',
    ]);
    expect(await world.refused('advisoryBodyEnd', { id }, 'coordinator')).toEqual(['ALREADY_ENDED input.id']);
  });

  test('does not before a seat was opened, or somebody started', async () => {
    const id = await world.body();
    const seat = await world.seat(id, { openedOn: '2026-06-01' });
    const end = (on: string) => world.refused('advisoryBodyEnd', { id, on }, 'coordinator');
    expect(await end('2026-05-31')).toEqual(['DATE_OUT_OF_RANGE input.on']);
    await world.appoint(seat, { from: '2026-09-01' });
    expect(await end('2026-08-31')).toEqual(['DATE_OUT_OF_RANGE input.on']);
    await world.run('advisoryBodyEnd', { id, on: '2026-09-01' }, 'coordinator');
  });
});

describe('the list of bodies', () => {
  let named: Record<string, string>;
  beforeAll(async () => {
    named = {
      opr: await world.body(
        {},
        { name: 'Ondersteuningsplanraad Zuid', kind: 'OPR', domains: ['ONDERWIJS'], level: 'UITVOERING' },
      ),
      raad: await world.body(
        {},
        { name: 'Cliëntenraad Zuid', kind: 'CLIENTENRAAD', domains: ['ZORG', 'JEUGD'], establishedOn: null },
      ),
      over: await world.body(
        {},
        {
          name: 'Klankbordgroep Zuid',
          kind: 'KLANKBORDGROEP',
        },
      ),
    };
    await world.worksElsewhere(named.over!);
    await world.run('advisoryBodyEnd', { id: named.over, on: '2026-11-24' }, 'coordinator');
  });

  test.each<[object, string[]]>([
    [{}, ['raad', 'over', 'opr']],
    [{ kind: ['OPR', 'KLANKBORDGROEP'] }, ['over', 'opr']],
    [{ level: 'UITVOERING' }, ['opr']],
    [{ domain: 'ZORG' }, ['raad']],
    [{ status: ['FORMING'] }, ['raad']],
    [{ status: ['ENDED', 'ACTIVE'] }, ['over', 'opr']],
    [{ search: 'clientenraad zuidd' }, ['raad']],
    [{ search: 'ondersteuningsplnraad' }, ['opr']],
  ])('%j', async (filter, names) => {
    const query =
      'query($filter: AdvisoryBodyFilter) { advisoryBodies(first: 100, filter: $filter) { nodes { id } } }';
    const { advisoryBodies } = await world.ask('coordinator', query, { filter });
    const ids = advisoryBodies.nodes.map(({ id }: { id: string }) => id);
    expect(ids.filter((id: string) => Object.values(named).includes(id))).toEqual(
      names.map((name) => named[name]),
    );
  });

  test('of a region holds those that also work there, and of the country all', async () => {
    const listed = async (regionId: string) => {
      const query =
        'query($filter: AdvisoryBodyFilter) { advisoryBodies(first: 100, filter: $filter) { nodes { id } } }';
      const { advisoryBodies } = await world.ask('coordinator', query, { filter: { regionId } });
      const ids = advisoryBodies.nodes.map(({ id }: { id: string }) => id);
      return Object.keys(named).filter((name) => ids.includes(named[name]));
    };
    expect(await listed(nodeId('Region', world.elsewhere))).toEqual(['over']);
    expect(await listed(regionId)).toEqual(['opr', 'raad', 'over']);
    expect(await listed(nodeId('Region', await world.make.region('NL')))).toEqual(['opr', 'raad', 'over']);
  });
});
