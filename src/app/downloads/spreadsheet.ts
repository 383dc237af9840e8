import type { CellObject, SheetData } from 'write-excel-file/node';
import type { Locale } from '../../kernel/messages.js';
import { cellText } from './cell-text.js';

/** How a spreadsheet program shows a day. */
const DAYS: Readonly<Record<Locale, string>> = { nl: 'dd-mm-yyyy', en: 'yyyy-mm-dd' };

export function text(value: string): CellObject {
  return { type: String, value: cellText(value) };
}

export function number(value: number): CellObject {
  return { type: Number, value };
}

/** `iso`: YYYY-MM-DD. */
export function dayCell(iso: string, locale: Locale): CellObject {
  return { type: Date, value: new Date(`${iso}T00:00:00Z`), format: DAYS[locale] };
}

/** A sheet whose first row stays in view. */
export function sheet(
  name: string,
  heads: readonly string[],
  widths: readonly number[],
  rows: CellObject[][],
) {
  const head: CellObject[] = heads.map((value) => ({ type: String, value, fontWeight: 'bold' }));
  const data: SheetData = [head, ...rows];
  return { sheet: name, data, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 };
}
