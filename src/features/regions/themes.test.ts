import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../../testing/makers/makers.js';
import { attemptOf } from '../../testing/access/mutations/mutation-world.js';
import { startTestService, type TestService } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';

const THEME = 'theme { id version code labelNl labelEn parent { code } retiredOn }';

let service: TestService;
let make: Makers;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  await make.account('admin', { role: 'ADMIN' });
  await make.account('coordinator', { role: 'COORDINATOR', regionId: await make.region('JZ06') });
});
afterAll(() => service.close());

async function run(mutation: string, input: object, subject = 'admin') {
  const query = attemptOf(mutation).replace('errors {', `${THEME} errors {`);
  const { data, errors } = await service.ask(subject, query, { input });
  expect(errors).toBeUndefined();
  return data.done;
}
const refused = async (mutation: string, input: object) => {
  const { errors } = await unchanged(service.owner, () => run(mutation, input));
  return errors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);
};
const made = async (code: string, parentId?: string) =>
  (await run('themeCreate', { code, labelNl: 'Wonen', labelEn: 'Housing', parentId })).theme;
const listed = async (args = '') => {
  const { data } = await service.ask('coordinator', `{ themes${args} { code } }`);
  return (data.themes as { code: string }[]).map(({ code }) => code);
};

test('a theme is made, changed, put below another, retired and brought back; the list follows', async () => {
  const wide = await made('WONEN');
  expect(wide).toMatchObject({ version: 1, code: 'WONEN', labelNl: 'Wonen', parent: null, retiredOn: null });
  const narrow = await made('WONEN_JEUGD', wide.id);
  expect(narrow.parent).toEqual({ code: 'WONEN' });

  const change = (patch: object) => run('themeUpdate', { id: narrow.id, patch });
  expect((await change({ labelNl: 'Wonen voor jongeren' })).theme).toMatchObject({
    version: 2,
    labelNl: 'Wonen voor jongeren',
    labelEn: 'Housing',
    parent: { code: 'WONEN' },
  });
  expect((await change({ parentId: null })).theme.parent).toBeNull();
  expect(await listed()).toContain('WONEN_JEUGD');
  await change({ retiredOn: '2026-11-26' });
  expect(await listed()).toContain('WONEN_JEUGD');
  await change({ retiredOn: '2026-11-25' });
  expect(await listed()).not.toContain('WONEN_JEUGD');
  expect(await listed('(includeRetired: false)')).not.toContain('WONEN_JEUGD');
  expect(await listed('(includeRetired: true)')).toContain('WONEN_JEUGD');
  await change({ retiredOn: null });
  expect(await listed()).toContain('WONEN_JEUGD');
});

test('the list keeps to two levels', async () => {
  const wide = await made('RUIM');
  const narrow = await made('SMAL', wide.id);
  const other = await made('ANDERS');
  const below = (id: string, parentId: string) => refused('themeUpdate', { id, patch: { parentId } });
  expect(await below(other.id, narrow.id)).toEqual(['BELOW_ANOTHER input.patch.parentId']);
  expect(await below(other.id, other.id)).toEqual(['BELOW_ANOTHER input.patch.parentId']);
  expect(await below(wide.id, other.id)).toEqual(['HAS_THEMES_BELOW input.patch.parentId']);
});

test('a retired theme cannot be chosen, stays where it is used, and can be given up', async () => {
  const theme = await made('VERVALT');
  const [old, other] = await Promise.all(
    [1, 2].map(async () => nodeId('Oudernetwerk', await make.network(await make.region('JZ06')))),
  );
  const themed = async (id: string, ids: string[]) => {
    const query = `mutation($input: OudernetwerkUpdateInput!) { oudernetwerkUpdate(input: $input) {
      oudernetwerk { themes { code retiredOn } } errors { code } } }`;
    const { data } = await service.ask('coordinator', query, { input: { id, patch: { themeIds: ids } } });
    return data.oudernetwerkUpdate;
  };
  await themed(old!, [theme.id]);
  await run('themeUpdate', { id: theme.id, patch: { retiredOn: '2026-11-25' } });
  expect((await themed(old!, [theme.id])).oudernetwerk.themes).toEqual([
    { code: 'VERVALT', retiredOn: '2026-11-25' },
  ]);
  expect((await themed(other!, [theme.id])).errors).toEqual([{ code: 'THEME_RETIRED' }]);
  expect(
    await refused('themeUpdate', { id: (await made('ONDER')).id, patch: { parentId: theme.id } }),
  ).toEqual(['THEME_RETIRED input.patch.parentId']);
});

test.each([
  ['a code that is taken', { code: 'PASSEND_ONDERWIJS' }, 'CODE_TAKEN input.code'],
  ['a code in small letters', { code: 'wonen' }, 'BAD_KEY input.code'],
  ['no label', { labelNl: ' ' }, 'REQUIRED input.labelNl'],
  ['a label that is too long', { labelEn: 'x'.repeat(101) }, 'TOO_LONG input.labelEn'],
  ['a BSN for a label', { labelEn: '111222333' }, 'BSN_IN_TEXT input.labelEn'],
])('%s is refused', async (_name, wrong, refusal) => {
  const good = { code: 'NIEUW', labelNl: 'Nieuw', labelEn: 'New' };
  expect(await refused('themeCreate', { ...good, ...wrong })).toEqual([refusal]);
});

test('two users change a theme at once: the one with an old version is refused', async () => {
  const { id } = await made('SAMEN');
  await run('themeUpdate', { id, expectedVersion: 1, patch: { labelNl: 'Samen' } });
  const second = { id, expectedVersion: 1, patch: { labelNl: 'Apart' } };
  expect(await refused('themeUpdate', second)).toEqual(['CONFLICT input.expectedVersion']);
});

test('a theme whose code came in twice at the same moment is there once', async () => {
  const input = { code: 'TEGELIJK', labelNl: 'Tegelijk', labelEn: 'At once' };
  const answers = await Promise.all([run('themeCreate', input), run('themeCreate', input)]);
  const codes = answers.map(({ errors }) => errors.map(({ code }: { code: string }) => code).join());
  expect(codes.sort()).toEqual(['', 'CODE_TAKEN']);
});
