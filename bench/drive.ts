import autocannon from 'autocannon';
import { isRight, type Asked, type RightAnswer } from './questions.js';

export interface Load {
  /** correctly answered requests per second */
  readonly perSecond: number;
  readonly answers: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** wrong status, wrong shape, broken connection or timeout */
  readonly failures: number;
}

const TIMEOUT_SECONDS = 10;

export interface LoadShape {
  readonly connections: number;
  readonly seconds: number;
}

/** Sends requests over and over, for a given time; `once`: each of the list at most once. */
export async function drive(
  origin: string,
  question: RightAnswer,
  list: readonly Asked[],
  { connections, seconds }: LoadShape,
  once: boolean,
): Promise<Load> {
  const milliseconds: number[] = [];
  const wrong: string[] = [];
  let connection = 0;
  const started = performance.now();
  let last = started;
  const run = autocannon({
    url: origin,
    connections,
    timeout: TIMEOUT_SECONDS,
    duration: seconds,
    ...(once ? { maxConnectionRequests: Math.floor(list.length / connections) } : {}),
    setupClient: (client) => {
      const own = once ? shareOf(list, connection, connections) : rotated(list, connection, connections);
      connection++;
      client.setRequests(own.map((asked) => ({ method: 'POST', ...asked })));
    },
    verifyBody: (body) => {
      const right = isRight(question, body);
      if (!right && wrong.length === 0) wrong.push(body);
      return right;
    },
  });
  run.on('response', (_client, status, _bytes, took) => {
    if (status !== 200) return;
    milliseconds.push(took);
    last = performance.now();
  });
  const { errors, timeouts, mismatches, non2xx } = await run;
  if (wrong[0] !== undefined) process.stderr.write(`wrong answer: ${wrong[0].slice(0, 500)}\n`);
  milliseconds.sort((a, b) => a - b);
  const answers = milliseconds.length;
  return {
    perSecond: answers === 0 ? 0 : answers / ((last - started) / 1000),
    answers,
    p50: percentile(milliseconds, 0.5),
    p95: percentile(milliseconds, 0.95),
    p99: percentile(milliseconds, 0.99),
    failures: errors + timeouts + mismatches + non2xx,
  };
}

function shareOf<T>(list: readonly T[], connection: number, connections: number): T[] {
  const share = Math.floor(list.length / connections);
  return list.slice(connection * share, (connection + 1) * share);
}

/** Every connection sends the whole list, each starting at another position. */
function rotated<T>(list: readonly T[], connection: number, connections: number): T[] {
  const from = Math.floor((connection * list.length) / connections);
  return [...list.slice(from), ...list.slice(0, from)];
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
