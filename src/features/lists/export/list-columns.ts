import type { nl } from './messages.nl.js';
import type { Locale } from '../../../kernel/messages.js';

/** Names the head of a column, in the messages of lists. */
export type Head = keyof (typeof nl)['heads'];

/** An object in the JSON of an answer. */
export type Read = { readonly [field: string]: unknown };

/** A day is ISO text, as the API gives it. */
export type Cell = string | number | boolean | null;

/** In whose language a list is written. */
export interface Reader {
  readonly locale: Locale;
  /** the word for a code of an enum */
  readonly word: (code: string) => string;
}

/** A column of a list: what it reads of a row, as a GraphQL selection, and what its cell says. Nothing else is read. */
export interface Column {
  readonly head: Head;
  readonly reads: string;
  readonly cell: (row: Read, reader: Reader) => Cell;
  readonly isDay?: true;
  /** how somebody is reached: empty for whoever is left in peace */
  readonly reaches?: true;
}

type More = Pick<Column, 'isDay' | 'reaches'>;

/** What stands at a path of fields; null where something on the way is hidden or absent. */
export function at(row: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Read | null)?.[name] ?? null, row);
}

export function listAt(row: unknown, path: string): readonly Read[] {
  return (at(row, path) ?? []) as readonly Read[];
}

/** `person.name` is `person { name }`. */
function selection(path: string): string {
  return path.split('.').reduceRight((inner, name) => (inner ? `${name} { ${inner} }` : name), '');
}

/** What a field says, as it is. */
export function plain(head: Head, path: string, more: More = {}): Column {
  return { head, reads: selection(path), cell: (row) => at(row, path) as Cell, ...more };
}

export function dayOf(head: Head, path: string): Column {
  return plain(head, path, { isDay: true });
}

/** A field that is a code, or a list of codes, in words. */
export function coded(head: Head, path: string): Column {
  const cell: Column['cell'] = (row, reader) => {
    const said = at(row, path) as string | readonly string[] | null;
    return said === null ? null : [said].flat().map(reader.word).join(', ');
  };
  return { head, reads: selection(path), cell };
}

/** The same field of each of several, in one cell: names, or with a space between them whole sentences. */
export function joined(head: Head, path: string, each: string, between = '; '): Column {
  const cell: Column['cell'] = (row) =>
    listAt(row, path)
      .map((one) => at(one, each))
      .join(between);
  return { head, reads: selection(`${path}.${each}`), cell };
}

export function count(head: Head, path: string): Column {
  return { head, reads: selection(`${path}.id`), cell: (row) => listAt(row, path).length };
}
