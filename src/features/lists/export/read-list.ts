import { type DocumentNode, parse } from 'graphql';
import { parseNodeId } from '../../../kernel/node-id.js';
import { at, type Cell, type Column, listAt, type Read, type Reader } from './list-columns.js';
import { wordFor, shown, headOf } from './list-words.js';
import type { Kind, Purpose } from './list-export.enums.js';
import type { ListFilterInput } from './list-export.inputs.js';
import { type List, type ListPurposeRules, LISTS } from './lists.js';
import type { Locale } from '../../../kernel/messages.js';

/** Asks the API as whoever takes the list along, with their rights: the data of an answer. */
export type Ask = (document: DocumentNode, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** Which list, and what for. */
export interface Wanted {
  readonly kind: Kind;
  readonly purpose: Purpose;
  readonly filter: ListFilterInput;
}

/** What a list holds, as its reader sees it at this moment. */
export interface ListContents {
  readonly columns: readonly { readonly head: string; readonly isDay: boolean }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Uuids of the people whose names a list shows, and of the profiles that it shows. */
export interface Shown {
  readonly people: readonly string[];
  readonly profiles: readonly string[];
}

/** So many rows at most: what somebody can read, and a file that opens at once. */
export const MOST_ROWS = 5_000;

/** The rows of a list; null if there are more than a list may have. */
export async function readList(ask: Ask, wanted: Wanted): Promise<readonly Read[] | null> {
  const list = LISTS[wanted.kind];
  const document = documentOf(wanted.kind, wanted.purpose);
  const rows: Read[] = [];
  for (let after: unknown = null; ;) {
    const page = at(await ask(document, { ...wanted.filter, after }), list.path);
    for (const node of listAt(page, 'nodes')) rows.push(...(list.spread?.rows(node) ?? [node]));
    if (rows.length > MOST_ROWS) return null;
    if (at(page, 'pageInfo.hasNextPage') !== true) return inOrder(list, rows);
    after = at(page, 'pageInfo.endCursor');
  }
}

function inOrder({ sorted }: List, rows: readonly Read[]): readonly Read[] {
  return sorted ? rows.toSorted((one, other) => sorted.by(one).localeCompare(sorted.by(other), 'nl')) : rows;
}

/** `leftAlone`: uuids of people who asked not to be contacted now. */
export function contentsOf(
  { kind, purpose }: Wanted,
  rows: readonly Read[],
  locale: Locale,
  leftAlone: ReadonlySet<string>,
): ListContents {
  const { columns, shows } = rulesOf(kind, purpose);
  const reader: Reader = { locale, word: (code) => wordFor(code, locale) };
  return {
    columns: columns.map(({ head, isDay = false }) => ({ head: headOf(head, locale), isDay })),
    rows: rows.map((row) => {
      const person = shows && 'person' in shows ? uuidAt(row, shows.person) : null;
      const cell = (column: Column): Cell =>
        column.reaches && person && leftAlone.has(person) ? null : column.cell(row, reader);
      return columns.map((column) => shown(cell(column), locale));
    }),
  };
}

/** Whose names, and whose profiles, these rows show. */
export function shownIn(wanted: Wanted, rows: readonly Read[]): Shown {
  const shows = showsOf(wanted);
  if (!shows) return { people: [], profiles: [] };
  const ids = [...new Set(rows.flatMap((row) => uuidAt(row, shows.path) ?? []))];
  return shows.people ? { people: ids, profiles: [] } : { people: [], profiles: ids };
}

/** The rows that show none of these people and profiles. */
export function rowsWithout(
  wanted: Wanted,
  rows: readonly Read[],
  left: ReadonlySet<string>,
): readonly Read[] {
  const shows = showsOf(wanted);
  if (!shows || left.size === 0) return rows;
  return rows.filter((row) => !left.has(uuidAt(row, shows.path) ?? ''));
}

/** Where a row says whom it shows; null: it shows nobody. */
function showsOf({ kind, purpose }: Wanted): { readonly path: string; readonly people: boolean } | null {
  const { shows } = rulesOf(kind, purpose);
  if (!shows) return null;
  return 'person' in shows ? { path: shows.person, people: true } : { path: 'id', people: false };
}

function rulesOf(kind: Kind, purpose: Purpose): ListPurposeRules {
  return LISTS[kind].purposes[purpose]!;
}

function uuidAt(row: Read, path: string): string | null {
  const id = at(row, path);
  return typeof id === 'string' ? (parseNodeId(id)?.uuid ?? null) : null;
}

const documents = new Map<string, DocumentNode>();

/** The document of a list for a purpose, parsed once: the engine keeps its plan by it. */
export function documentOf(kind: Kind, purpose: Purpose): DocumentNode {
  const key = `${kind} ${purpose}`;
  let document = documents.get(key);
  if (!document) documents.set(key, (document = parse(textOf(LISTS[kind], rulesOf(kind, purpose)))));
  return document;
}

function textOf({ document, spread, sorted }: List, { columns, shows }: ListPurposeRules): string {
  const fields = [...columns, shows, sorted].map((part) => part?.reads ?? '').join(' ');
  const nodes = spread ? `${spread.reads} { ${fields} }` : fields;
  return document.replace('{rows}', `{ nodes { ${nodes} } pageInfo { hasNextPage endCursor } }`);
}
