import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { DEV_ROLES } from '../src/app/sign-in/development/dev-accounts.js';
import { devIssuer } from '../src/app/sign-in/development/dev-oidc-token.js';
import { systemClock, today } from '../src/kernel/clock.js';
import { ExplainedReads } from '../src/testing/reach/explained-reads.js';
import { DUPLICATES, pageOf, randomList, vocabularyOf } from '../src/testing/reach/random-lists.js';
import { viewerOf } from '../src/testing/reach/viewer-of.js';
import { benchCommand, type DatabaseOptions, positive, PUBLIC_URL, run } from './command.js';
import { openDatabase } from './database.js';

/** Random lists of every role: how long each takes alone, and how many pages it looks at for what its viewer sees. */

interface Options extends DatabaseOptions {
  readonly count: number;
  readonly seed: number;
  readonly slowest: number;
}

interface Looked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly ms: number;
  /** pages for each row that the viewer sees, and for each of the page */
  readonly pages: number;
}

const NUMBERS = { minLength: 60, maxLength: 60 };
/** One in so many asks who may be the same. */
const EVERY = 10;
const GOALS = { ms: 50, pages: 20 };

async function lists({ dataDir, size, count, seed, slowest }: Options): Promise<void> {
  const issuer = devIssuer({ PUBLIC_URL, PORT: 0 });
  const day = today(systemClock);
  const { postgres, owner, region, close } = await openDatabase(dataDir, size, issuer, day);
  const reads = new ExplainedReads(postgres.serviceUrl);
  try {
    const vocabulary = await vocabularyOf(owner);
    const numbers = fc.sample(fc.array(fc.nat({ max: 0xffff }), NUMBERS), { seed, numRuns: count });
    console.log(`${count} lists per role, seed ${seed}`);
    for (const role of DEV_ROLES) {
      const viewer = await viewerOf(owner, role, { region: region.code, issuer, today: day });
      const visible = new Map<string, number>();
      const looked: Looked[] = [];
      for (const [index, each] of numbers.entries()) {
        const { query, variables, table } =
          index % EVERY === 0
            ? { query: DUPLICATES, variables: {}, table: 'people' }
            : randomList(each, vocabulary);
        if (!visible.has(table)) visible.set(table, await reads.visible(viewer, table));
        const rows = visible.get(table)! + pageOf(query, variables);
        const pages = (await reads.buffersOf(viewer, query, variables)) / rows;
        looked.push({ query, variables, pages, ms: await reads.millisecondsOf(viewer, query, variables) });
      }
      report(role, looked, slowest);
    }
  } finally {
    await reads.close();
    await close();
  }
}

function report(role: string, looked: Looked[], slowest: number): void {
  const bySlowness = [...looked].sort((a, b) => b.ms - a.ms);
  const p95 = bySlowness[Math.floor(looked.length * 0.05)]!.ms;
  const pages = Math.max(...looked.map((each) => each.pages));
  const met = p95 <= GOALS.ms && pages <= GOALS.pages;
  console.log(
    `${role.padEnd(12)} p95 ${p95.toFixed(1)} ms, at most ${pages.toFixed(1)} pages a row: goal ${met ? 'met' : 'NOT MET'}`,
  );
  for (const { ms, query, variables } of bySlowness.slice(0, slowest)) {
    console.log(`  ${ms.toFixed(0)} ms  ${query} ${JSON.stringify(variables)}`);
  }
  if (!met) process.exitCode = 1;
}

run(
  benchCommand('lists')
    .description('Random lists, filters, searches, counts and possible duplicates as every role, each alone.')
    .option('--count <n>', 'lists per role', positive, 500)
    .option('--seed <n>', 'of the random lists', positive, randomInt(2 ** 31))
    .option('--slowest <n>', 'how many to show', positive, 5)
    .action(lists),
);
