import path from 'node:path';
import { getOperationAST, parse } from 'graphql';
import { Client } from 'pg';
import type { DevRole } from '../src/app/sign-in/development/dev-accounts.js';
import { devIssuer } from '../src/app/sign-in/development/dev-oidc-token.js';
import { Random } from '../src/app/seed/random.js';
import { serverPid } from '../src/db/embedded/embedded-server.js';
import { readOptions } from '../src/db/reading/read-connection.js';
import { reachOf, SET_VIEWER, viewerValues } from '../src/db/viewer-settings.js';
import { systemClock, today } from '../src/kernel/clock.js';
import { nodeId } from '../src/kernel/node-id.js';
import type { Viewer } from '../src/kernel/viewer.js';
import { ReadEngine } from '../src/reads/engine.js';
import { viewerOf } from '../src/testing/reach/viewer-of.js';
import { testSchema } from '../src/testing/schema.js';
import { benchCommand, type DatabaseOptions, positive, PUBLIC_URL, run } from './command.js';
import { openDatabase } from './database.js';
import { withEveryName } from './every-name-compared.js';
import { inFull, misspelt, type NameOnRecord } from './misspellings.js';
import { postgresCpuSeconds } from './postgres-cpu.js';
import { QUESTIONS } from './questions.js';

/** Names as people type them: what a search takes of PostgreSQL, and how often whoever is meant is among the first 20. */

interface Options extends DatabaseOptions {
  readonly count: number;
  readonly seed: string;
}

interface Search {
  readonly personId: string;
  readonly text: string;
  /** null: as it is on record */
  readonly how: string | null;
}

const ROLES = ['coordinator', 'admin', 'supporter', 'secretary'] as const satisfies readonly DevRole[];
const RIGHT = 'as on record';
/** CPU milliseconds of PostgreSQL for a request. */
const GOAL = 2.5;
const QUESTION = parse(QUESTIONS.find(({ name }) => name === 'search')!.document);
const UNCHANGED = (statement: string) => statement;

async function search({ dataDir, size, count, seed }: Options): Promise<void> {
  const issuer = devIssuer({ PUBLIC_URL, PORT: 0 });
  const day = today(systemClock);
  const { postgres, owner, region, close } = await openDatabase(dataDir, size, issuer, day);
  const postmaster = await serverPid(path.resolve(dataDir));
  try {
    console.log(`per role ${count} names misspelt and ${count} as on record, seed ${seed}`);
    await withEveryName(owner, async (everyName) => {
      for (const role of ROLES) {
        const viewer = await viewerOf(owner, role, { region: region.code, issuer, today: day });
        const asker = await Asker.open(postgres.serviceUrl, viewer);
        const searches = searchesFor(await asker.names(count), count, new Random(`${seed}/${role}`));
        for (const [way, turned] of [
          ['every name compared', everyName],
          ['as the service does', UNCHANGED],
        ] as const) {
          const { ms, found } = await asker.measure(searches, turned, postmaster);
          console.log(`${role.padEnd(12)} ${way}: ${ms?.toFixed(2) ?? '?'} ms; ${found}`);
          if (turned === UNCHANGED && !(ms !== null && ms <= GOAL)) process.exitCode = 1;
        }
        await asker.close();
      }
    });
  } finally {
    await close();
  }
}

/** Half of them misspelt, in turns. */
function searchesFor(
  names: readonly (NameOnRecord & { readonly id: string })[],
  count: number,
  random: Random,
): Search[] {
  return Array.from({ length: count }, (_each, at) => {
    const name = names[at % names.length]!;
    const { how, text } = misspelt(name, random.stream(String(at)));
    const personId = nodeId('Person', name.id);
    return [
      { personId, text, how },
      { personId, text: inFull(name), how: null },
    ];
  }).flat();
}

/** Asks as one viewer on one connection, with the statements of the service. */
class Asker {
  private turned = UNCHANGED;
  private readonly engine = new ReadEngine(testSchema(), {
    read: (_viewer, { text, values }) => this.read(this.turned(text), values),
    disclose: () => Promise.resolve(),
    renew: () => Promise.resolve(),
  });

  private constructor(
    private readonly viewer: Viewer,
    private readonly client: Client,
  ) {}

  static async open(connectionString: string, viewer: Viewer): Promise<Asker> {
    const client = new Client({ connectionString, options: readOptions(reachOf(viewer)), pipeline: true });
    await client.connect();
    return new Asker(viewer, client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** Some of those whom the viewer sees by name. */
  async names(count: number): Promise<(NameOnRecord & { readonly id: string })[]> {
    const names = await this.read(
      `select json_agg(json_build_object('id', person_id, 'given', given_name, 'infix', infix, 'family', family_name))::text
       from (select * from person_details order by hashtext(person_id::text), person_id limit $1) d`,
      [count],
    );
    return JSON.parse(names) as (NameOnRecord & { readonly id: string })[];
  }

  async measure(searches: readonly Search[], turned: typeof UNCHANGED, postmaster: number | null) {
    this.turned = turned;
    // plans are made
    for (const each of searches.slice(0, 20)) await this.finds(each);
    const ways = new Map<string, { found: number; of: number }>();
    const before = await postgresCpuSeconds(postmaster);
    for (const each of searches) {
      const isFound = await this.finds(each);
      for (const way of each.how ? ['misspelt', each.how] : [RIGHT]) {
        const { found, of } = ways.get(way) ?? { found: 0, of: 0 };
        ways.set(way, { found: found + Number(isFound), of: of + 1 });
      }
    }
    const after = await postgresCpuSeconds(postmaster);
    return {
      ms: before === null || after === null ? null : ((after - before) * 1000) / searches.length,
      found: [...ways].map(([way, { found, of }]) => `${way} ${found} of ${of}`).join(', '),
    };
  }

  private async finds({ personId, text }: Search): Promise<boolean> {
    const answer = await this.engine.query(
      {
        operation: getOperationAST(QUESTION)!,
        fragments: {},
        variables: { q: text },
        cost: 0,
        used: () => undefined,
      },
      () => Promise.resolve(this.viewer),
    );
    return answer.text.includes(`"${personId}"`);
  }

  private async read(text: string, values: readonly unknown[]): Promise<string> {
    const [, , answer] = await Promise.all([
      this.client.query('begin read only'),
      this.client.query({ ...SET_VIEWER, values: viewerValues(this.viewer) }),
      this.client.query<[string]>({ name: nameOf(text), text, values: [...values], rowMode: 'array' }),
      this.client.query('commit'),
    ]);
    return answer.rows[0]![0];
  }
}

/** Of a prepared statement. */
function nameOf(text: string): string {
  return `search ${new Random(text).uint32()}`;
}

run(
  benchCommand('search')
    .description(
      'Searches for people by name, half of them misspelt, beside a search that compares every name.',
    )
    .option('--count <n>', 'names per role, each searched for misspelt and right', positive, 2_000)
    .option('--seed <text>', 'of the misspellings', 'search')
    .action(search),
);
