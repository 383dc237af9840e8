import type { PlainDate } from '../../../kernel/clock.js';

/** What a day ahead can be about: it is corrected when it is not right any more. `calendar_day` knows where it is. */
export const FOLLOWED = [
  'TREKKERSCHAP_END',
  'SUPPORT_END',
  'ACTIVITY',
  'WORK_DUE',
  'ANSWER_DUE',
  'SEAT_TERM_END',
] as const;
export type FollowedSubject = (typeof FOLLOWED)[number];

/** What a day in somebody's calendar can be about; the others are of today or before. */
export type CalendarSubject = FollowedSubject | 'HANDOVER_DUE' | 'TIE_CONFIRM' | 'DIGEST' | 'NO_TERM_ENDS';

/** A day for somebody's calendar. */
export interface CalendarEntry {
  readonly what: CalendarSubject;
  readonly subjectId: string;
  /** of a term that ends: the body whose schedule it stands in */
  readonly bodyId?: string;
  /** null: it is off */
  readonly on: PlainDate | null;
  readonly summary: string;
  /** `19:30`, in Amsterdam; without it the whole day */
  readonly time?: string | null;
  readonly place?: string | null;
}

/** The same as it is handed out. */
export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly changedAt: Date;
  /** where it stands, or stood before it was off */
  readonly day: PlainDate;
  readonly isOff: boolean;
  readonly summary: string;
  readonly time?: string | null;
  readonly place?: string | null;
}

/**
 * By what it is about and nothing else: the same in every mail and file, on whatever day it falls and wherever the
 * service runs.
 */
export function uidOf(what: CalendarSubject, subjectId: string): string {
  return `${what.toLowerCase().replaceAll('_', '-')}-${subjectId}@oudernetwerken`;
}
