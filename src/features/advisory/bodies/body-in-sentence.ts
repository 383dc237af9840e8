import type { Locale } from '../../../kernel/messages.js';

const DE = /(raad|tafel|groep|commissie|opr)$/i;
const HET = /(platform|overleg|panel|netwerk)$/i;

/** The name of a body inside a sentence: `de Adviesraad Jeugd`. In Dutch the bare name where its first word says no gender. */
export function bodyInSentence(name: string, locale: Locale): string {
  const [kind = ''] = name.split(' ');
  if (!DE.test(kind) && !HET.test(kind)) return name;
  if (locale === 'en') return `the ${name}`;
  return `${DE.test(kind) ? 'de' : 'het'} ${name}`;
}
