import { CsvError, type InfoRecord, type Options, parse } from 'csv-parse/sync';
import { failure } from '../../../../kernel/failure.js';
import { decodeText } from './decode-text.js';
import { columnLetter, LIMITS, type TableRow } from './table.js';

const SEPARATORS = [';', ',', '\t', '|'] as const;
/** So much of the text, and so many of its rows, say what separates the columns. */
const SAMPLE = { characters: 65_536, rows: 40 };
const LONGEST_ROW = 100_000;
/** What Excel writes first to say what separates the columns. */
const SAID = /^sep=(.)\n/i;
/** Excel keeps the zeros of a number that is written like this. */
const KEPT_AS_TEXT = /^="([^"]*)"$/;
/** What a spreadsheet would work out; a telephone number and a dash are none. */
const FORMULA = /^(?:=|[@+-]\p{L}[\p{L}\d.]*\()/u;

/** The rows of a CSV file, the empty ones left out. */
export function readCsv(bytes: Buffer): TableRow[] {
  const decoded = decodeText(bytes);
  const said = SAID.exec(decoded);
  const text = said ? decoded.slice(said[0].length) : decoded;
  return recordsOf(text, said?.[1] ?? separatorOf(text), said ? 1 : 0);
}

/** The separator that gives most rows the same number of columns; of two that do so equally, the one that gives more. */
function separatorOf(text: string): string {
  const sample = text.slice(0, SAMPLE.characters);
  const scored = SEPARATORS.map((separator) => ({ separator, ...evenness(sample, separator) }));
  scored.sort((one, other) => other.rows - one.rows || other.columns - one.columns);
  return scored[0]!.separator;
}

/** How many rows have the most usual number of columns, from two on. */
function evenness(text: string, delimiter: string): { rows: number; columns: number } {
  const counts = new Map<number, number>();
  for (const { length } of tryParse(text, { ...RELAXED, delimiter, to: SAMPLE.rows })) {
    if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  const [columns, rows] = [...counts].sort(
    ([few, one], [many, other]) => other * many - one * few || many - few,
  )[0] ?? [0, 0];
  return { rows, columns };
}

const RELAXED = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  trim: true,
  // a row that is as long as this has no end
  max_record_size: LONGEST_ROW,
} as const satisfies Options;

/** What can be read of a beginning, which may stop inside quotes. */
function tryParse(text: string, options: Options): readonly string[][] {
  const records: string[][] = [];
  try {
    parse(text, {
      ...options,
      on_record: (cells: string[]) => {
        records.push(cells);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return records;
}

function recordsOf(text: string, delimiter: string, linesBefore: number): TableRow[] {
  const rows: TableRow[] = [];
  let lastLine = 0;
  const keep = (cells: readonly string[], { lines }: InfoRecord): null => {
    const breaks = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    const row = linesBefore + lines - breaks;
    lastLine = linesBefore + lines;
    if (cells.length > LIMITS.columns) {
      throw failure('FILE_TOO_MANY_COLUMNS', [], { row, actual: cells.length, limit: LIMITS.columns });
    }
    if (cells.some(Boolean)) rows.push({ row, cells: cells.map((cell, index) => cellOf(cell, row, index)) });
    if (rows.length > LIMITS.rows) throw failure('FILE_TOO_MANY_ROWS', [], { limit: LIMITS.rows });
    return null;
  };
  try {
    parse(text, { ...RELAXED, delimiter, on_record: keep });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') {
      throw failure('FILE_ROW_TOO_LONG', [], { row: lastLine + 1 });
    }
    // for a quote that is never closed, csv-parse names the end of the file
    throw failure('FILE_QUOTE_OPEN', [], { row: lastLine + 1 });
  }
  return rows;
}

function cellOf(cell: string, row: number, index: number): string {
  const kept = KEPT_AS_TEXT.exec(cell)?.[1];
  const text = (kept ?? cell).trim();
  const at = { row, column: columnLetter(index) };
  if (kept === undefined && FORMULA.test(text)) throw failure('FILE_FORMULA', [], at);
  if (text.length > LIMITS.cell) throw failure('FILE_CELL_TOO_LONG', [], { ...at, limit: LIMITS.cell });
  return text;
}
