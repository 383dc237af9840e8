import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../../testing/makers/makers.js';
import { attemptOf } from '../../testing/access/mutations/mutation-world.js';
import { NOW, startTestService, type TestService } from '../../testing/test-service.js';

const NETWORK = `oudernetwerk { id version name purpose status region { code } municipalities { name } sectors themes { code }
  meetingRhythm activeFrom endedOn endReason contactPerson { displayName } caretaker { standby organisation { name } } }`;

let service: TestService;
let make: Makers;
let region: string;
let regionId: string;
let elsewhere: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  regionId = nodeId('Region', region);
  elsewhere = await make.region('JZ22');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
});
afterEach(() => service.travelTo(NOW));
afterAll(() => service.close());

const ask = async (query: string, variables: object = {}) => {
  const { data, errors } = await service.ask('coordinator', query, variables);
  expect(errors).toBeUndefined();
  return data;
};
const run = async (mutation: string, input: object) => {
  const query = attemptOf(mutation).replace('errors {', `${NETWORK} errors {`);
  const { errors, oudernetwerk } = (await ask(query, { input })).done;
  return {
    oudernetwerk,
    errors: errors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path]),
  };
};

async function idsOf(query: string, list: string): Promise<string[]> {
  const data = await ask(query);
  return data[list].map(({ id }: { id: string }) => id);
}

async function complete() {
  const { region: here } = await ask('{ region(code: "JZ06") { municipalities { id } } }');
  return {
    name: 'Oudernetwerk Noord',
    purpose: 'Samen sterker',
    municipalityIds: [here.municipalities[0].id],
    sectors: ['PO', 'ZORG'],
    themeIds: (await idsOf('{ themes { id } }', 'themes')).slice(0, 2),
    meetingRhythm: 'MONTHLY',
    contactPersonId: nodeId('Person', await make.person(region, { given: 'Con', family: 'Tact' })),
  };
}

describe('finding networks', () => {
  let names: (filter: object, rest?: string) => Promise<string[]>;
  beforeAll(async () => {
    names = async (filter, rest = '') => {
      const { oudernetwerken } = await ask(
        `query($filter: OudernetwerkFilter) { oudernetwerken(first: 100, filter: $filter ${rest}) { totalCount nodes { name } } }`,
        { filter: { regionId, ...filter } },
      );
      expect(oudernetwerken.totalCount).toBe(oudernetwerken.nodes.length);
      return oudernetwerken.nodes.map(({ name }: { name: string }) => name);
    };
    const led = { activeFrom: '2026-02-28', ledBy: await make.person(region) };
    const zorg = await make.network(region, { name: 'zz Élan', ...led });
    await make.support(zorg, await make.organisation(region));
    await make.activity(zorg, '2026-11-01');
    const taken = await make.network(region, { name: 'ZZ appel', activeFrom: '2026-01-01' });
    await make.activity(taken, '2026-05-01');
    await make.network(region, { name: 'zz Boom' });
    await make.network(elsewhere, { name: 'zz Elders', activeFrom: '2026-01-01' });
    await service.owner.query(`update oudernetwerken set sectors = '{MBO}' where id = $1`, [zorg]);
  });

  test('by name, by first active day and by last activity; none last', async () => {
    const search = 'zz';
    expect(await names({ search })).toEqual(['ZZ appel', 'zz Boom', 'zz Élan']);
    expect(await names({ search }, ', orderBy: { field: NAME, direction: DESC }')).toEqual([
      'zz Élan',
      'zz Boom',
      'ZZ appel',
    ]);
    expect(await names({ search }, ', orderBy: { field: ACTIVE_FROM }')).toEqual([
      'ZZ appel',
      'zz Élan',
      'zz Boom',
    ]);
    expect(await names({ search }, ', orderBy: { field: LAST_ACTIVITY_ON, direction: DESC }')).toEqual([
      'zz Élan',
      'ZZ appel',
      'zz Boom',
    ]);
  });

  test.each<[object, string[]]>([
    [{ search: 'elan' }, ['zz Élan']],
    [{ search: 'zz', status: ['FORMING'] }, ['zz Boom']],
    [{ search: 'zz', status: ['ACTIVE', 'DORMANT'] }, ['ZZ appel', 'zz Élan']],
    [{ search: 'zz', sector: 'MBO' }, ['zz Élan']],
    [{ search: 'zz', ledByCaretaker: true }, ['ZZ appel']],
    [{ search: 'zz', ledByCaretaker: false }, ['zz Boom', 'zz Élan']],
    [{ search: 'zz', supported: true }, ['zz Élan']],
    [{ search: 'zz', supported: false }, ['ZZ appel', 'zz Boom']],
    [{ search: 'zz', inactiveSince: '2026-06-01' }, ['ZZ appel', 'zz Boom']],
    [{ search: 'zz', inactiveSince: '2026-05-01' }, ['zz Boom']],
    [{ search: 'elders' }, []],
  ])('%j finds %j', async (filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  test('of a region, as of a region within it, and by theme and municipality', async () => {
    const wanted = await complete();
    await run('oudernetwerkCreate', { regionId, ...wanted, name: 'yy Thema' });
    expect(
      await names({ themeId: wanted.themeIds[0], municipalityId: wanted.municipalityIds[0], search: 'yy' }),
    ).toEqual(['yy Thema']);
    const { region: here } = await ask(
      `{ region(code: "JZ06") { oudernetwerken(filter: { search: "yy" }) { totalCount } } }`,
    );
    expect(here.oudernetwerken.totalCount).toBe(1);
    expect(
      (await ask(`{ region(code: "JZ22") { oudernetwerken { totalCount } } }`)).region.oudernetwerken
        .totalCount,
    ).toBe(0);
  });

  test('a caretaker beside a trekker does not lead alone', async () => {
    const network = await make.network(region, {
      name: 'xx Samen',
      activeFrom: '2026-01-01',
      ledBy: await make.person(region),
    });
    await make.caretakership(network, await make.organisation(region));
    expect(await names({ search: 'xx', ledByCaretaker: true })).toEqual([]);
  });
});
