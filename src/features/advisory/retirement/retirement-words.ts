import type { Locale } from '../../../kernel/messages.js';
import type { RetirementMaterial } from './retirement-material.js';
import type { RetirementWarningCode } from './retirement-schedule.js';

type Rules = Pick<RetirementMaterial, 'maxLeavingShare' | 'vacancyDays'>;

/** `{count}` seats; `{share}` and `{days}` are rules of the body. */
const WORDS: Readonly<Record<RetirementWarningCode, Readonly<Record<Locale, string>>>> = {
  TOO_MANY_LEAVE: {
    nl: 'In één jaar stoppen er te veel: {count}. Het reglement laat hoogstens {share}% toe.',
    en: 'Too many leave in one year: {count}. The rules allow {share}% at most.',
  },
  VACANT_TOO_LONG: {
    nl: 'Langer dan {days} dagen vacant: {count}.',
    en: 'Vacant for more than {days} days: {count}.',
  },
  CARRIED_OVER: {
    nl: 'De termijn is voorbij, maar er is nog geen opvolger: {count}.',
    en: 'The term is over, but nobody has followed yet: {count}.',
  },
  NO_REAPPOINTMENT: {
    nl: 'Wie stopt kan niet nog een termijn blijven, en een opvolger is er nog niet: {count}.',
    en: 'Who leaves cannot stay for another term, and nobody follows yet: {count}.',
  },
};

export function retirementWarning(
  code: RetirementWarningCode,
  locale: Locale,
  count: number,
  { maxLeavingShare, vacancyDays }: Rules,
): string {
  return WORDS[code][locale]
    .replace('{count}', String(count))
    .replace('{share}', String(maxLeavingShare))
    .replace('{days}', String(vacancyDays));
}
