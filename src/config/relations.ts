/** What was committed before the deadline of its request is told within this long after it. */
export const FINISH_MS = 3_000;

/** Each pair: the first is less than the second, by more than so much. Who waits outlasts what is waited for. */
const LESS = [
  ['SLOW_READ_MS', 'SLOW_READ_TIMEOUT_MS', 0],
  ['SLOW_READ_TIMEOUT_MS', 'REQUEST_TIMEOUT_MS', 0],
  ['STATEMENT_TIMEOUT_MS', 'REQUEST_TIMEOUT_MS', 0],
  ['LOCK_TIMEOUT_MS', 'REQUEST_TIMEOUT_MS', 0],
  ['POOL_WAIT_MS', 'REQUEST_TIMEOUT_MS', 0],
  ['REQUEST_TIMEOUT_MS', 'STOP_TIMEOUT_MS', FINISH_MS],
] as const;

/** What is wrong with numbers that are fine by themselves, by the name of the larger one. */
export function relationProblems(numbers: Readonly<Record<string, unknown>>): Record<string, Error> {
  const problems: Record<string, Error> = {};
  for (const [less, more, by] of LESS) {
    const [small, large] = [numbers[less], numbers[more]];
    if (typeof small !== 'number' || typeof large !== 'number' || large > small + by) continue;
    problems[more] = new Error(`it is more than ${small + by}: ${less}${by > 0 ? ` and ${by} ms` : ''}`);
  }
  return problems;
}
