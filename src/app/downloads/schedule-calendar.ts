import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import { onOneLine } from '../../kernel/lines.js';
import { Catalogue } from '../../kernel/messages.js';
import { type ScheduleLink, yearsOf } from '../../features/advisory/retirement/schedule-link.js';
import type { ScheduleRows } from '../../features/advisory/retirement/schedule-rows.js';
import { firstTermsOf, wrongTermsOf } from '../../features/reminders/calendars/body-copies.js';
import { offSummary, summaryOf } from '../../features/reminders/calendars/calendar-wording.js';
import type { CalendarEntry } from '../../features/reminders/mail/calendar-event.js';
import { publishedCalendar } from '../../features/reminders/mail/calendar-file.js';
import { handOut } from '../../features/reminders/mail/hand-out.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const FILE = new Catalogue({ nl: nl.file, en: en.file });

/**
 * An .ics file with the last day of every holder whose term ends. When it is taken again, days that this account had
 * and that moved are moved, and those that are off stand in it as cancelled. `address`: of this service.
 */
export async function scheduleCalendar(
  tx: Tx,
  rows: ScheduleRows,
  link: ScheduleLink,
  address: string,
): Promise<string> {
  const reader = { recipient_type: 'ACCOUNT' as const, recipient_id: link.accountId };
  return asSystem(tx, async () => {
    const first = await firstTermsOf(
      tx,
      rows.leaving.map(({ appointmentId }) => appointmentId),
    );
    const leaving = rows.leaving.map((row) => leavingEntry(rows.body, row, first, link));
    const shown = new Set(leaving.map(({ subjectId }) => subjectId));
    const wrong = await wrongTermsOf(tx, reader, link.bodyId);
    const others = wrong
      .filter(({ appointmentId }) => !shown.has(appointmentId))
      .map(({ appointmentId: subjectId, on, seat }) => {
        const named = { what: 'SEAT_TERM_END', name: rows.body, seat } as const;
        const summary = on === null ? offSummary(link.locale) : summaryOf(named, link.locale);
        return { what: named.what, subjectId, bodyId: link.bodyId, on, summary };
      });
    const terms: readonly CalendarEntry[] = [...leaving, ...others];
    const isEmpty = terms.every(({ on }) => on === null);
    const entries = [...terms, explanation(tx, rows.body, link, isEmpty)];
    return publishedCalendar(await handOut(tx, reader, entries), { at: tx.now, address });
  });
}

function leavingEntry(
  body: string,
  { appointmentId, endsOn, seat, holder, termNumber: term }: ScheduleRows['leaving'][number],
  firstTerms: ReadonlyMap<string, string>,
  { bodyId, locale }: ScheduleLink,
): CalendarEntry {
  const summary = onOneLine(FILE.text('leaves', locale, { body, seat, holder, term }));
  return { what: 'SEAT_TERM_END', subjectId: firstTerms.get(appointmentId)!, bodyId, on: endsOn, summary };
}

/** A calendar without anything in it is no valid file (RFC 5545, 3.6): it says that there is nothing. */
function explanation({ today }: Tx, body: string, link: ScheduleLink, isEmpty: boolean): CalendarEntry {
  const { bodyId, locale } = link;
  const about = { what: 'NO_TERM_ENDS', subjectId: bodyId, bodyId } as const;
  return isEmpty
    ? {
        ...about,
        on: today,
        summary: onOneLine(FILE.text('nobodyLeaves', locale, { body, years: yearsOf(link) })),
      }
    : { ...about, on: null, summary: offSummary(locale) };
}
