import { isBefore, type PlainDate } from '../../../kernel/clock.js';
import type { RecipientType } from '../mail/recipients.js';
import type { FollowedSubject } from '../mail/calendar-event.js';

/** A day as it stands in the calendar of a reader, and as it is now. */
export interface Copy {
  readonly what: FollowedSubject;
  readonly was: PlainDate;
  /** the reader was told that it is off */
  readonly isOff: boolean;
  /** null: it is off */
  readonly now: PlainDate | null;
  /** it begins at another time than was given, or is in another place */
  readonly isOtherwise: boolean;
  readonly reader: RecipientType;
  /** whether the reader would be told of it today */
  readonly mayKnow: boolean;
  readonly reminders: boolean;
  readonly digest: boolean;
}

/** What mail somebody must want to be told of a day; null: it is an affair of their own. */
const WISHES: Readonly<Record<FollowedSubject, 'reminders' | 'digest' | null>> = {
  TREKKERSCHAP_END: 'reminders',
  SUPPORT_END: 'reminders',
  ACTIVITY: 'reminders',
  SEAT_TERM_END: 'reminders',
  WORK_DUE: 'digest',
  ANSWER_DUE: null,
};

/**
 * What a reader hears of a day that they were given: another day, that it is off, or nothing (null). What has passed
 * stays as it was. Whoever may not know the new day, or wants no more of these mails, hears once that the old one is
 * off, and nothing after that; an account that wants no mail at all hears nothing. While the day stands, another time or
 * place is for all who come, whatever they want to be reminded of. What somebody fetched themselves is
 * corrected by mail for those who want reminders, and for the others when they fetch it again.
 */
export function changeFor(copy: Copy, today: PlainDate): { readonly on: PlainDate | null } | null {
  const { what, was, isOff, now, isOtherwise, reader, mayKnow, reminders, digest } = copy;
  if (!isOff && isBefore(was, today)) return null;
  const stands = !isOff && now?.equals(was) === true;
  if (isOff ? now === null : stands && !isOtherwise) return null;
  const wish = WISHES[what];
  if (what === 'SEAT_TERM_END' && !reminders) return null;
  if (wish !== null && reader === 'ACCOUNT' && !reminders && !digest) return null;
  if (stands) return mayKnow ? { on: was } : null;
  const isWanted = wish === null || copy[wish];
  const on = mayKnow && isWanted && now && !isBefore(now, today) ? now : null;
  return isOff && on === null ? null : { on };
}
