import { NOW, startTestService } from '../../testing/test-service.js';
import { NetworkScene } from './testing/network-scene.js';

let scene: NetworkScene;

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
});
afterAll(() => scene.service.close());

describe('finding networks', () => {
  let names: (filter: object, rest?: string) => Promise<string[]>;
  beforeAll(async () => {
    names = async (filter, rest = '') => {
      const { oudernetwerken } = await scene.ask(
        `query($filter: OudernetwerkFilter) { oudernetwerken(first: 100, filter: $filter ${rest}) { totalCount nodes { name } } }`,
        { filter: { regionId: scene.regionId, ...filter } },
      );
      expect(oudernetwerken.totalCount).toBe(oudernetwerken.nodes.length);
      return oudernetwerken.nodes.map(({ name }: { name: string }) => name);
    };
    const led = { activeFrom: '2026-02-28', ledBy: await scene.make.person(scene.region) };
    const zorg = await scene.make.network(scene.region, { name: 'zz Élan', ...led });
    await scene.make.support(zorg, await scene.make.organisation(scene.region));
    await scene.make.activity(zorg, '2026-11-01');
    const taken = await scene.make.network(scene.region, { name: 'ZZ appel', activeFrom: '2026-01-01' });
    await scene.make.activity(taken, '2026-05-01');
    await scene.make.network(scene.region, { name: 'zz Boom' });
    await scene.make.network(scene.elsewhere, { name: 'zz Elders', activeFrom: '2026-01-01' });
    await scene.service.owner.query(`update oudernetwerken set sectors = '{MBO}' where id = $1`, [zorg]);
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
    [{ search: 'zz boom' }, ['zz Boom']],
    [{ search: 'appele' }, ['ZZ appel']],
    [{ search: 'app%l' }, []],
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
    const wanted = await scene.complete();
    await scene.run('oudernetwerkCreate', { ...wanted, name: 'yy Thema' });
    expect(
      await names({ themeId: wanted.themeIds[0], municipalityId: wanted.municipalityIds[0], search: 'yy' }),
    ).toEqual(['yy Thema']);
    const { region: here } = await scene.ask(
      `{ region(code: "JZ06") { oudernetwerken(filter: { search: "yy" }) { totalCount } } }`,
    );
    expect(here.oudernetwerken.totalCount).toBe(1);
    expect(
      (await scene.ask(`{ region(code: "JZ22") { oudernetwerken { totalCount } } }`)).region.oudernetwerken
        .totalCount,
    ).toBe(0);
  });

  test('a caretaker beside a trekker does not lead alone', async () => {
    const network = await scene.make.network(scene.region, {
      name: 'xx Samen',
      activeFrom: '2026-01-01',
      ledBy: await scene.make.person(scene.region),
    });
    await scene.make.caretakership(network, await scene.make.organisation(scene.region));
    expect(await names({ search: 'xx', ledByCaretaker: true })).toEqual([]);
  });

  test('on days on which whoever leads is away, a caretaker does', async () => {
    const trekker = await scene.make.person(scene.region);
    const network = await scene.make.network(scene.region, {
      name: 'ww Even weg',
      activeFrom: '2026-01-01',
      ledBy: trekker,
    });
    await scene.make.caretakership(network, await scene.make.organisation(scene.region));
    await scene.make.absence(network, trekker, '[2026-11-25,2026-12-01)');
    expect(await names({ search: 'ww', ledByCaretaker: true })).toEqual(['ww Even weg']);
    scene.service.travelTo('2026-12-01T10:00:00Z');
    expect(await names({ search: 'ww', ledByCaretaker: true })).toEqual([]);
    expect(await names({ search: 'ww', ledByCaretaker: false })).toEqual(['ww Even weg']);
    scene.service.travelTo(NOW);
  });
});
