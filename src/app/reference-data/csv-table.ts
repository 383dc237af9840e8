import { isUtf8 } from 'node:buffer';
import { parse, CsvError, type InfoRecord } from 'csv-parse/sync';

export interface CsvRow<Column extends string = string> {
  /** where the row begins in the file, from 1 */
  readonly line: number;
  readonly values: Readonly<Record<Column, string>>;
}

/** Something wrong in one file; the reader of the file adds its name. */
export interface Finding {
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

export interface CsvTable<Column extends string = string> {
  readonly rows: readonly CsvRow<Column>[];
  readonly findings: readonly Finding[];
}

/** Rows of a CSV file with exactly these columns, in any order; cells are trimmed. Malformed rows are findings. */
export function readCsvTable<Column extends string>(
  bytes: Buffer,
  columns: readonly Column[],
  mayBeEmpty = false,
): CsvTable<Column> {
  if (!isUtf8(bytes)) return refused(firstLineNotUtf8(bytes), 'is not UTF-8');
  // csv-parse counts a line end of two characters inside quotes twice
  const text = bytes.toString().replaceAll('\r\n', '\n');
  const { records, failure } = parseRecords(text);
  if (failure) return { rows: [], findings: [failure] };
  const [header, ...body] = records;
  if (!header) return refused(1, 'is empty');
  const headerFindings = checkHeader(header.cells, columns);
  if (headerFindings.length > 0) return { rows: [], findings: headerFindings };

  const rows: CsvRow<Column>[] = [];
  const findings: Finding[] = [];
  for (const { line, cells } of body) {
    if (cells.length === header.cells.length) {
      const values = Object.fromEntries(header.cells.map((name, i) => [name, cells[i]]));
      rows.push({ line, values: values as Record<Column, string> });
    } else {
      const reason = `has ${cells.length} cells, the header has ${header.cells.length}`;
      findings.push({ line, column: null, value: null, reason });
    }
  }
  if (body.length === 0 && !mayBeEmpty)
    findings.push({ line: null, column: null, value: null, reason: 'has no rows' });
  return { rows, findings };
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRecords(text: string): { records: CsvRecord[]; failure: Finding | null } {
  const records: CsvRecord[] = [];
  let lastLine = 0;
  const remember = (cells: readonly string[], { lines }: InfoRecord) => {
    const extraLines = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    records.push({ line: lines - extraLines, cells });
    lastLine = lines;
    return null;
  };
  try {
    parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: remember,
    });
    return { records, failure: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // for a quote that is never closed, csv-parse names the end of the file
    const line = error.code === 'CSV_QUOTE_NOT_CLOSED' ? lastLine + 1 : Number(error['lines']);
    return { records, failure: { line, column: null, value: null, reason: `is no CSV: ${error.code}` } };
  }
}

function checkHeader(header: readonly string[], columns: readonly string[]): Finding[] {
  const finding = (column: string, reason: string) => ({ line: 1, column, value: null, reason });
  return [
    ...columns.filter((name) => !header.includes(name)).map((name) => finding(name, 'is missing')),
    ...header
      .filter((name) => !columns.includes(name))
      .map((name) => finding(name, 'is a column we do not know')),
    ...header
      .filter((name, i) => header.indexOf(name) !== i)
      .map((name) => finding(name, 'stands in the header twice')),
  ];
}

function firstLineNotUtf8(bytes: Buffer): number {
  for (let start = 0, line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

function refused(line: number, reason: string): { rows: []; findings: Finding[] } {
  return { rows: [], findings: [{ line, column: null, value: null, reason }] };
}
