import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../../../kernel/clock.js';

const MONTHS = ['jan', 'feb', 'maa', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const OTHER_NAMES: Readonly<Record<string, string>> = { mrt: 'maa', mar: 'maa', may: 'mei', oct: 'okt' };

/** What Excel counts days from, once 29 February 1900 is left out, which it has. */
const EXCEL_EPOCH = Temporal.PlainDate.from('1899-12-30');
/** From 1990 to 2100: other numbers are no days. */
const EXCEL_DAYS = { first: 32_874, last: 73_051 };

/**
 * A day as lists have it: `31-12-2024`, `31/12/24`, `2024-12-31`, `31 dec. 2024`, a number of Excel, or only a month or a
 * year, of which it is the first day. Null for anything else: a day that does not exist too.
 */
export function dayIn(written: string): PlainDate | null {
  const text = written.trim().toLowerCase();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(text);
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!);
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (dutch) return dayOf(yearOf(dutch[3]!), dutch[2]!, dutch[1]!);
  const named = /^(?:(\d{1,2}) )?(\p{L}{3,9})\.? (\d{4})$/u.exec(text.replace(/-/g, ' '));
  if (named) return dayOf(named[3]!, monthNamed(named[2]!), named[1] ?? '1');
  if (/^(?:19|20)\d\d$/.test(text)) return dayOf(text, '1', '1');
  const number = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  return number >= EXCEL_DAYS.first && number <= EXCEL_DAYS.last ? EXCEL_EPOCH.add({ days: number }) : null;
}

function yearOf(digits: string): string {
  if (digits.length === 4) return digits;
  return Number(digits) > 60 ? `19${digits}` : `20${digits}`;
}

function monthNamed(name: string): string {
  const short = name.slice(0, 3);
  return String(MONTHS.indexOf(OTHER_NAMES[short] ?? short) + 1);
}

function dayOf(year: string, month: string, day: string): PlainDate | null {
  try {
    const [y, m, d] = [year, month, day].map(Number) as [number, number, number];
    return Temporal.PlainDate.from({ year: y, month: m, day: d }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
