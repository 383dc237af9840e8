import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Locale } from '../../../kernel/messages.js';
import type { ScheduleFormat } from '../advisory.enums.js';

/** What a link to a rooster van aftreden gives, in whose name, and until when. */
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

/** Where files of schedules are given, without signing in. */
export const SCHEDULE_PATH = '/downloads/retirement-schedule';

const UUID = '[0-9a-f-]{36}';
const TOKEN = new RegExp(
  `^((${UUID})\\.(ICS|XLSX)\\.(\\d{4})-(\\d{4})\\.(nl|en)\\.(${UUID})\\.(\\d{10,12}))\\.([\\w-]{43})$`,
);

/** Goes into an address: ids, years, a time and a signature, nothing of a person. */
export function signScheduleLink(secret: string, link: ScheduleLink): string {
  const { bodyId, format, fromYear, toYear, locale, accountId, expiresAtSeconds } = link;
  const what = `${bodyId}.${format}.${fromYear}-${toYear}.${locale}.${accountId}.${expiresAtSeconds}`;
  return `${what}.${signature(secret, what)}`;
}

/** What a token says, when we signed it; null for any other text. Whether it is still good is another matter. */
export function readScheduleLink(secret: string, token: string): ScheduleLink | null {
  const [, what, bodyId, format, from, to, locale, accountId, expires, given] = TOKEN.exec(token) ?? [];
  if (!what || !given) return null;
  if (!timingSafeEqual(Buffer.from(signature(secret, what)), Buffer.from(given))) return null;
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

/** Says what it is for, so that a token of another kind never passes as one of these. */
function signature(secret: string, what: string): string {
  return createHmac('sha256', secret).update(`retirement schedule ${what}`).digest('base64url');
}
