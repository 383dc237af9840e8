import { RegionScene } from '../../../testing/region-scene.js';
import { seed, times } from '../../../testing/effort.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { Life, MEANWHILE, MISTAKES } from './testing/crossings.js';

const SEED = seed();

let scene: RegionScene;

beforeAll(async () => {
  scene = await RegionScene.begin(await startTestService());
});
afterAll(() => scene.service.close());

/** As if a mistake had never been recorded, whatever was recorded meanwhile; null where something stands in the way of that. */
async function undone(together: boolean, mistake: string, meanwhile: string): Promise<string[] | null> {
  const [make, undo] = MISTAKES[mistake]!;
  const life = await Life.begin(scene, together);
  expect([mistake, await make(life)]).toEqual([mistake, '']);
  if (await MEANWHILE[meanwhile]!(life)) return null;
  if (await undo(life)) return null;
  return life.state();
}

const never = new Map<string, string[] | null>();

async function neverWas(together: boolean, meanwhile: string): Promise<string[] | null> {
  const name = `${together} ${meanwhile}`;
  if (!never.has(name)) {
    const life = await Life.begin(scene, together);
    never.set(name, (await MEANWHILE[meanwhile]!(life)) ? null : await life.state());
  }
  return never.get(name)!;
}

const ALL = [false, true].flatMap((together) =>
  Object.keys(MISTAKES).flatMap((mistake) =>
    Object.keys(MEANWHILE).map((meanwhile) => ({ together, mistake, meanwhile })),
  ),
);

/** Some of them, otherwise at every run. */
function drawn<Each>(all: readonly Each[], count: number): Each[] {
  let state = SEED;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  return all
    .map((each) => ({ each, place: next() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, count)
    .map(({ each }) => each);
}

test(`a mistake that is put right leaves nothing, whatever happened meanwhile (SEED=${SEED})`, async () => {
  const differences: object[] = [];
  let compared = 0;
  for (const { together, mistake, meanwhile } of drawn(ALL, times('crossings'))) {
    const should = await neverWas(together, meanwhile);
    const is = should && (await undone(together, mistake, meanwhile));
    if (!is) continue;
    compared++;
    const left = is.filter((each) => !should.includes(each));
    const lacking = should.filter((each) => !is.includes(each));
    if (left.length + lacking.length > 0) differences.push({ together, mistake, meanwhile, left, lacking });
  }
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(times('crossings') / 4);
  await expectStoredIsFresh(scene.service);
});
