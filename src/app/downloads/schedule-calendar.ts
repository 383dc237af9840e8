import type { Instant } from '../../kernel/clock.js';
import type { Locale } from '../../kernel/messages.js';
import type { LeavingRow, ScheduleRows } from '../../features/advisory/retirement/schedule-rows.js';
import { calendarOf } from '../../features/reminders/mail/calendar.js';
import { onOneLine } from '../../kernel/email.js';

const SUMMARIES: Readonly<Record<Locale, (body: string, leaving: LeavingRow) => string>> = {
  nl: (body, { seat, holder, termNumber }) => `Aftreden ${body}: ${seat}, ${holder} (termijn ${termNumber})`,
  en: (body, { seat, holder, termNumber }) => `${body}: ${seat}, ${holder} leaves (term ${termNumber})`,
};

/**
 * An .ics file with the last day of every holder whose term ends; when it is fetched again, days that moved are
 * moved.
 */
export function scheduleCalendar(
  { body, leaving }: ScheduleRows,
  locale: Locale,
  { at, domain }: { readonly at: Instant; readonly domain: string },
): string {
  const days = leaving.map((each) => ({
    uid: `retirement-${each.appointmentId}@${domain}`,
    sequence: each.version,
    on: each.endsOn,
    summary: onOneLine(SUMMARIES[locale](body, each)),
  }));
  return calendarOf(days, at);
}
