import type { ClientBase } from 'pg';
import { free, type ColumnRule } from './column-rules.js';
import { readCsvTable, type CsvRow, type CsvTable, type Finding } from './csv-table.js';
import type { TableChange } from './import-report.js';
import type { KnownCodes } from './known-codes.js';

export interface Written {
  readonly changes: readonly TableChange[];
  /** codes in the database that the file no longer has */
  readonly gone: readonly string[];
}

/** A file of reference data: what it may contain, and how its rows are written to the database. */
export interface ReferenceFile<Column extends string = string> {
  readonly name: string;
  /** names of files that must be in the database before this one */
  readonly dependsOn: readonly string[];
  readonly columns: Readonly<Record<Column, ColumnRule>>;
  /** there need not be anything in it */
  readonly mayBeEmpty?: true;
  /** the columns that together identify a row */
  readonly key: readonly NoInfer<Column>[];
  /** what no single cell can show */
  readonly checkRow?: (values: Readonly<Record<Column, string>>) => Omit<Finding, 'line'> | null;
  readonly checkRows?: (rows: readonly CsvRow<Column>[]) => readonly Finding[];
  /** all rows, in the transaction of the caller */
  readonly write: (client: ClientBase, rows: readonly CsvRow<Column>[]) => Promise<Written>;
}

/** The rows of a file and everything that is wrong with them, in the order of the file. */
export function readReferenceFile(file: ReferenceFile, bytes: Buffer, known: KnownCodes | null): CsvTable {
  const columns = Object.entries(file.columns);
  const { rows, findings } = readCsvTable(
    bytes,
    columns.map(([name]) => name),
    file.mayBeEmpty,
  );
  const all = [
    ...findings,
    ...rows.flatMap(({ line, values }) =>
      columns.flatMap(([column, rule]) => {
        const value = values[column]!;
        const reason = free(value, known) ?? rule(value, known);
        return reason === null ? [] : [{ line, column, value, reason }];
      }),
    ),
    ...rows.flatMap(({ line, values }) => {
      const finding = file.checkRow?.(values);
      return finding ? [{ line, ...finding }] : [];
    }),
    ...duplicates(rows, file.key),
    ...(file.checkRows?.(rows) ?? []),
  ];
  return { rows, findings: all.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

function duplicates(rows: readonly CsvRow[], key: readonly string[]): Finding[] {
  const firstLines = new Map<string, number>();
  return rows.flatMap(({ line, values }) => {
    const value = key.map((column) => values[column]).join('|');
    const first = firstLines.get(value);
    if (first === undefined) firstLines.set(value, line);
    return first === undefined
      ? []
      : [{ line, column: key.join('|'), value, reason: `stands on line ${first} already` }];
  });
}
