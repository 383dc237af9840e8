/** One row of a list, by the number that the reader of the file sees beside it. */
export interface TableRow {
  /** from 1; in a CSV file the line on which it begins */
  readonly row: number;
  /** one for each column, trimmed; empty where there is nothing */
  readonly cells: readonly string[];
}

/** A list as it stands in a file: what its columns are called, and its rows below them. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** What is known of the names of columns. */
export interface Names {
  /** whether a column is called like this */
  isKnown(name: string): boolean;
  /** whether several columns may be called so, as of telephone numbers */
  mayRepeat(name: string): boolean;
}

/** What a file may hold. A region has a few hundred parents; ten times that is still a list that somebody kept. */
export const LIMITS = {
  bytes: 10 * 1024 * 1024,
  rows: 10_000,
  columns: 100,
  /** of a workbook, which has them where nothing stands too */
  cells: 300_000,
  cell: 4_000,
  /** entries of an XLSX, which is a zip */
  entries: 200,
  /** of one, and of all together, once unpacked */
  unpackedBytes: 32 * 1024 * 1024,
} as const;

/** The name that a spreadsheet gives a column, counted from 0: A, B … Z, AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
