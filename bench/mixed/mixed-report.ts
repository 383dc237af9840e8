import { percentile } from '../drive.js';
import { aligned, megabytes, MEMORY_GOAL } from '../report.js';
import type { MemoryFigures } from './memory.js';
import { type Answered, isHonest, OK } from './open-loop.js';

/** CPU seconds. */
export interface Cpu {
  readonly service: number;
  readonly postgres: number;
  readonly generator: number;
}

export interface MixedFigures {
  readonly rate: number;
  readonly seconds: number;
  readonly calm: readonly Answered[];
  readonly busy: readonly Answered[];
  readonly rush: readonly Answered[];
  /** at the ordinary rate again */
  readonly afterwards: readonly Answered[];
  /** of the busy phase, as the memory */
  readonly cpu: Cpu;
  readonly memory: MemoryFigures;
  readonly peakBytes: number;
}

const GOALS = { p95Ratio: 4, recoverySeconds: 5, slopePerMinute: 1024 * 1024 };

export interface Verdict {
  readonly what: string;
  readonly value: string;
  readonly goal: string;
  readonly met: boolean;
}

export function mixedReport(figures: MixedFigures): string {
  const { calm, busy, rush, afterwards, cpu, memory, peakBytes } = figures;
  const phases = { calm, busy, rush, afterwards };
  const overall = Object.entries(phases).map(([name, answers]) => row(name, answers));
  const kinds = groups(busy, ({ role, kind }) => `${role} ${kind}`).map(([name, of]) => row(name, of));
  const perThousand = (seconds: number) => ((seconds * 1_000) / busy.length).toFixed(2);
  return [
    aligned([HEAD, ...overall, HEAD.map(() => ''), ...kinds]),
    '',
    ...Object.entries(phases).map(([name, answers]) => `${name}: ${outcomes(answers)}`),
    '',
    `CPU s/1000 requests: service ${perThousand(cpu.service)}, PostgreSQL ${perThousand(cpu.postgres)}, generator ${perThousand(cpu.generator)}`,
    `resident memory: first ${megabytes(memory.first)}, last ${megabytes(memory.last)}, highest ${megabytes(memory.highest)}, ${(memory.slope / 1024 / 1024).toFixed(2)} MB a minute in the second half; highest of the whole run ${megabytes(peakBytes)}`,
    '',
    aligned(
      verdictsOf(figures).map(({ what, value, goal, met }) => [
        what,
        value,
        `goal ${goal} ${met ? 'met' : 'NOT MET'}`,
      ]),
    ),
  ].join('\n');
}

export function verdictsOf(figures: MixedFigures): Verdict[] {
  const { calm, busy, rush, memory } = figures;
  const ratio = at(busy, 0.95) / at(calm, 0.95);
  const failed = failures(calm) + failures(busy);
  const dishonest = rush.filter(({ outcome }) => outcome !== OK && !isHonest(outcome)).length;
  const recovery = secondsToRecover(figures);
  return [
    {
      what: 'p95 busy against calm',
      value: ratio.toFixed(1),
      goal: `at most ${GOALS.p95Ratio}`,
      met: ratio <= GOALS.p95Ratio,
    },
    { what: 'failures', value: String(failed), goal: '0', met: failed === 0 },
    {
      what: 'resident memory',
      value: megabytes(memory.highest),
      goal: `at most ${megabytes(MEMORY_GOAL)}`,
      met: memory.highest <= MEMORY_GOAL,
    },
    {
      what: 'memory in the second half',
      value: `${(memory.slope / 1024 / 1024).toFixed(2)} MB/min`,
      goal: 'at most 1 MB/min',
      met: memory.slope <= GOALS.slopePerMinute,
    },
    {
      what: 'rush: neither answered nor told when to ask again',
      value: String(dishonest),
      goal: '0',
      met: dishonest === 0,
    },
    {
      what: 'seconds from the end of the rush to an ordinary one',
      value: recovery === null ? 'never' : String(recovery),
      goal: `at most ${GOALS.recoverySeconds}`,
      met: recovery !== null && recovery <= GOALS.recoverySeconds,
    },
  ];
}

/** Seconds until the first without a failure whose p95 is as in nineteen of twenty seconds of the busy phase. */
function secondsToRecover({ busy, afterwards }: MixedFigures): number | null {
  const usual = percentile(
    bySecond(busy)
      .map((answers) => at(answers, 0.95))
      .sort((a, b) => a - b),
    0.95,
  );
  const first = bySecond(afterwards).findIndex(
    (answers) => failures(answers) === 0 && at(answers, 0.95) <= usual,
  );
  return first < 0 ? null : first;
}

function bySecond(answers: readonly Answered[]): readonly Answered[][] {
  return groups(answers, ({ due }) => Math.floor(due / 1_000)).map(([, of]) => of);
}

const HEAD = ['', 'requests', 'p50 ms', 'p95 ms', 'p97.5 ms', 'p99 ms', 'failed'];

function row(name: string, answers: readonly Answered[]): string[] {
  const times = [0.5, 0.95, 0.975, 0.99].map((share) => at(answers, share).toFixed(1));
  return [name, String(answers.length), ...times, String(failures(answers))];
}

function outcomes(answers: readonly Answered[]): string {
  return groups(answers, ({ outcome }) => outcome)
    .map(([outcome, of]) => `${outcome}: ${of.length}${outcome === OK ? '' : ` (${kindsOf(of)})`}`)
    .join('; ');
}

function kindsOf(answers: readonly Answered[]): string {
  return groups(answers, ({ role, kind }) => `${role} ${kind}`)
    .map(([kind, of]) => `${kind} ${of.length}`)
    .join(', ');
}

function failures(answers: readonly Answered[]): number {
  return answers.filter(({ outcome }) => outcome !== OK).length;
}

function at(answers: readonly Answered[], share: number): number {
  return percentile(
    answers.map(({ ms }) => ms).sort((a, b) => a - b),
    share,
  );
}

/** In the order of their keys. */
function groups<Key extends string | number>(
  answers: readonly Answered[],
  keyOf: (answer: Answered) => Key,
): [Key, Answered[]][] {
  const found = new Map<Key, Answered[]>();
  for (const answer of answers) {
    const key = keyOf(answer);
    const group = found.get(key);
    if (group) group.push(answer);
    else found.set(key, [answer]);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}
