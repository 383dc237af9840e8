import 'reflect-metadata';
import { nodeId } from '../../../kernel/node-id.js';
import { ListFilterInput } from './list-export.inputs.js';
import { contentsOf, MOST_ROWS, readList, shownIn, type Wanted } from './read-list.js';

const OF_MEMBERS: Wanted = { kind: 'MEMBERS', purpose: 'CALL', filter: new ListFilterInput() };
const UUID = '018f0000-0000-7000-8000-000000000001';
const member = (displayName: string, familyName: string, phone: string | null = null) => ({
  oudernetwerk: { name: 'Noord' },
  person: { id: nodeId('Person', UUID), displayName, name: { familyName }, contact: phone && { phone } },
});

/** Answers with these pages, one after the other. */
function pages(...all: readonly object[][]) {
  const asked: unknown[] = [];
  const ask = async (_document: unknown, { after }: Readonly<Record<string, unknown>>) => {
    asked.push(after);
    const place = asked.length;
    const pageInfo = { hasNextPage: place < all.length, endCursor: `page ${place}` };
    return { oudernetwerk: { members: { nodes: all[place - 1], pageInfo } } };
  };
  return { ask, asked };
}

test('a list has all pages, in the order of names', async () => {
  const { ask, asked } = pages([member('Zoë Jansen', 'Jansen')], [member('Anna van den Berg', 'Berg')]);
  const rows = await readList(ask, OF_MEMBERS);
  expect(asked).toEqual([null, 'page 1']);
  const contents = contentsOf(OF_MEMBERS, rows!, 'nl', new Set());
  expect({ ...contents, ...shownIn(OF_MEMBERS, rows!) }).toEqual({
    columns: ['Netwerk', 'Naam', 'Telefoon'].map((head) => ({ head, isDay: false })),
    rows: [
      ['Noord', 'Anna van den Berg', null],
      ['Noord', 'Zoë Jansen', null],
    ],
    people: [UUID],
    profiles: [],
  });
});

test.each([
  ['+31612345678', '06 12345678'],
  ['+31721234567', '072 123 4567'],
  ['+32470123456', '0032 470 12 34 56'],
])('%s is written as it is dialled here: %s', (stored, written) => {
  const { rows } = contentsOf(OF_MEMBERS, [member('Anna', 'Berg', stored)], 'nl', new Set());
  expect(rows[0]![2]).toBe(written);
});

test('whoever is left alone stays on the list, without a number', () => {
  const { rows } = contentsOf(OF_MEMBERS, [member('Anna', 'Berg', '+31612345678')], 'nl', new Set([UUID]));
  expect(rows).toEqual([['Noord', 'Anna', null]]);
});

test('a list that is too long is none', async () => {
  const page = Array<object>(MOST_ROWS).fill(member('Anna', 'Berg'));
  expect(await readList(pages(page).ask, OF_MEMBERS)).toHaveLength(MOST_ROWS);
  expect(await readList(pages(page, [member('Anna', 'Berg')]).ask, OF_MEMBERS)).toBeNull();
});
