import type { Load } from './drive.js';
import type { Question } from './questions.js';

export interface Measured extends Load {
  /** CPU of the server process, per 1,000 answers */
  readonly serverCpu: number;
  /** CPU of PostgreSQL, per 1,000 answers; null if it cannot be read */
  readonly postgresCpu: number | null;
}

export interface Round {
  readonly limit: Measured;
  readonly service: Measured;
}

export interface QuestionResult {
  readonly question: Question;
  readonly rounds: readonly Round[];
}

export interface Memory {
  readonly limit: number;
  readonly service: number;
}

export const MEMORY_GOAL = 250 * 1024 * 1024;

export function ratioOf({ rounds }: QuestionResult): number {
  return median(rounds.map(({ limit, service }) => service.perSecond / limit.perSecond));
}

export function table(results: readonly QuestionResult[]): string {
  const head = [
    '',
    'server',
    'requests/s',
    'p50 ms',
    'p99 ms',
    'server CPU s/1000',
    'PostgreSQL CPU s/1000',
    'answers',
  ];
  const rows = results.flatMap(({ question, rounds }) =>
    (['limit', 'service'] as const).map((server) => {
      const of = rounds.map((round) => round[server]);
      const middle = (value: (measured: Measured) => number) => median(of.map(value));
      const postgres = of.flatMap(({ postgresCpu }) => (postgresCpu === null ? [] : [postgresCpu]));
      return [
        question.name,
        server,
        middle(({ perSecond }) => perSecond).toFixed(0),
        middle(({ p50 }) => p50).toFixed(1),
        middle(({ p99 }) => p99).toFixed(1),
        middle(({ serverCpu }) => serverCpu).toFixed(3),
        postgres.length === 0 ? 'n/a' : median(postgres).toFixed(3),
        String(of.reduce((sum, { answers }) => sum + answers, 0)),
      ];
    }),
  );
  return aligned([head, ...rows]);
}

export function verdicts(results: readonly QuestionResult[], memory: Memory): string {
  const rows = results.map((result) => {
    const { name, goal } = result.question;
    const ratio = ratioOf(result);
    const spread = result.rounds.map(({ limit, service }) =>
      (service.perSecond / limit.perSecond).toFixed(2),
    );
    const verdict =
      goal === undefined ? 'no goal' : `goal ${goal.toFixed(2)} ${ratio >= goal ? 'met' : 'NOT MET'}`;
    return [name, ratio.toFixed(2), verdict, `rounds ${spread.join(' ')}`];
  });
  const met = memory.service <= MEMORY_GOAL ? 'met' : 'NOT MET';
  rows.push([
    'memory',
    megabytes(memory.service),
    `goal ${megabytes(MEMORY_GOAL)} ${met}`,
    `limit ${megabytes(memory.limit)}`,
  ]);
  return aligned(rows);
}

export function failuresOf(results: readonly QuestionResult[]): number {
  return results
    .flatMap(({ rounds }) => rounds)
    .reduce((sum, { limit, service }) => sum + limit.failures + service.failures, 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`;
}

/** First columns left, numbers right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const isNumber = (column: number) => rows.at(-1)!.length > 4 && column > 1;
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          isNumber(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
