import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../../testing/makers.js';
import { NOW, startTestService, type TestService } from '../../testing/test-service.js';

const TODAY = '2026-11-25';

let service: TestService;
let make: Makers;
let regions: { here: string; below: string; elsewhere: string; country: string };

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  const here = await make.region('JZ06');
  const { rows } = await service.owner.query<{ id: string }>(
    `insert into regions (id, code, name, kind, parent_id)
     values (gen_random_uuid(), 'W1', 'Werkregio', 'WERKREGIO', $1) returning id`,
    [here],
  );
  regions = {
    here,
    below: rows[0]!.id,
    elsewhere: await make.region('JZ22'),
    country: await make.region('NL'),
  };
  await make.account('coordinator', { role: 'COORDINATOR', regionId: here });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: regions.elsewhere });
  await make.account('admin', { role: 'ADMIN' });
  await make.account('secretary', { role: 'SECRETARY', regionId: here });
});
afterEach(async () => {
  service.travelTo(NOW);
  await service.owner.query(
    'delete from expected_ends; delete from continuities; delete from trekkerschappen; delete from memberships',
  );
  await service.owner.query('delete from support_arrangements; delete from stale_networks');
  await service.owner.query('delete from oudernetwerken');
});
afterAll(() => service.close());

/** A row of the kept expectations, beside a trekkerschap as the database has it. */
interface Expected {
  readonly network: string;
  readonly region: keyof typeof regions;
  readonly period: readonly [from: string, to: string];
  readonly on: string;
  readonly driver: string;
}

const networks = new Map<string, string>();

async function put(rows: readonly Expected[]): Promise<string[]> {
  networks.clear();
  const people: string[] = [];
  for (const { network, region, period, on, driver } of rows) {
    const id = networks.get(network) ?? (await make.network(regions[region]));
    networks.set(network, id);
    const person = await make.person(regions[region]);
    people.push(person);
    const trekkerschap = await make.trekkerschap(id, person, `[${period.join(',')})`);
    await service.owner.query(
      `insert into expected_ends (trekkerschap_id, oudernetwerk_id, region_id, person_id, expected_on, earliest,
         latest, driver, confidence)
       values ($1, $2, $3, $4, $5, $5, $5, $6, 'HIGH')`,
      [trekkerschap, id, regions[region], person, on, driver],
    );
  }
  return people;
}

const DEPARTURES = `query($id: ID!, $schoolYears: Int) { region(id: $id) { expectedDepartures(schoolYears: $schoolYears) {
  schoolYear from until trekkers childLeavesSchool networks networksLeftWithoutTrekker } } }`;

async function departures(
  region: keyof typeof regions,
  schoolYears: number | null = 3,
  subject = 'coordinator',
) {
  const { data, errors } = await service.ask(subject, DEPARTURES, {
    id: nodeId('Region', regions[region]),
    schoolYears,
  });
  expect(errors).toBeUndefined();
  return data.region.expectedDepartures;
}

// ---- the same, one school year after the other
const startYear = (day: string) => Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);

function naive(rows: readonly Expected[], among: readonly string[], today = TODAY, count = 3) {
  const now = startYear(today);
  const isGone = ({ period: [, to] }: Expected) => to !== '' && to <= today;
  const leads = (row: Expected) => !isGone(row) && row.period[0] <= today;
  const seen = rows.filter((row) => among.includes(row.region));
  return Array.from({ length: count }, (_, index) => {
    const year = now + index;
    const isIn = (on: string) => (index === 0 ? startYear(on) <= year : startYear(on) === year);
    const leaving = seen.filter((row) => leads(row) && isIn(row.on));
    const led = [...new Set(seen.filter(leads).map(({ network }) => network))];
    const lastEnd = (network: string) =>
      seen
        .filter((row) => row.network === network && !isGone(row))
        .map(({ on }) => on)
        .sort()
        .at(-1)!;
    return {
      schoolYear: `${year}-${year + 1}`,
      from: `${year}-08-01`,
      until: `${year + 1}-07-31`,
      trekkers: leaving.length,
      childLeavesSchool: leaving.filter(({ driver }) => driver === 'CHILD_LEAVES_SCHOOL').length,
      networks: new Set(leaving.map(({ network }) => network)).size,
      networksLeftWithoutTrekker: led.filter((network) => isIn(lastEnd(network))).length,
    };
  });
}

const since = (from: string) => [from, ''] as const;
const ROWS: readonly Expected[] = [
  {
    network: 'a',
    region: 'here',
    period: since('2024-02-29'),
    on: '2027-07-31',
    driver: 'CHILD_LEAVES_SCHOOL',
  },
  { network: 'a', region: 'here', period: since('2025-09-01'), on: '2027-08-01', driver: 'PLANNED' },
  { network: 'b', region: 'here', period: since('2022-01-01'), on: '2025-01-01', driver: 'TENURE_GUIDELINE' },
  {
    network: 'c',
    region: 'here',
    period: since('2023-01-01'),
    on: '2026-07-31',
    driver: 'CHILD_LEAVES_SCHOOL',
  },
  { network: 'c', region: 'here', period: since('2024-01-01'), on: '2027-01-31', driver: 'PLANNED' },
  {
    network: 'd',
    region: 'below',
    period: since('2026-01-01'),
    on: '2028-07-31',
    driver: 'CHILD_LEAVES_SCHOOL',
  },
  {
    network: 'd',
    region: 'below',
    period: ['2026-03-01', '2028-08-01'],
    on: '2028-07-31',
    driver: 'RECORDED',
  },
  // who takes over stays longer
  {
    network: 'e',
    region: 'here',
    period: ['2024-01-01', '2027-08-01'],
    on: '2027-07-31',
    driver: 'RECORDED',
  },
  { network: 'e', region: 'here', period: since('2027-06-01'), on: '2029-06-01', driver: 'TENURE_GUIDELINE' },
  // stopped yesterday: not judged anew yet
  { network: 'f', region: 'here', period: ['2024-01-01', TODAY], on: '2026-11-24', driver: 'RECORDED' },
  // nobody leads it yet
  { network: 'g', region: 'here', period: since('2027-01-01'), on: '2027-06-01', driver: 'PLANNED' },
  {
    network: 'h',
    region: 'elsewhere',
    period: since('2024-01-01'),
    on: '2027-07-31',
    driver: 'CHILD_LEAVES_SCHOOL',
  },
  { network: 'i', region: 'here', period: since('2026-11-25'), on: '2035-06-01', driver: 'PLANNED' },
];

describe('expected departures', () => {
  beforeEach(() => put(ROWS));

  test('the current school year and the two after it: what falls in each, overdue ones in the first', async () => {
    const found = await departures('here');
    expect(found).toEqual(naive(ROWS, ['here', 'below']));
    expect(found).toEqual([
      {
        schoolYear: '2026-2027',
        from: '2026-08-01',
        until: '2027-07-31',
        trekkers: 5,
        childLeavesSchool: 2,
        networks: 4,
        networksLeftWithoutTrekker: 2,
      },
      {
        schoolYear: '2027-2028',
        from: '2027-08-01',
        until: '2028-07-31',
        trekkers: 3,
        childLeavesSchool: 1,
        networks: 2,
        networksLeftWithoutTrekker: 2,
      },
      expect.objectContaining({ schoolYear: '2028-2029', trekkers: 0, networksLeftWithoutTrekker: 1 }),
    ]);
  });

  test('1 to 10 school years, 3 when null', async () => {
    expect(await departures('here', 10)).toEqual(naive(ROWS, ['here', 'below'], TODAY, 10));
    expect(await departures('here', 1)).toHaveLength(1);
    expect(await departures('here', null)).toHaveLength(3);
    const id = nodeId('Region', regions.here);
    for (const schoolYears of [0, 11, -3, 2_000_000_000]) {
      const { errors } = await service.ask('coordinator', DEPARTURES, { id, schoolYears });
      expect(errors).toMatchObject([
        {
          message: 'schoolYears: kies een getal van 1 tot en met 10.',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
    }
  });

  test.each([
    ['2027-07-31T21:00:00Z', '2027-07-31'],
    ['2027-07-31T22:30:00Z', '2027-08-01'],
    ['2028-02-29T10:00:00Z', '2028-02-29'],
    ['2028-12-31T10:00:00Z', '2028-12-31'],
  ])('as of %s, which is %s here', async (instant, today) => {
    service.travelTo(instant);
    expect(await departures('here', 5)).toEqual(naive(ROWS, ['here', 'below'], today, 5));
  });

  test('of a region below, and of the whole country', async () => {
    expect(await departures('below')).toEqual(naive(ROWS, ['below']));
    expect(await departures('country', 4, 'admin')).toEqual(
      naive(ROWS, ['here', 'below', 'elsewhere'], TODAY, 4),
    );
  });

  test('everybody counts only what they see from inside', async () => {
    const nothing = naive([], []);
    expect(await departures('country', 3, 'coordinator')).toEqual(naive(ROWS, ['here', 'below']));
    expect(await departures('here', 3, 'neighbour')).toEqual(nothing);
    expect(await departures('here', 3, 'secretary')).toEqual(nothing);
    const people = await service.owner.query<{ network: string; person: string; period: string }>(
      'select oudernetwerk_id as network, person_id as person, period::text from trekkerschappen order by period',
    );
    const of = (network: string) =>
      people.rows.filter((row) => row.network === networks.get(network)).map(({ person }) => person);
    await make.account('trekker of a', { personId: of('a')[0]! });
    await make.account('trekker to come', { personId: of('e')[1]! });
    await make.account('former trekker', { personId: of('f')[0]! });
    const own = ROWS.filter(({ network }) => network === 'a');
    expect(await departures('here', 3, 'trekker of a')).toEqual(naive(own, ['here']));
    // sees the own tenure only: nothing can be said of the network
    expect(await departures('here', 3, 'trekker to come')).toEqual(nothing);
    expect(await departures('here', 3, 'former trekker')).toEqual(nothing);
  });
});

describe('how safe the networks of a region are', () => {
  const CONTINUITY = `query($id: ID!) { region(id: $id) {
    continuity { total stable attention atRisk critical unknown } } }`;

  async function continuity(region: keyof typeof regions, subject = 'coordinator') {
    const { data, errors } = await service.ask(subject, CONTINUITY, {
      id: nodeId('Region', regions[region]),
    });
    expect(errors).toBeUndefined();
    return data.region.continuity;
  }

  const none = { total: 0, stable: 0, attention: 0, atRisk: 0, critical: 0, unknown: 0 };

  async function judged(region: keyof typeof regions, band: string): Promise<string> {
    const network = await make.network(regions[region]);
    await service.owner.query(
      `insert into continuities (oudernetwerk_id, region_id, band, severity, rule_version, computed_at, assessed_on)
       values ($1, $2, $3, 1, 1, '2026-11-25', '2026-11-25')`,
      [network, regions[region], band],
    );
    return network;
  }

  test('without any network nothing is counted', async () => {
    expect(await continuity('here')).toEqual(none);
  });

  test('per band, with those below, as far as the viewer sees them', async () => {
    for (const band of ['STABLE', 'STABLE', 'ATTENTION', 'CRITICAL']) await judged('here', band);
    const atRisk = await judged('below', 'AT_RISK');
    await judged('elsewhere', 'AT_RISK');
    const here = { total: 5, stable: 2, attention: 1, atRisk: 1, critical: 1, unknown: 0 };
    expect(await continuity('here')).toEqual(here);
    expect(await continuity('below')).toEqual({ ...none, total: 1, atRisk: 1 });
    expect(await continuity('country')).toEqual(here);
    expect(await continuity('country', 'admin')).toEqual({ ...here, total: 6, atRisk: 2 });
    expect(await continuity('here', 'neighbour')).toEqual(none);
    expect(await continuity('here', 'secretary')).toEqual(none);

    const member = await make.person(regions.here);
    await make.membership(atRisk, member);
    await make.account('member', { personId: member });
    expect(await continuity('here', 'member')).toEqual({ ...none, total: 1, unknown: 1 });
    const trekker = await make.person(regions.here);
    await make.trekkerschap(atRisk, trekker, '[2026-01-01,)');
    await make.account('trekker', { personId: trekker });
    expect(await continuity('here', 'trekker')).toEqual({ ...none, total: 1, atRisk: 1 });
  });

  test('networks that have ended are not counted', async () => {
    const network = await judged('here', 'STABLE');
    await service.owner.query(
      `update oudernetwerken set status = 'ENDED', ended_on = '2026-11-01', end_reason = 'Klaar' where id = $1`,
      [network],
    );
    expect(await continuity('here')).toEqual(none);
  });
});
