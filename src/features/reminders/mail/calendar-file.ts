import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { instantAt, type Instant, type PlainDate } from '../../../kernel/clock.js';
import type { CalendarFile } from '../../../kernel/email.js';
import type { CalendarEvent } from './calendar-event.js';

/** When a file is made, and the mail address that it is from. */
export interface FileFrom {
  readonly at: Instant;
  readonly address: string;
}

/**
 * The .ics files of an email: one with what stands, one with what is off. Nobody is invited to anything and nobody has
 * to answer: what was published is moved by publishing it again and taken back by CANCEL (RFC 5546, 3.2.1).
 */
export function mailedCalendars(events: readonly CalendarEvent[], from: FileFrom): CalendarFile[] {
  const files = [
    { method: 'PUBLISH' as const, events: events.filter(({ isOff }) => !isOff) },
    { method: 'CANCEL' as const, events: events.filter(({ isOff }) => isOff) },
  ];
  return files
    .filter((file) => file.events.length > 0)
    .map((file) => ({ method: file.method, content: calendarOf(file.events, file.method, from) }));
}

/** An .ics file to keep or to read in again: what is off stands in it as CANCELLED. */
export function publishedCalendar(events: readonly CalendarEvent[], from: FileFrom): string {
  return calendarOf(events, 'PUBLISH', from);
}

function calendarOf(
  events: readonly CalendarEvent[],
  method: CalendarFile['method'],
  { at, address }: FileFrom,
): string {
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: 'oudernetwerken', product: 'reminders' },
  });
  for (const { uid, sequence, changedAt, isOff, summary, place, ...on } of events) {
    calendar.createEvent({
      id: uid,
      sequence,
      ...when(on),
      stamp: new Date(at.epochMilliseconds),
      lastModified: changedAt,
      summary,
      location: place ?? null,
      organizer: { name: 'Oudernetwerken', email: address },
      status: isOff ? ICalEventStatus.CANCELLED : null,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** From a time on, until nobody knows when; or all of the day. */
function when({ day, time }: Pick<CalendarEvent, 'day' | 'time'>) {
  if (time) return { start: new Date(instantAt(day, time).epochMilliseconds) };
  return { allDay: true, start: utc(day), end: utc(day.add({ days: 1 })) };
}

/** The library reads the UTC day of an instant. */
function utc(on: PlainDate): Date {
  return new Date(`${on.toString()}T00:00:00Z`);
}
