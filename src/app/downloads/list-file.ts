import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import type { Locale } from '../../kernel/messages.js';
import type { Format } from '../../features/lists/export/list-export.enums.js';
import type { ListContents } from '../../features/lists/export/read-list.js';
import { harmless } from './cell-text.js';
import { dayCell, number, sheet, text } from './spreadsheet.js';

const BOM = '\ufeff';
const SEPARATOR = ';';
/** Characters in which most of a column is seen. */
const WIDTHS = { day: 13, least: 10, most: 60 };

interface ListFile {
  readonly extension: string;
  readonly type: string;
  content(list: ListContents, name: string, locale: Locale): Promise<Buffer>;
}

export const LIST_FILES: Readonly<Record<Format, ListFile>> = {
  CSV: {
    extension: 'csv',
    type: 'text/csv; charset=utf-8',
    content: async (list, _name, locale) => csv(list, locale),
  },
  XLSX: {
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: workbook,
  },
};

/** For Excel: its mark of UTF-8, then a line that says what separates, which it reads whatever its region. */
function csv({ columns, rows }: ListContents, locale: Locale): Buffer {
  const lines = rows.map((row) =>
    row.map((cell, place) => {
      if (typeof cell !== 'string') return cell;
      return columns[place]!.isDay ? dayText(cell, locale) : harmless(cell);
    }),
  );
  const table = stringify([columns.map(({ head }) => head), ...lines], {
    delimiter: SEPARATOR,
    record_delimiter: '\r\n',
    // a text of digits stays a text: a telephone number keeps its plus and its zero
    quoted_string: true,
  });
  return Buffer.from(`${BOM}sep=${SEPARATOR}\r\n${table}`);
}

/** As a spreadsheet program in that language recognises a day. */
function dayText(iso: string, locale: Locale): string {
  return locale === 'nl' ? iso.split('-').reverse().join('-') : iso;
}

async function workbook({ columns, rows }: ListContents, name: string, locale: Locale): Promise<Buffer> {
  const cells = rows.map((row) =>
    row.map((cell, place) => {
      if (cell === null) return text('');
      if (typeof cell === 'number') return number(cell);
      return columns[place]!.isDay ? dayCell(cell, locale) : text(cell);
    }),
  );
  const widths = columns.map(({ head, isDay }, place) => {
    if (isDay) return WIDTHS.day;
    const longest = rows.reduce((most, row) => Math.max(most, String(row[place] ?? '').length), head.length);
    return Math.min(Math.max(longest + 2, WIDTHS.least), WIDTHS.most);
  });
  const heads = columns.map(({ head }) => head);
  return writeXlsxFile([sheet(name, heads, widths, cells)]).toBuffer();
}
