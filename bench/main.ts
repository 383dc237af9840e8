import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { Option } from 'commander';
import { devIssuer, signDevToken } from '../src/app/sign-in/development/dev-oidc-token.js';
import { serverPid } from '../src/db/embedded/embedded-server.js';
import { systemClock, today } from '../src/kernel/clock.js';
import { benchCommand, type DatabaseOptions, positive, PUBLIC_URL, run } from './command.js';
import { type BenchDatabase, openDatabase } from './database.js';
import { resetStock } from './handover-stock.js';
import { MATCHES, matchesOf, type MatchFigures, matchVerdict } from './matches.js';
import { Arena, type Contestant, type Plan } from './measure.js';
import { benchMixed } from './mixed/bench-mixed.js';
import { type Asker, askLimit, askService, QUESTIONS, type QuestionName } from './questions.js';
import { failuresOf, type Memory, type QuestionResult, ratioOf, table, verdicts } from './report.js';
import { AUDIENCE, keysDir, startOn } from './service-on.js';
import { type Server, startLimit } from './servers.js';
import { variationsFor } from './variables.js';

interface Options extends DatabaseOptions, Omit<Plan, 'seconds'> {
  readonly seconds?: number;
  readonly mixed?: true;
  readonly rate: number;
  readonly only?: (QuestionName | typeof MATCHES)[];
  readonly json?: string;
  /** the limit server in place of the service too: the noise of the machine between equals */
  readonly selfCheck?: true;
}

const TOKEN_SECONDS = 6 * 60 * 60;
const ROUND_SECONDS = 5;
const MIXED_SECONDS = 600;

async function bench(options: Options): Promise<void> {
  const { seconds } = options;
  if (options.mixed) await benchMixed(options, seconds ?? MIXED_SECONDS);
  else await benchBesideLimit({ ...options, seconds: seconds ?? ROUND_SECONDS });
}

async function benchBesideLimit(options: Options & Plan): Promise<void> {
  const day = today(systemClock);
  const issuer = devIssuer({ PUBLIC_URL, PORT: 0 });
  const database = await openDatabase(options.dataDir, options.size, issuer, day);
  const servers: Server[] = [];
  try {
    await resetStock(database.owner);
    const limit = limitContestant(
      'limit',
      await startLimit('limit', limitSettings(database, day.toString())),
    );
    servers.push(limit.server);
    const measured = options.selfCheck ? null : await serviceContestant(database, options.dataDir, issuer);
    const service =
      measured ??
      limitContestant(
        'limit again',
        await startLimit('limit again', limitSettings(database, day.toString())),
      );
    servers.push(service.server);

    const postmaster = await serverPid(path.resolve(options.dataDir));
    const variations = await variationsFor(database.owner, database.region, day.toString());
    const arena = new Arena(database, postmaster, limit, service, variations, options);
    const questions = QUESTIONS.filter(({ name }) => options.only?.includes(name) ?? true);
    for (const question of questions) await arena.compare(question);
    say('both servers give the same answers');
    const results: QuestionResult[] = [];
    for (const question of questions) results.push(await arena.measure(question, say));
    const matches =
      measured && (options.only?.includes(MATCHES) ?? true)
        ? await matchesOf(measured.server, measured.tokens.secretary, database, options, say)
        : null;
    const memory = {
      limit: (await limit.server.usage()).peakBytes,
      service: (await service.server.usage()).peakBytes,
    };
    await report(options, database, results, memory, matches);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await database.close();
  }
}

function limitSettings({ postgres, viewers }: BenchDatabase, day: string) {
  return { serviceUrl: postgres.serviceUrl, today: day, viewers };
}

function limitContestant(_name: string, server: Server): Contestant {
  return { server, ask: askLimit };
}

async function serviceContestant(
  database: BenchDatabase,
  dataDir: string,
  issuer: string,
): Promise<Contestant & { readonly tokens: Record<Asker, string> }> {
  const { viewers } = database;
  const server = await startOn(database, dataDir, {
    LOG_LEVEL: 'warn',
    COST_BURST: '1000000000',
    COST_PER_SECOND: '1000000000',
  });
  const tokenOf = (subject: string) =>
    signDevToken({
      dataDir: keysDir(dataDir),
      issuer,
      audience: AUDIENCE,
      subject,
      lifetimeSeconds: TOKEN_SECONDS,
    });
  const tokens: Record<Asker, string> = {
    reader: await tokenOf(viewers.reader.subject),
    writer: await tokenOf(viewers.writer.subject),
    national: await tokenOf(viewers.national.subject),
    secretary: await tokenOf(viewers.secretary.subject),
  };
  return {
    server,
    tokens,
    ask: (question, variables) => askService(question, variables, tokens[question.as]),
  };
}

async function report(
  options: Options & Plan,
  database: BenchDatabase,
  results: QuestionResult[],
  memory: Memory,
  matches: MatchFigures | null,
) {
  const failures = failuresOf(results) + (matches?.failures ?? 0);
  const { size, rounds, seconds, connections } = options;
  const setting = {
    size,
    region: database.region.code,
    rounds,
    seconds,
    connections,
    node: process.version,
    cores: cpus().length,
  };
  console.log(
    Object.entries(setting)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  );
  for (const { question } of results) console.log(`${question.name}: ${question.title}`);
  console.log(
    `\n${table(results)}\n\nshare of the limit (median of the rounds)\n${verdicts(results, memory)}`,
  );
  if (matches) console.log(`\n${matchVerdict(matches)}`);
  if (failures > 0) console.log(`\n${failures} requests FAILED`);
  if (options.json) {
    const figures = results.map((result) => ({
      question: result.question.name,
      goal: result.question.goal ?? null,
      ratio: ratioOf(result),
      rounds: result.rounds,
    }));
    await writeFile(
      options.json,
      `${JSON.stringify({ setting, figures, matches, memory, failures }, null, 2)}\n`,
    );
  }
  if (failures > 0) process.exitCode = 1;
}

function say(line: string): void {
  console.error(line);
}

run(
  benchCommand('bench')
    .description('Measure the service beside a server that does nothing but answer, on the same database.')
    .option('--mixed', 'reads of all roles and writes, at a rate that does not heed the answers')
    .option('--rate <n>', 'requests per second of the mixed run', positive, 250)
    .option(
      '--seconds <n>',
      `length of a round (${ROUND_SECONDS}) or of the mixed run (${MIXED_SECONDS})`,
      positive,
    )
    .option('--rounds <n>', 'rounds of each server per question', positive, 3)
    .option('--warm-up-seconds <n>', 'before the rounds of a question', positive, 3)
    .option('--connections <n>', 'requests at a time', positive, 32)
    .addOption(
      new Option('--only <question...>', 'not all questions').choices([
        ...QUESTIONS.map(({ name }) => name),
        MATCHES,
      ]),
    )
    .option('--self-check', 'measure the limit server against itself')
    .option('--json <file>', 'also write the figures here')
    .action(bench),
);
