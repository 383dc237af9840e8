import type { Locale } from '../../../kernel/messages.js';
import { AccountLink, type Asked, UUID } from '../../access/account-link.js';
import type { ScheduleFormat } from '../advisory.enums.js';

/** What a link to a rooster van aftreden gives. */
export interface Schedule {
  readonly bodyId: string;
  readonly format: keyof typeof ScheduleFormat;
  readonly fromYear: number;
  readonly toYear: number;
  readonly locale: Locale;
}

export type ScheduleLink = Asked<Schedule>;

/** `2026`, or `2026-2035`. */
export function yearsOf({ fromYear, toYear }: Pick<Schedule, 'fromYear' | 'toYear'>): string {
  return fromYear === toYear ? String(fromYear) : `${fromYear}-${toYear}`;
}

/** Links to files of schedules. */
export const SCHEDULES = new AccountLink<Schedule>('retirement schedule', '/downloads/retirement-schedule', {
  shape: `(${UUID})\\.(ICS|XLSX)\\.(\\d{4})-(\\d{4})\\.(nl|en)`,
  write: ({ bodyId, format, fromYear, toYear, locale }) =>
    `${bodyId}.${format}.${fromYear}-${toYear}.${locale}`,
  read: ([bodyId, format, from, to, locale]) => ({
    bodyId: bodyId!,
    format: format as Schedule['format'],
    fromYear: Number(from),
    toYear: Number(to),
    locale: locale as Locale,
  }),
});
