import { readSheet } from 'read-excel-file/universal';
import { failure } from '../../../../kernel/failure.js';
import { columnLetter, LIMITS, type TableRow } from './table.js';
import { unzipXml } from './unzip.js';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const DECLARATION = /<!(?:DOCTYPE|ENTITY)/i;
/** A cell, with its address, and a formula before its end. */
const FORMULA_CELL = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,7})(\d{1,9})"[^>]*>\s*<(?:\w+:)?f\b/;
const ADDRESS = /<(?:\w+:)?(?:row|c)\b[^>]*?\br="([A-Z]{0,7})(\d{1,9})"/g;

/** The rows of the first sheet of an XLSX file, the empty ones left out. */
export async function readXlsx(bytes: Buffer): Promise<TableRow[]> {
  const parts = await unzipXml(bytes);
  if (!parts.has('xl/workbook.xml')) throw failure('FILE_NOT_A_LIST');
  for (const [name, content] of parts) {
    const xml = content.toString('utf8');
    if (DECLARATION.test(xml)) throw failure('FILE_ENTITIES');
    if (SHEET.test(name)) checkSheet(xml);
  }
  const sheet = await parsed(bytes);
  return sheet.flatMap((cells, index) => {
    const texts = cells.map((cell, column) => textOf(cell, index + 1, column));
    return texts.some(Boolean) ? [{ row: index + 1, cells: texts }] : [];
  });
}

/** What its reader would make room for: every row and column up to the last one that it names. */
function checkSheet(xml: string): void {
  const formula = FORMULA_CELL.exec(xml);
  if (formula) throw failure('FILE_FORMULA', [], { row: Number(formula[2]), column: formula[1]! });
  let last = 0;
  for (const [, letters = '', digits] of xml.matchAll(ADDRESS)) {
    const row = Number(digits);
    const columns = columnNumber(letters);
    if (columns > LIMITS.columns) {
      throw failure('FILE_TOO_MANY_COLUMNS', [], { row, actual: columns, limit: LIMITS.columns });
    }
    last = Math.max(last, row);
    if (last > LIMITS.rows) throw failure('FILE_TOO_MANY_ROWS', [], { limit: LIMITS.rows });
  }
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

type Cell = string | number | boolean | Date | null;

async function parsed(bytes: Buffer): Promise<Cell[][]> {
  try {
    // a number stays as it is written: nothing is counted with, and a telephone number is none
    // this one finds the parts as we did; the one for files would unpack whatever stands between them
    return (await readSheet(Uint8Array.from(bytes).buffer, {
      parseNumber: (written: string) => written as never,
    })) as Cell[][];
  } catch {
    throw failure('FILE_DAMAGED');
  }
}

function textOf(cell: Cell, row: number, column: number): string {
  if (cell === null) return '';
  if (cell instanceof Date) return dayOf(cell, row, column);
  const text = String(cell).replace(/\r\n?/g, '\n').trim();
  if (text.length > LIMITS.cell) {
    const at = { row, column: columnLetter(column) };
    throw failure('FILE_CELL_TOO_LONG', [], { ...at, limit: LIMITS.cell });
  }
  // as Excel keeps a long number: 6.12345678E8
  return /^\d(?:\.\d+)?E\+?\d{1,2}$/i.test(text) ? String(Number(text)) : text;
}

/** Excel keeps a day as a number without a zone. */
function dayOf(cell: Date, row: number, column: number): string {
  if (Number.isNaN(cell.getTime())) {
    throw failure('FILE_BAD_DAY', [], { row, column: columnLetter(column) });
  }
  return cell.toISOString().slice(0, 10);
}
