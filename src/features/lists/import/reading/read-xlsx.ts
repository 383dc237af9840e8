import { readSheet } from 'read-excel-file/universal';
import { failure } from '../../../../kernel/failure.js';
import { columnLetter, LIMITS, type TableRow } from './table.js';
import { unzipXml } from './unzip.js';

/** Wherever it stands in the zip: a workbook says itself where its sheets are. */
const SHEET = /<(?:\w+:)?sheetData\b/;
const DECLARATION = /<!(?:DOCTYPE|ENTITY)/i;
/** Read once and never again, whatever stands in it: a tag has no other tag within. */
const TAG = /<([^<>]*)>/g;
const NAME = /^(?:\w+:)?(\w+)/;
const ADDRESS = /\br="([A-Z]{0,7})(\d{1,9})"/;

/** The rows of the first sheet of an XLSX file, the empty ones left out. */
export async function readXlsx(bytes: Buffer): Promise<TableRow[]> {
  const parts = await unzipXml(bytes);
  if (!parts.has('xl/workbook.xml')) throw failure('FILE_NOT_A_LIST');
  for (const content of parts.values()) {
    const xml = content.toString('utf8');
    if (DECLARATION.test(xml)) throw failure('FILE_ENTITIES');
    if (!isSound(xml)) throw failure('FILE_DAMAGED');
    if (SHEET.test(xml)) checkSheet(xml);
  }
  const sheet = await parsed(bytes);
  return sheet.flatMap((cells, index) => {
    const texts = cells.map((cell, column) => textOf(cell, index + 1, column));
    return texts.some(Boolean) ? [{ row: index + 1, cells: texts }] : [];
  });
}

/** Tags of no spreadsheet are as long as this, and reading one takes the square of its length. */
const ENDLESS = /<[^<>]{8000}/;

/** Whether every tag ends before the next one begins. */
function isSound(xml: string): boolean {
  if (ENDLESS.test(xml)) return false;
  let begun = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) begun++;
  let ended = 0;
  for (const _ of xml.matchAll(TAG)) ended++;
  return begun === ended;
}

/** Refuses what its reader would make room for: every row and column up to the last one that it names. */
function checkSheet(xml: string): void {
  let [row, column, cells] = [0, 0, 0];
  for (const [, tag = ''] of xml.matchAll(TAG)) {
    const name = NAME.exec(tag)?.[1];
    if (name === 'f') throw failure('FILE_FORMULA', [], { row, column: columnLetter(column - 1) });
    if (name !== 'row' && name !== 'c') continue;
    const [, letters = '', digits] = ADDRESS.exec(tag) ?? [];
    if (name === 'row') {
      row = digits === undefined ? row + 1 : Number(digits);
      column = 0;
    } else {
      if (digits !== undefined) row = Number(digits);
      column = digits === undefined ? column + 1 : columnNumber(letters);
      cells++;
    }
    if (column > LIMITS.columns) {
      throw failure('FILE_TOO_MANY_COLUMNS', [], { row, actual: column, limit: LIMITS.columns });
    }
    if (row > LIMITS.rows || cells > LIMITS.cells) {
      throw failure('FILE_TOO_MANY_ROWS', [], { limit: LIMITS.rows });
    }
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
