import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';

let service: TestService;
let make: Makers;
let country: string;
let region: string;
let below: string;
let network: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  country = await make.region('NL');
  region = await make.region('JZ06');
  below = (
    await service.owner.query(
      `insert into regions (id, code, name, kind, parent_id) values (gen_random_uuid(), 'W1', 'Werkregio', 'WERKREGIO', $1)
       returning id`,
      [region],
    )
  ).rows[0].id;
  await make.account('admin', { role: 'ADMIN' });
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: await make.region('JZ22') });
  network = await make.network(below, { activeFrom: '2026-01-01', ledBy: await make.person(below) });
});
afterAll(() => service.close());

async function set(as: string, input: object) {
  const { data, errors } = await service.ask(
    as,
    `mutation ($input: ContinuityThresholdsSetInput!) {
      continuityThresholdsSet(input: $input) { region { code } oudernetwerk { id } errors { code path } } }`,
    { input },
  );
  return errors ?? data.continuityThresholdsSet;
}

async function held(): Promise<{ inactiveDays: number; termLimitMonths: number | null; findings: string[] }> {
  const { data } = await service.ask(
    'coordinator',
    `query ($id: ID!) { oudernetwerk(id: $id) {
      continuityThresholds { inactiveDays termLimitMonths } continuity { findings { code } } } }`,
    { id: nodeId('Oudernetwerk', network) },
  );
  const { continuityThresholds, continuity } = data.oudernetwerk;
  const findings = continuity.findings.map(({ code }: { code: string }) => code).sort();
  return { ...continuityThresholds, findings };
}

const of = {
  country: () => ({ regionId: nodeId('Region', country) }),
  region: () => ({ regionId: nodeId('Region', region) }),
  below: () => ({ regionId: nodeId('Region', below) }),
  network: () => ({ oudernetwerkId: nodeId('Oudernetwerk', network) }),
};

test('the network goes before its region, that before those above it, and the default comes last', async () => {
  expect((await held()).inactiveDays).toBe(120);
  expect((await held()).termLimitMonths).toBeNull();
  const steps: [string, object, number][] = [
    ['admin', { ...of.country(), inactiveDays: 200 }, 200],
    ['coordinator', { ...of.region(), inactiveDays: 300 }, 300],
    ['coordinator', { ...of.below(), inactiveDays: 400 }, 400],
    ['coordinator', { ...of.network(), inactiveDays: 500 }, 500],
    ['coordinator', { ...of.region(), inactiveDays: 310 }, 500],
    ['coordinator', { ...of.network(), inactiveDays: null }, 400],
    ['coordinator', { ...of.below(), inactiveDays: null }, 310],
    ['coordinator', { ...of.region(), inactiveDays: null }, 200],
    ['admin', { ...of.country(), inactiveDays: null }, 120],
  ];
  for (const [as, input, expected] of steps) {
    expect(await set(as, input)).toMatchObject({ errors: [] });
    expect((await held()).inactiveDays).toBe(expected);
  }
});

test('every network below is judged anew at once', async () => {
  await set('coordinator', { ...of.region(), inactiveDays: 730 });
  expect((await held()).findings).toEqual(['NO_SUPPORT', 'SINGLE_TREKKER', 'UNREACHABLE']);
  await set('coordinator', { ...of.region(), inactiveDays: 30, termLimitMonths: 12 });
  expect((await held()).findings).toEqual([
    'ENDS_SOON',
    'INACTIVE',
    'NO_SUCCESSOR',
    'NO_SUPPORT',
    'SINGLE_TREKKER',
    'UNREACHABLE',
  ]);
  await set('coordinator', { ...of.region(), inactiveDays: null, termLimitMonths: null });
});

test('without a threshold, and with those that hold already, nothing changes', async () => {
  await set('coordinator', { ...of.network(), inactiveDays: 60 });
  await unchanged(service.owner, async () => {
    for (const given of [{}, { inactiveDays: 60 }, { inactiveDays: 60, termLimitMonths: null }]) {
      expect(await set('coordinator', { ...of.network(), ...given })).toMatchObject({ errors: [] });
    }
    expect(await set('admin', { ...of.country(), mostRoles: null })).toMatchObject({ errors: [] });
  });
  await set('coordinator', { ...of.network(), inactiveDays: null });
});

test('what is refused changes nothing', async () => {
  const rows = async () =>
    (await service.owner.query('select * from continuity_thresholds order by id')).rows;
  const before = await rows();
  const refused: [string, object, object][] = [
    ['coordinator', { inactiveDays: 9 }, { errors: [{ code: 'ONE_OF_TWO' }] }],
    [
      'coordinator',
      { ...of.region(), ...of.network(), inactiveDays: 9 },
      { errors: [{ code: 'ONE_OF_TWO' }] },
    ],
    [
      'coordinator',
      { ...of.region(), inactiveDays: 0, leadMonths: 37 },
      {
        errors: [
          { code: 'OUT_OF_RANGE', path: ['input', 'inactiveDays'] },
          { code: 'OUT_OF_RANGE', path: ['input', 'leadMonths'] },
        ],
      },
    ],
    ['neighbour', { ...of.network(), inactiveDays: 9 }, { errors: [{ code: 'NOT_FOUND' }] }],
    ['neighbour', { ...of.region(), inactiveDays: 9 }, [{ extensions: { code: 'FORBIDDEN' } }]],
    ['coordinator', { ...of.country(), inactiveDays: 9 }, [{ extensions: { code: 'FORBIDDEN' } }]],
    ['admin', { ...of.region(), inactiveDays: 9 }, [{ extensions: { code: 'FORBIDDEN' } }]],
    ['admin', { ...of.network(), inactiveDays: 9 }, [{ extensions: { code: 'FORBIDDEN' } }]],
  ];
  for (const [as, input, answer] of refused) expect(await set(as, input)).toMatchObject(answer);
  expect(await rows()).toEqual(before);
});
