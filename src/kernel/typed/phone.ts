import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import { withoutFormat } from '../lines.js';

/** Whom a telephone number reaches. */
export type Reached = 'PERSON' | 'ORGANISATION';

const OF_SERVICES: readonly unknown[] = ['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST'];

/**
 * A telephone number as it is typed or copied, in the form `+31612345678`: from the Netherlands unless it says
 * otherwise. Null if there is no such number, or if it has an extension.
 */
export function phoneNumber(written: string): PhoneNumber | null {
  const dialled = withoutFormat(written)
    .normalize('NFKC')
    .trim()
    .replace(/^tel(?:[.:]+\s*|\s+)/i, '');
  const number = parsePhoneNumberFromString(dialled, { defaultCountry: 'NL', extract: false });
  return number?.isValid() && !number.ext ? number : null;
}

/** A number on record as people here write it: `072 123 4567`. */
export function phoneAsWritten(stored: string): string {
  const number = phoneNumber(stored);
  return number?.country === 'NL' ? number.formatNational() : stored;
}

/** Free, paid, or short as 14 072: nobody's own. */
export function isOfService(number: PhoneNumber): boolean {
  const isShort = number.country === 'NL' && number.nationalNumber.startsWith('14');
  return isShort || OF_SERVICES.includes(number.getType());
}
