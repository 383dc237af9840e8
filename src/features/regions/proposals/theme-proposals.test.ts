import { nodeId } from '../../../kernel/node-id.js';
import { attemptOf } from '../../../testing/access/mutations/mutation-world.js';
import { RegionScene } from '../../../testing/region-scene.js';
import { startTestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';

const PROPOSAL = `themeProposal { id status label answeredOn answerReason region { code }
  theme { code labelNl labelEn parent { code } } }`;

let scene: RegionScene;
beforeAll(async () => {
  scene = await RegionScene.begin(await startTestService());
  await scene.make.account('admin', { role: 'ADMIN' });
  await scene.make.account('colleague', { role: 'COORDINATOR', regionId: scene.region });
});
afterAll(() => scene.service.close());

async function run(mutation: string, input: object, subject: string) {
  const query = attemptOf(mutation).replace('errors {', `${PROPOSAL} errors {`);
  return (await scene.ask(query, { input }, subject)).done;
}
const propose = (label: string, subject = 'coordinator') =>
  run('themePropose', { regionId: scene.regionId, label, motivation: 'Ouders vragen ernaar' }, subject);
const decide = (input: object) => run('themeDecide', input, 'admin');
const refused = async (mutation: string, input: object, subject: string) => {
  const { errors } = await unchanged(scene.service.owner, () => run(mutation, input, subject));
  return errors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);
};
const open = async (subject: string) =>
  (
    await scene.ask('{ themeProposals(status: OPEN, first: 100) { nodes { label } } }', {}, subject)
  ).themeProposals.nodes.map(({ label }: { label: string }) => label);

test('a coordinator proposes, and the national office makes a theme of it', async () => {
  const { themeProposal } = await propose('Wonen');
  expect(themeProposal).toMatchObject({ status: 'OPEN', label: 'Wonen', region: { code: 'JZ06' } });
  expect(await open('admin')).toContain('Wonen');
  expect(await open('colleague')).toContain('Wonen');
  expect(await open('neighbour')).toEqual([]);
  const adopt = { code: 'WONEN', labelEn: 'Housing' };
  const decided = (await decide({ id: themeProposal.id, adopt })).themeProposal;
  expect(decided).toMatchObject({
    status: 'ADOPTED',
    answeredOn: '2026-11-25',
    theme: { code: 'WONEN', labelNl: 'Wonen', labelEn: 'Housing', parent: null },
  });
  const { themes } = await scene.ask('{ themes { code } }');
  expect(themes).toContainEqual({ code: 'WONEN' });
  expect(await open('admin')).not.toContain('Wonen');
});

test('or says that there is one, or declines and says why', async () => {
  const [one, other] = [await propose('Pesten'), await propose('Voetbal')];
  const { themes } = await scene.ask('{ themes { id code } }');
  const there = themes.find(({ code }: { code: string }) => code === 'VEILIGHEID_OP_SCHOOL');
  const known = await decide({ id: one.themeProposal.id, themeId: there.id, reason: 'Valt hieronder' });
  expect(known.themeProposal).toMatchObject({
    status: 'ADOPTED',
    theme: { code: 'VEILIGHEID_OP_SCHOOL' },
    answerReason: 'Valt hieronder',
  });
  expect(await refused('themeDecide', { id: other.themeProposal.id }, 'admin')).toEqual([
    'REQUIRED input.reason',
  ]);
  const no = { id: other.themeProposal.id, reason: 'Dat is geen onderwerp van een oudernetwerk' };
  expect((await decide(no)).themeProposal).toMatchObject({ status: 'DECLINED', theme: null });
  expect(await refused('themeDecide', no, 'admin')).toEqual(['ALREADY_DECIDED input.id']);
});

test('the same again while it is open is the first one; a region of others has its own', async () => {
  const { themeProposal } = await propose('Mantelzorg');
  const again = await unchanged(scene.service.owner, () => propose('  mantelzorg ', 'colleague'));
  expect(again.themeProposal.id).toBe(themeProposal.id);
  const regionId = nodeId('Region', scene.elsewhere);
  const there = { regionId, label: 'Mantelzorg', motivation: 'Ook hier' };
  expect((await run('themePropose', there, 'neighbour')).themeProposal.id).not.toBe(themeProposal.id);
});

test.each<[string, object, string[]]>([
  [
    'what is in the list, by whatever label',
    { label: 'raising children and growing up' },
    ['THEME_EXISTS input.label'],
  ],
  ['nothing', { label: ' ' }, ['REQUIRED input.label']],
  ['without a reason', { motivation: '' }, ['REQUIRED input.motivation']],
])('%s is not proposed', async (_what, about, errors) => {
  const input = { regionId: scene.regionId, label: 'Sport', motivation: 'Graag', ...about };
  expect(await refused('themePropose', input, 'coordinator')).toEqual(errors);
});

test('a theme is made by the rules of the list, or chosen, and not both', async () => {
  const { themeProposal } = await propose('Rouw');
  const { themes } = await scene.ask('{ themes { id code parent { code } } }');
  const narrow = themes.find(({ parent }: { parent: object | null }) => parent);
  const adopt = { code: 'ROUW', labelEn: 'Grief' };
  const decided = (input: object) => refused('themeDecide', { id: themeProposal.id, ...input }, 'admin');
  expect(await decided({ adopt: { ...adopt, code: 'rouw' } })).toEqual(['BAD_KEY input.adopt.code']);
  expect(await decided({ adopt: { ...adopt, code: 'OPVOEDEN' } })).toEqual(['CODE_TAKEN input.adopt.code']);
  expect(await decided({ adopt: { ...adopt, parentId: narrow.id } })).toEqual([
    'BELOW_ANOTHER input.adopt.parentId',
  ]);
  expect(await decided({ adopt, themeId: narrow.id })).toEqual(['ONE_THEME input.themeId']);
});

test('two who propose the same at once: there is one', async () => {
  const answers = await Promise.all([propose('Tegelijk'), propose('Tegelijk', 'colleague')]);
  const codes = answers.flatMap(({ errors }) => errors.map(({ code }: { code: string }) => code));
  expect(['', 'ALREADY_PROPOSED']).toContain(codes.join());
  expect((await open('coordinator')).filter((label: string) => label === 'Tegelijk')).toHaveLength(1);
});
