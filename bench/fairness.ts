import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { ensureDevAccount, type DevRole } from '../src/app/sign-in/development/dev-accounts.js';
import { devIssuer, signDevToken } from '../src/app/sign-in/development/dev-oidc-token.js';
import { type PlainDate, systemClock, today } from '../src/kernel/clock.js';
import { benchCommand, type DatabaseOptions, PUBLIC_URL, run } from './command.js';
import { openDatabase } from './database.js';
import { type Answered, answerTo, startAttackers } from './attackers.js';
import { startService } from './servers.js';

/** Whether a few accounts that ask for the slowest they can find take the service from those who ask honestly. */

interface Options extends DatabaseOptions {
  readonly seconds: number;
  readonly perSecond: number;
}

const AUDIENCE = 'oudernetwerken';
const TOKEN_SECONDS = 60 * 60;
const HONEST_ROLES: readonly DevRole[] = ['coordinator', 'secretary', 'supporter', 'parent'];
const HONEST_REGIONS = 8;
/** in regions of their own */
const HOSTILE: readonly DevRole[] = ['supporter', 'secretary', 'parent', 'coordinator', 'admin'];
const GOAL = 2;

const HONEST = [
  '{ viewer { id roles { kind region { name } } } }',
  `{ oudernetwerken(first: 10) { nodes { id name status trekkers { role person { displayName } } } } }`,
  '{ organisations(first: 10) { nodes { id name } } }',
  '{ people(first: 5) { nodes { id displayName } } }',
];

async function fairness({ dataDir, size, seconds, perSecond }: Options): Promise<void> {
  const day = today(systemClock);
  const issuer = devIssuer({ PUBLIC_URL, PORT: 0 });
  const { owner, close } = await openDatabase(dataDir, size, issuer, day);
  const { honest, hostile } = await tokens(owner, { dataDir, issuer, day }).finally(close);
  // with its own database, and the limits and budgets that it has by default
  const server = await startService('service', {
    DATABASE_URL: '',
    DATA_DIR: dataDir,
    PUBLIC_URL,
    OIDC_ISSUER: '',
    OIDC_AUDIENCE: AUDIENCE,
    DEMO: '0',
    JOBS: 'false',
    LOG_LEVEL: 'fatal',
  });
  try {
    const { origin } = server;
    await ask(origin, honest, perSecond, seconds / 2);
    const alone = await ask(origin, honest, perSecond, seconds);
    const attackers = await startAttackers({ origin, tokens: hostile });
    const beside = await ask(origin, honest, perSecond, seconds);
    report(alone, beside, await attackers.stop());
  } finally {
    await server.stop();
  }
}

interface At {
  readonly dataDir: string;
  readonly issuer: string;
  readonly day: PlainDate;
}

async function tokens(owner: Client, { dataDir, issuer, day }: At) {
  const tokenOf = async (role: DevRole, region: string) => {
    const wish = { role, ...(role !== 'admin' && { region }), issuer, today: day };
    const subject = await ensureDevAccount(owner, wish);
    return signDevToken({ dataDir, issuer, audience: AUDIENCE, subject, lifetimeSeconds: TOKEN_SECONDS });
  };
  const { rows } = await owner.query<{ code: string }>(
    `select r.code from regions r where r.code like 'JZ%'
       and exists (select from oudernetwerken n join trekkerschappen t on t.oudernetwerk_id = n.id
                   where n.region_id = r.id and n.phase = 'ACTIVE') order by r.code`,
  );
  const [hostileRegion, ...regions] = rows.map(({ code }) => code);
  const honest: string[] = [];
  for (const region of regions.slice(0, HONEST_REGIONS))
    for (const role of HONEST_ROLES) honest.push(await tokenOf(role, region));
  const hostile: string[] = [];
  for (const role of HOSTILE) hostile.push(await tokenOf(role, hostileRegion!));
  return { honest, hostile };
}

/** So many a second, whether or not the answers keep up. */
async function ask(
  origin: string,
  tokens: readonly string[],
  perSecond: number,
  seconds: number,
): Promise<Answered[]> {
  const answers: Promise<Answered>[] = [];
  const started = performance.now();
  for (let n = 0; n < perSecond * seconds; n++) {
    const wait = started + (n * 1_000) / perSecond - performance.now();
    if (wait > 0) await pause(wait);
    const document = HONEST[Math.floor(n / tokens.length) % HONEST.length]!;
    answers.push(answerTo(origin, document, {}, tokens[n % tokens.length]!));
  }
  return Promise.all(answers);
}

function report(alone: Answered[], beside: Answered[], hostile: Answered[]): void {
  for (const [name, answers] of Object.entries({ alone, beside, hostile })) {
    const counts = new Map<number, number>();
    for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
    const statuses = [...counts].map(([status, count]) => `${status}: ${count}`).join(', ');
    console.log(
      `${name.padEnd(8)} p50 ${at(answers, 0.5).toFixed(1)} ms, p99 ${at(answers, 0.99).toFixed(1)} ms; ${statuses}`,
    );
  }
  const ratio = at(beside, 0.99) / at(alone, 0.99);
  const refused = beside.filter(({ status }) => status !== 200).length;
  const met = ratio <= GOAL && refused === 0;
  console.log(
    `p99 beside the hostile ${ratio.toFixed(2)} times that alone, ${refused} honest reads refused: goal ${met ? 'met' : 'NOT MET'}`,
  );
  if (!met) process.exitCode = 1;
}

function at(answers: readonly Answered[], share: number): number {
  const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

run(
  benchCommand('fairness')
    .description('Honest reads beside five hostile accounts: p99 with and without them.')
    .option('--seconds <n>', 'length of each part', Number, 20)
    .option('--per-second <n>', 'honest reads', Number, 100)
    .action(fairness),
);
