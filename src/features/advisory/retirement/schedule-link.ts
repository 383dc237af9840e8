import { LinkKind } from '../../../db/link-kind.js';
import type { Tx } from '../../../db/transaction.js';
import type { Locale } from '../../../kernel/messages.js';
import type { ScheduleFormat } from '../advisory.enums.js';

/** What a link to a rooster van aftreden gives, on whose behalf, and until when. */
export interface ScheduleLink {
  readonly bodyId: string;
  readonly format: keyof typeof ScheduleFormat;
  readonly fromYear: number;
  readonly toYear: number;
  readonly locale: Locale;
  readonly accountId: string;
  /** since 1970 */
  readonly expiresAtSeconds: number;
}

/** `2026`, or `2026-2035`. */
export function yearsOf({ fromYear, toYear }: Pick<ScheduleLink, 'fromYear' | 'toYear'>): string {
  return fromYear === toYear ? String(fromYear) : `${fromYear}-${toYear}`;
}

/** Where files of schedules are downloaded, without signing in. */
export const SCHEDULE_PATH = '/downloads/retirement-schedule';

const UUID = '[0-9a-f-]{36}';

/** Says ids, years and a time, and nothing about a person. */
export const SCHEDULE_LINK = new LinkKind(
  'retirement schedule',
  new RegExp(`^(${UUID})\\.(ICS|XLSX)\\.(\\d{4})-(\\d{4})\\.(nl|en)\\.(${UUID})\\.(\\d{10,12})$`),
);

export function signScheduleLink(tx: Tx, link: ScheduleLink): Promise<string> {
  const { bodyId, format, fromYear, toYear, locale, accountId, expiresAtSeconds } = link;
  const what = `${bodyId}.${format}.${fromYear}-${toYear}.${locale}.${accountId}.${expiresAtSeconds}`;
  return SCHEDULE_LINK.sign(tx, what);
}

/**
 * The contents of a token, if we signed it; null for any other text. Whether it is still valid is checked elsewhere.
 */
export async function readScheduleLink(tx: Tx, token: string): Promise<ScheduleLink | null> {
  const parts = await SCHEDULE_LINK.read(tx, token);
  if (!parts) return null;
  const [, bodyId, format, from, to, locale, accountId, expires] = parts;
  return {
    bodyId: bodyId!,
    format: format as ScheduleLink['format'],
    fromYear: Number(from),
    toYear: Number(to),
    locale: locale as Locale,
    accountId: accountId!,
    expiresAtSeconds: Number(expires),
  };
}
