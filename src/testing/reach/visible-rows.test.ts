import fc from 'fast-check';
import { DEV_ROLES } from '../../app/sign-in/development/dev-accounts.js';
import { seed, times } from '../effort.js';
import type { Vocabulary } from '../random-queries/random-arguments.js';
import { DUPLICATES, LISTS, pageOf, randomList, vocabularyOf } from './random-lists.js';
import { openReachWorld, type ReachWorld } from './reach-world.js';

const SEED = seed();
const RUNS = times('queriesOfReach');

/** Pages of the database for each row that the viewer sees, and for each row of the page. */
const PAGES_PER_ROW = 20;

let world: ReachWorld;
let vocabulary: Vocabulary;

beforeAll(async () => {
  world = await openReachWorld(DEV_ROLES);
  vocabulary = await vocabularyOf(world.owner);
}, 120_000);
afterAll(() => world.close());

describe.each(DEV_ROLES)('as %s', (role) => {
  test(`${RUNS} random lists look at what the viewer sees, not at what there is (SEED=${SEED})`, async () => {
    const viewer = world.viewer(role);
    const visible = new Map<string, number>();
    for (const [, table] of LISTS) visible.set(table, await world.reads.visible(viewer, table));
    const few = fc.asyncProperty(fc.array(fc.nat({ max: 0xffff }), { maxLength: 60 }), async (numbers) => {
      const { query, variables, table } = randomList(numbers, vocabulary);
      const most = PAGES_PER_ROW * (visible.get(table)! + pageOf(query, variables));
      const pages = () => world.reads.buffersOf(viewer, query, variables);
      // the first time PostgreSQL looks things up in its catalogue
      const looked = (await pages()) > most ? await pages() : 0;
      if (looked > most)
        throw new Error(`${looked} pages, not ${most}: ${query} ${JSON.stringify(variables)}`);
    });
    await fc.assert(few, { seed: SEED, numRuns: RUNS, endOnFailure: true });
  });

  test('those who may be the same, of a page of 50, are looked for among the people whom the viewer sees', async () => {
    const viewer = world.viewer(role);
    const most = PAGES_PER_ROW * ((await world.reads.visible(viewer, 'people')) + 50);
    expect(await world.reads.buffersOf(viewer, DUPLICATES)).toBeLessThanOrEqual(most);
  });
});
