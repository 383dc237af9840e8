import { nodeId } from '../../../kernel/node-id.js';
import { SentStatements } from '../../../testing/oracle/sent-statements.js';
import { Makers } from '../../../testing/makers/makers.js';
import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { HISTORY, type Led, naiveForecast } from './testing/textbook-forecast.js';

const TODAY = '2026-11-25';
const FORECAST = `query($id: ID!, $months: Int) { oudernetwerk(id: $id) {
  forecast(months: $months) { month probability tenures basis } } }`;

let service: TestService;
let make: Makers;
let here: string;
let below: string;
let elsewhere: string;
let statements: SentStatements;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  here = await make.region('JZ06');
  elsewhere = await make.region('JZ22');
  const { rows } = await service.owner.query<{ id: string }>(
    `insert into regions (id, code, name, kind, parent_id)
     values (gen_random_uuid(), 'W1', 'Werkregio', 'WERKREGIO', $1) returning id`,
    [here],
  );
  below = rows[0]!.id;
  await make.account('coordinator', { role: 'COORDINATOR', regionId: here });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
  await make.account('admin', { role: 'ADMIN' });
  await make.account('secretary', { role: 'SECRETARY', regionId: here });
  statements = new SentStatements(service.owner);
});
afterEach(async () => {
  service.travelTo(NOW);
  await service.owner.query('delete from trekkerschappen');
});
afterAll(async () => {
  statements.stop();
  await service.close();
});

async function lead(network: string, { from, to, planned }: Led): Promise<string> {
  const person = await make.person(here);
  const id = await make.trekkerschap(network, person, `[${from},${to ?? ''})`);
  if (planned) {
    await service.owner.query(
      `update trekkerschappen set planned_end_on = $2, planned_end_reason = 'PERSONAL' where id = $1`,
      [id, planned],
    );
  }
  return person;
}

async function past(region: string, tenures: readonly Led[]): Promise<void> {
  for (const tenure of tenures) await lead(await make.network(region), tenure);
}

async function forecastOf(network: string, months: number | null = 24, subject = 'coordinator') {
  const { data, errors } = await service.ask(subject, FORECAST, {
    id: nodeId('Oudernetwerk', network),
    months,
  });
  expect(errors).toBeUndefined();
  return data.oudernetwerk?.forecast as {
    month: string;
    probability: number;
    tenures: number;
    basis: string;
  }[];
}

function expectClose(
  got: readonly { month: string; probability: number }[],
  expected: readonly { month: string; probability: number }[],
) {
  expect(got.map(({ month }) => month)).toEqual(expected.map(({ month }) => month));
  got.forEach(({ probability }, index) => expect(probability).toBeCloseTo(expected[index]!.probability, 10));
}

describe('against the textbook', () => {
  test.each<[string, Led[]]>([
    ['one who started on a leap day', [{ from: '2024-02-29', to: null }]],
    ['a planned end on 31 July', [{ from: '2025-09-01', to: null, planned: '2027-07-31' }]],
    ['a recorded end on 31 July', [{ from: '2025-09-01', to: '2027-08-01' }]],
    ['a planned end that went by', [{ from: '2025-09-01', to: null, planned: '2026-11-24' }]],
    ['somebody who starts later, on a leap day', [{ from: '2028-02-29', to: null }]],
    [
      'a trekker who stops, and who takes over',
      [
        { from: '2023-09-01', to: '2027-08-01' },
        { from: '2027-06-01', to: null },
      ],
    ],
    [
      'three together, one gone already',
      [
        { from: '2021-02-01', to: '2022-02-01' },
        { from: '2024-01-01', to: null },
        { from: '2025-10-01', to: null, planned: '2027-12-31' },
        { from: '2026-11-25', to: null },
      ],
    ],
    ['nobody', []],
  ])('%s', async (_name, leading) => {
    await past(elsewhere, HISTORY);
    const network = await make.network(here);
    for (const each of leading) await lead(network, each);
    const got = await forecastOf(network, 40);
    const sample = [...HISTORY, ...leading];
    expectClose(got, naiveForecast(leading, sample, TODAY, 40));
    const counted = sample.filter(({ from }) => from <= TODAY).length;
    expect(new Set(got.map(({ tenures, basis }) => `${tenures} ${basis}`))).toEqual(
      new Set([`${counted} COUNTRY`]),
    );
  });

  test.each(['2027-07-31T12:00:00Z', '2028-02-29T12:00:00Z', '2026-12-31T22:59:00Z', '2026-12-31T23:30:00Z'])(
    'as of %s',
    async (instant) => {
      // the last one is already 2027 in Amsterdam
      const today = instant.endsWith('23:30:00Z') ? '2027-01-01' : instant.slice(0, 10);
      await past(elsewhere, HISTORY);
      const network = await make.network(here);
      const leading = { from: '2026-03-01', to: null, planned: '2028-07-31' };
      await lead(network, leading);
      service.travelTo(instant);
      expectClose(await forecastOf(network), naiveForecast([leading], [...HISTORY, leading], today));
    },
  );
});

describe('whose tenures count', () => {
  /** All of one length that no other tenure has, so that the curve shows where they come from. */
  const many = (count: number): Led[] =>
    Array.from({ length: count }, () => ({ from: '2024-01-01', to: '2025-01-01' }));
  const leading: Led = { from: '2026-01-01', to: null };

  test.each([
    [18, 'COUNTRY'],
    [19, 'REGION'],
  ])('with %i tenures of others in the region and one’s own: %s', async (others, basis) => {
    await past(here, many(others - 5));
    await past(below, many(5));
    await past(elsewhere, HISTORY);
    const network = await make.network(here);
    await lead(network, leading);
    await lead(network, { from: '2026-12-01', to: null }); // has yet to start: not a tenure yet
    const region = [...many(others), leading];
    const sample = basis === 'REGION' ? region : [...region, ...HISTORY];
    const got = await forecastOf(network);
    expect(got[0]).toMatchObject({ basis, tenures: sample.length });
    expectClose(got, naiveForecast([leading, { from: '2026-12-01', to: null }], sample, TODAY));
  });

  test('a network of a region below has those of its own region only', async () => {
    await past(here, many(25));
    await past(below, many(3));
    const network = await make.network(below);
    await lead(network, leading);
    expect((await forecastOf(network))[0]).toMatchObject({ basis: 'COUNTRY', tenures: 29 });
  });
});

test('a planned end is in the answer to the mutation that plans it', async () => {
  const network = await make.network(here);
  const trekkerschap = await make.trekkerschap(network, await make.person(here), '[2026-01-01,)');
  const { data } = await service.ask(
    'coordinator',
    `mutation($input: TrekkerschapPlanEndInput!) { trekkerschapPlanEnd(input: $input) { errors { code }
      trekkerschap { oudernetwerk { forecast(months: 3) { month probability } } } } }`,
    {
      input: {
        id: nodeId('Trekkerschap', trekkerschap),
        plannedEnd: { on: '2026-12-31', reason: 'PERSONAL' },
      },
    },
  );
  expect(data.trekkerschapPlanEnd).toEqual({
    errors: [],
    trekkerschap: {
      oudernetwerk: {
        forecast: [
          { month: '2026-12-01', probability: 1 },
          { month: '2027-01-01', probability: 0 },
          { month: '2027-02-01', probability: 0 },
        ],
      },
    },
  });
});

describe('those who see it', () => {
  test('those who see the network from inside, and all of them the same', async () => {
    await past(here, HISTORY);
    const network = await make.network(here);
    const trekker = await lead(network, { from: '2026-01-01', to: null });
    const former = await lead(network, { from: '2025-01-01', to: '2026-11-25' });
    const coming = await lead(network, { from: '2027-01-01', to: null });
    const member = await make.person(here);
    await make.membership(network, member);
    const organisation = await make.organisation(here);
    await make.support(network, organisation);
    await make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
    for (const [subject, personId] of Object.entries({ trekker, former, coming, member })) {
      await make.account(subject, { personId });
    }
    const whole = await forecastOf(network);
    expect(whole).toHaveLength(24);
    for (const subject of ['admin', 'trekker', 'supporter']) {
      expect([subject, await forecastOf(network, 24, subject)]).toEqual([subject, whole]);
    }
    // sees only the outline
    for (const subject of ['former', 'coming', 'member', 'secretary']) {
      expect([subject, await forecastOf(network, 24, subject)]).toEqual([subject, []]);
    }
    expect(await forecastOf(network, 24, 'neighbour')).toBeUndefined();
  });
});

describe('how many months', () => {
  test('24 when left out or null', async () => {
    const network = await make.network(here);
    const id = nodeId('Oudernetwerk', network);
    const { data } = await service.ask(
      'coordinator',
      'query($id: ID!) { oudernetwerk(id: $id) { forecast { month } } }',
      { id },
    );
    expect(data.oudernetwerk.forecast).toHaveLength(24);
    expect(await forecastOf(network, null)).toHaveLength(24);
    expect(await forecastOf(network, 120)).toHaveLength(120);
    expect(await forecastOf(network, 1)).toMatchObject([{ month: '2026-12-01' }]);
  });

  test.each([0, 121, -1, 2_000_000_000])('%i is refused', async (months) => {
    const id = nodeId('Oudernetwerk', await make.network(here));
    const { data, errors } = await service.ask('coordinator', FORECAST, { id, months });
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: 'months: kies een getal van 1 tot en met 120.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});

describe('a page of networks', () => {
  const PAGE = `query($months: Int) { oudernetwerken(first: 100) { nodes { name
    forecast(months: $months) { month probability tenures basis } } } }`;

  test('asks for the tenures of a region once', async () => {
    await past(here, HISTORY);
    await past(below, HISTORY.slice(0, 3));
    await service.ask('coordinator', PAGE);
    statements.take();
    const { data, errors } = await service.ask('coordinator', PAGE);
    expect(errors).toBeUndefined();
    expect(data.oudernetwerken.nodes.length).toBeGreaterThan(10);
    const asked = statements.take().filter(({ text }) => text.includes('tenures_of'));
    // both regions together; then the country, as the region below has few
    expect(asked).toHaveLength(2);
  });

  test('of 100 networks is asked for two years, not for four', async () => {
    expect((await service.ask('coordinator', PAGE, { months: 24 })).errors).toBeUndefined();
    const { errors } = await service.ask('coordinator', PAGE, { months: 48 });
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }]);
  });
});
