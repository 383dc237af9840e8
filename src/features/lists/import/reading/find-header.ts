import { failure } from '../../../../kernel/failure.js';
import { folded } from '../columns/fields.js';
import { columnLetter, type Names, type Table, type TableRow } from './table.js';

/** Titles, an address and the day of printing stand above a list, no more. */
const LOOKED_AT = 25;
/** Names that mean something to a program. */
const RESERVED = ['__proto__', 'constructor', 'prototype'];

/**
 * The list in the rows of a file: its header is the first row of which two names are known, or else the first with two
 * cells, none of them a number.
 */
export function tableIn(rows: readonly TableRow[], { isKnown, mayRepeat }: Names): Table {
  const first = rows.slice(0, LOOKED_AT);
  const header =
    first.find(({ cells }) => cells.filter(isKnown).length >= 2) ??
    first.find(({ cells }) => cells.filter(isKnown).length === 1 && cells.filter(Boolean).length === 1) ??
    first.find(({ cells }) => cells.filter(Boolean).length >= 2 && !cells.some((cell) => /^\d+$/.test(cell)));
  if (!header) throw failure(rows.length === 0 ? 'FILE_EMPTY' : 'FILE_NO_HEADER');
  const below = rows.slice(rows.indexOf(header) + 1);
  if (below.length === 0) throw failure('FILE_NO_ROWS', [], { row: header.row });
  for (const [index, name] of header.cells.entries()) {
    if (RESERVED.includes(name.toLowerCase())) {
      throw failure('FILE_BAD_HEADER', [], { row: header.row, column: columnLetter(index), name });
    }
  }
  refuseTwice(header, (name) => isKnown(name) && !mayRepeat(name));
  const width = Math.max(...[header, ...below].map(({ cells }) => widthOf(cells)));
  const filled = (cells: readonly string[]) =>
    Array.from({ length: width }, (_, index) => cells[index] ?? '');
  return {
    columns: filled(header.cells).map((name) => name.replace(/\s+/g, ' ')),
    rows: below.map(({ row, cells }) => ({ row, cells: filled(cells) })),
  };
}

/** Of two columns that are called the same, nobody could say which one is meant. */
function refuseTwice({ row, cells }: TableRow, isOne: (name: string) => boolean): void {
  for (const [index, name] of cells.entries()) {
    const first = cells.findIndex((other) => folded(other) === folded(name));
    if (name && first < index && isOne(name)) {
      const [column, other] = [columnLetter(index), columnLetter(first)];
      throw failure('FILE_HEADER_TWICE', [], { row, column, other, name: name.slice(0, 60) });
    }
  }
}

/** Without what is empty at its end. */
function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex(Boolean) + 1;
}
