import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Instant, PlainDate } from '../../../kernel/clock.js';

/** A whole day to put into somebody's calendar. */
export interface CalendarDay {
  /** stays the same when the day moves, so that the calendar moves it too */
  readonly uid: string;
  /** increases when the day moves */
  readonly sequence: number;
  readonly on: PlainDate;
  readonly summary: string;
}

/** An .ics file; not a meeting request, so nobody has to answer it. */
export function calendarOf(days: readonly CalendarDay[], at: Instant): string {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'oudernetwerken', product: 'reminders' },
  });
  for (const { uid, sequence, on, summary } of days) {
    calendar.createEvent({
      id: uid,
      sequence,
      allDay: true,
      start: utc(on),
      end: utc(on.add({ days: 1 })),
      stamp: new Date(at.epochMilliseconds),
      summary,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** The library reads the UTC day of an instant. */
function utc(on: PlainDate): Date {
  return new Date(`${on.toString()}T00:00:00Z`);
}
