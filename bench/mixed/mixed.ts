import path from 'node:path';
import { Random } from '../../src/app/seed/random.js';
import { serverPid } from '../../src/db/embedded/embedded-server.js';
import type { PlainDate } from '../../src/kernel/clock.js';
import type { BenchDatabase } from '../database.js';
import { resetStock } from '../handover-stock.js';
import { postgresCpuSeconds } from '../postgres-cpu.js';
import type { Server } from '../servers.js';
import { callersOf, type Keys } from './callers.js';
import { MemoryWatch } from './memory.js';
import type { Cpu, MixedFigures } from './mixed-report.js';
import { type Call, OpenLoop } from './open-loop.js';
import { readsOf } from './reads.js';
import { writesOf } from './writes.js';

export interface MixedPlan {
  readonly dataDir: string;
  /** requests a second, while it is busy */
  readonly rate: number;
  /** of the busy phase */
  readonly seconds: number;
}

const WRITES = 0.1;
const CALM = 1 / 10;
const RUSH = 3;
const WARM_UP_SECONDS = 30;
const CALM_SECONDS = 60;
const RUSH_SECONDS = 20;
const AFTERWARDS_SECONDS = 20;

/**
 * Reads of all roles, and one write in ten requests, at a pace that does not heed the answers: calm, busy, and in a
 * rush.
 */
export async function measureMixed(
  server: Server,
  database: BenchDatabase,
  keys: Keys,
  day: PlainDate,
  { dataDir, rate, seconds }: MixedPlan,
): Promise<MixedFigures> {
  const loop = new OpenLoop(new URL(server.origin), await drawCalls(database, keys, day));
  const postmaster = await serverPid(path.resolve(dataDir));
  const cpu = async (): Promise<Cpu> => {
    const { user, system } = process.cpuUsage();
    return {
      service: (await server.usage()).cpuSeconds,
      postgres: (await postgresCpuSeconds(postmaster)) ?? 0,
      generator: (user + system) / 1e6,
    };
  };
  const busyPace = { perSecond: rate, seconds };
  const rushSeconds = Math.min(seconds, RUSH_SECONDS);
  try {
    say(`warm-up, ${rate}/s`);
    await loop.run({ ...busyPace, seconds: Math.min(seconds, WARM_UP_SECONDS) });
    say(`calm, ${rate * CALM}/s`);
    const calm = await loop.run({ perSecond: rate * CALM, seconds: Math.min(seconds, CALM_SECONDS) });
    say(`busy, ${rate}/s`);
    const memory = new MemoryWatch(server);
    const before = await cpu();
    const busy = await loop.run(busyPace);
    const after = await cpu();
    const held = memory.stop();
    say(`in a rush, ${rate * RUSH}/s`);
    const both = await loop.run(
      { perSecond: rate * RUSH, seconds: rushSeconds },
      { perSecond: rate, seconds: Math.min(seconds, AFTERWARDS_SECONDS) },
    );
    const over = rushSeconds * 1_000;
    return {
      rate,
      seconds,
      calm,
      busy,
      rush: both.filter(({ due }) => due < over),
      afterwards: both.filter(({ due }) => due >= over).map((each) => ({ ...each, due: each.due - over })),
      cpu: {
        service: after.service - before.service,
        postgres: after.postgres - before.postgres,
        generator: after.generator - before.generator,
      },
      memory: held,
      peakBytes: (await server.usage()).peakBytes,
    };
  } finally {
    loop.close();
    await resetStock(database.owner);
  }
}

async function drawCalls({ owner }: BenchDatabase, keys: Keys, day: PlainDate): Promise<() => Call> {
  await resetStock(owner);
  const random = new Random('bench/mixed');
  const callers = await callersOf(owner, keys, day);
  await owner.query('analyze accounts, account_roles');
  const read = await readsOf(owner, callers, random);
  const write = await writesOf(owner, callers, day, random);
  return () => (random.chance(WRITES) ? write() : read());
}

function say(phase: string): void {
  process.stderr.write(`${phase}\n`);
}
