import type { Instant } from '../../kernel/clock.js';
import { Catalogue, type Locale } from '../../kernel/messages.js';
import type { ScheduleRows } from '../../features/advisory/retirement/schedule-rows.js';
import { calendarOf } from '../../features/reminders/mail/calendar.js';
import { onOneLine } from '../../kernel/lines.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const FILE = new Catalogue({ nl: nl.file, en: en.file });

/**
 * An .ics file with the last day of every holder whose term ends; when it is fetched again, days that moved are
 * moved.
 */
export function scheduleCalendar(
  { body, leaving }: ScheduleRows,
  locale: Locale,
  { at, domain }: { readonly at: Instant; readonly domain: string },
): string {
  const days = leaving.map(({ appointmentId, version, endsOn, seat, holder, termNumber: term }) => ({
    uid: `retirement-${appointmentId}@${domain}`,
    sequence: version,
    on: endsOn,
    summary: onOneLine(FILE.text('leaves', locale, { body, seat, holder, term })),
  }));
  return calendarOf(days, at);
}
