import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { countedDepartures, type Expected, ROWS, TODAY } from './testing/counted-departures.js';

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
  await service.owner.query('delete from expected_ends; delete from trekkerschappen');
});
afterAll(() => service.close());

const networks = new Map<string, string>();

async function put(rows: readonly Expected[]): Promise<void> {
  networks.clear();
  for (const { network, region, period, on, driver } of rows) {
    const id = networks.get(network) ?? (await make.network(regions[region]));
    networks.set(network, id);
    const person = await make.person(regions[region]);
    const trekkerschap = await make.trekkerschap(id, person, `[${period.join(',')})`);
    await service.owner.query(
      `insert into expected_ends (trekkerschap_id, oudernetwerk_id, region_id, person_id, expected_on, earliest,
         latest, driver, confidence)
       values ($1, $2, $3, $4, $5, $5, $5, $6, 'HIGH')`,
      [trekkerschap, id, regions[region], person, on, driver],
    );
  }
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

describe('expected departures', () => {
  beforeEach(() => put(ROWS));

  test('the current school year and the two after it: what falls in each, overdue ones in the first', async () => {
    const found = await departures('here');
    expect(found).toEqual(countedDepartures(ROWS, ['here', 'below']));
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
    expect(await departures('here', 10)).toEqual(countedDepartures(ROWS, ['here', 'below'], TODAY, 10));
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
    expect(await departures('here', 5)).toEqual(countedDepartures(ROWS, ['here', 'below'], today, 5));
  });

  test('of a region below, and of the whole country', async () => {
    expect(await departures('below')).toEqual(countedDepartures(ROWS, ['below']));
    expect(await departures('country', 4, 'admin')).toEqual(
      countedDepartures(ROWS, ['here', 'below', 'elsewhere'], TODAY, 4),
    );
  });

  test('everybody counts only what they see from inside', async () => {
    const nothing = countedDepartures([], []);
    expect(await departures('country', 3, 'coordinator')).toEqual(countedDepartures(ROWS, ['here', 'below']));
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
    expect(await departures('here', 3, 'trekker of a')).toEqual(countedDepartures(own, ['here']));
    // sees only their own tenure: nothing can be said about the network
    expect(await departures('here', 3, 'trekker to come')).toEqual(nothing);
    expect(await departures('here', 3, 'former trekker')).toEqual(nothing);
  });
});

test('a planned end moves the departure at once', async () => {
  const person = await make.person(regions.here);
  const network = await make.network(regions.here);
  const trekkerschap = await make.trekkerschap(network, person, '[2026-01-01,)');
  const plan = async (on: string | null) => {
    const { data } = await service.ask(
      'coordinator',
      `mutation($input: TrekkerschapPlanEndInput!) { trekkerschapPlanEnd(input: $input) { errors { code } } }`,
      {
        input: {
          id: nodeId('Trekkerschap', trekkerschap),
          plannedEnd: on === null ? null : { on, reason: 'CHILD_LEFT_SCHOOL' },
        },
      },
    );
    expect(data.trekkerschapPlanEnd.errors).toEqual([]);
    return (await departures('here', 4)).map(
      (year: { trekkers: number; networksLeftWithoutTrekker: number }) => [
        year.trekkers,
        year.networksLeftWithoutTrekker,
      ],
    );
  };
  const [none, left] = [
    [0, 0],
    [1, 1],
  ];
  expect(await plan('2027-07-31')).toEqual([left, none, none, none]);
  expect(await plan('2027-08-01')).toEqual([none, left, none, none]);
  // the guideline is three years
  expect(await plan(null)).toEqual([none, none, left, none]);
});
