import type { PlainDate } from '../../../kernel/clock.js';
import { onOneLine } from '../../../kernel/lines.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import type { Wording } from '../mail/mail.js';
import type { FollowedSubject } from '../mail/calendar-event.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

/** What a day in a calendar is called after. It names no parent: calendars are shared. */
export interface DayNamed {
  readonly what: FollowedSubject;
  /** of the network, the body or the work */
  readonly name: string;
  /** of a term; of an activity: what it is */
  readonly seat?: string;
  /** it is about the reader */
  readonly self?: boolean;
  /** nobody recorded it */
  readonly expected?: boolean;
}

interface DayTold extends DayNamed {
  readonly was: PlainDate;
  readonly wasOff: boolean;
  readonly on: PlainDate | null;
  /** of an activity: when it begins and where it is, and which of them is not as it was given */
  readonly time: string | null;
  readonly place: string | null;
  readonly isTimeNew: boolean;
  readonly isPlaceNew: boolean;
  /** of an activity that is no more: what it stands as in the calendar of its reader */
  readonly given: string | null;
  /** there is something to name it after, and its reader may know */
  readonly isKnown: boolean;
}

const DAYS = new Catalogue({ nl: nl.calendarDays, en: en.calendarDays });
const NEWS = new Catalogue({ nl: nl.calendarNews, en: en.calendarNews });
const MAIL = new Catalogue({ nl: nl.calendarMail, en: en.calendarMail });

export function summaryOf({ what, name, seat, self, expected }: DayNamed, locale: Locale): string {
  const params = { name, seat: seat ?? null, self: yesOrNo(self), expected: yesOrNo(expected) };
  return onOneLine(DAYS.text(what, locale, params));
}

/** Of a day that is off, and of what, where its reader may know. */
export function offSummary(locale: Locale, what: string | null = null): string {
  return onOneLine(DAYS.text('OFF', locale, { what }));
}

/** Null: its reader may not know any more, or nobody knows. */
export function whatIsOff(change: DayTold, locale: Locale): string | null {
  return change.given ?? (change.isKnown ? summaryOf(change, locale) : null);
}

export function changesWording(changes: readonly DayTold[], locale: Locale) {
  const off = changes.filter(({ on }) => on === null).length;
  const counts = { total: changes.length, off, moved: changes.length - off };
  const say = (key: keyof (typeof nl)['calendarMail']) => MAIL.text(key, locale, counts);
  const wording: Wording = { subject: say('subject'), paragraphs: [say('told')] };
  return { ...wording, list: changes.map((change) => newsOf(change, locale)), why: say('why') };
}

function newsOf(change: DayTold, locale: Locale): string {
  const { was, on, wasOff, time, place, isTimeNew, isPlaceNew } = change;
  if (on === null) return NEWS.text('OFF', locale, { what: whatIsOff(change, locale), was });
  const say = (key: keyof (typeof nl)['calendarNews']) =>
    NEWS.text(key, locale, { what: summaryOf(change, locale), was, on, time, place });
  if (wasOff) return say('AGAIN');
  if (!on.equals(was)) return say('MOVED');
  if (isTimeNew && isPlaceNew && time !== null && place !== null) return say('BOTH');
  return [...(isTimeNew ? [say('TIME')] : []), ...(isPlaceNew ? [say('PLACE')] : [])].join(' ');
}

function yesOrNo(is = false): string {
  return is ? 'yes' : 'no';
}
