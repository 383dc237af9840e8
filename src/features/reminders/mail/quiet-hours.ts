import { Temporal } from 'temporal-polyfill';
import { type Instant, ZONE } from '../../../kernel/clock.js';

/** Whole hours in Europe/Amsterdam; equal hours mean that none are quiet. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** When mail may go out: now, or when the current quiet hours are over. They may span midnight. */
export function whenToSend(now: Instant, { from, until }: QuietHours): Instant {
  const local = now.toZonedDateTimeISO(ZONE);
  const overnight = from > until;
  const quiet = overnight
    ? local.hour >= from || local.hour < until
    : local.hour >= from && local.hour < until;
  if (!quiet) return now;
  const endsOn = overnight && local.hour >= from ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  const end = endsOn.toZonedDateTime({ timeZone: ZONE, plainTime: { hour: until } });
  // when the clock goes back the hour comes twice: never before now
  return Temporal.Instant.compare(end.toInstant(), now) > 0 ? end.toInstant() : now;
}
