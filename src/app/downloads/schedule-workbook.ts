import writeXlsxFile from 'write-excel-file/node';
import type { PlainDate } from '../../kernel/clock.js';
import type { Locale } from '../../kernel/messages.js';
import type { ScheduleRows } from '../../features/advisory/retirement/schedule-rows.js';
import { harmless } from './cell-text.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { dayCell, number, sheet, text } from './spreadsheet.js';

const WORDS = { nl: nl.workbook, en: en.workbook };

/** An .xlsx file: terms that end, vacancies and warnings. */
export async function workbookOf(
  { leaving, vacancies, warnings }: ScheduleRows,
  locale: Locale,
): Promise<Buffer> {
  const words = WORDS[locale];
  const yesOrNo = (is: boolean) => text(is ? words.yes : words.no);
  const on = (day: PlainDate) => dayCell(day.toString(), locale);
  const { year, lastDay, seat, holder, term, again, stays, since, days, warning, seats } = words;
  return writeXlsxFile([
    sheet(
      words.leaving,
      [year, lastDay, seat, holder, term, again, stays],
      [8, 13, 40, 30, 9, 22, 28],
      [
        ...leaving.map((each) => [
          number(each.year),
          on(each.endsOn),
          text(each.seat),
          text(each.holder),
          number(each.termNumber),
          yesOrNo(each.mayBeReappointed),
          yesOrNo(each.carriesOver),
        ]),
      ],
    ),
    sheet(
      words.vacancies,
      [seat, since, days],
      [40, 13, 9],
      [...vacancies.map((each) => [text(each.seat), on(each.since), number(each.days)])],
    ),
    sheet(
      words.warnings,
      [year, warning, seats],
      [8, 70, 60],
      [
        ...warnings.map((each) => [
          number(each.year),
          text(each.message),
          text(each.seats.map(harmless).join('; ')),
        ]),
      ],
    ),
  ]).toBuffer();
}
