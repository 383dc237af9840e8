import { isDeepStrictEqual } from 'node:util';
import type { Asked } from './questions.js';

/** `data` of an answer, parsed. Throws if the answer is not a right one. */
export async function dataOf(origin: string, { path, body, headers }: Asked): Promise<unknown> {
  const response = await fetch(origin + path, { method: 'POST', headers, body });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${origin}${path}: ${response.status} ${text.slice(0, 500)}`);
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (errors !== undefined || !data) throw new Error(`${origin}${path}: ${text.slice(0, 500)}`);
  return data;
}

/** Throws if two answers differ, including the order of keys; says where. */
export function requireSame(what: string, one: unknown, other: unknown): void {
  if (isDeepStrictEqual(one, other) && JSON.stringify(one) === JSON.stringify(other)) return;
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  let at = 0;
  while (a[at] === b[at] && at < a.length) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 120);
  throw new Error(`${what}: the servers answer differently\n  …${around(a)}\n  …${around(b)}`);
}

/** A handover without the one thing in which two of them differ: the id of the new trekkerschap. */
export function withoutNewId(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data), function (this: { person?: unknown }, key, value: unknown) {
    return key === 'id' && this.person !== undefined ? '' : value;
  });
}
