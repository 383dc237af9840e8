import { runInNewContext } from 'node:vm';

/** What costs most to read: capitals, also several in one sign, and whatever a rule may begin or go on with. */
const UNITS = [
  ...['A', 'Ⅷ', 'ﷺ', 'a-', "'", '1', ' ', '\u200b', 'Anna-', 'Anna (', 'a.', 'a。', 'a@', '.aa', '.aa@'],
  ...['½', '.', '-', '+', '\t', '*'],
];

/** Long texts that repeat one thing, with what makes rules look for a number or an address at the end. */
export const HOSTILE: readonly [shown: string, text: string][] = UNITS.map((unit) => [
  JSON.stringify(unit),
  `1 ${unit.repeat(100_000 / unit.length)} 1@`,
]);

/**
 * Runs what reads a text in time that grows with its length. If it grows with the square, a text of this length takes
 * hours: it is broken off, so that the test fails instead of hanging.
 */
export function readsOnce<T>(read: () => T): T {
  return runInNewContext('read()', { read }, { timeout: 20_000 }) as T;
}
