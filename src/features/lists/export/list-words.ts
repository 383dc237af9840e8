import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import type { Cell, Head } from './list-columns.js';

type Code = keyof (typeof nl)['codes'];

const HEADS = new Catalogue<Head>({ nl: nl.heads, en: en.heads });
const CODES = new Catalogue<Code>({ nl: nl.codes, en: en.codes });
export const NAMES = new Catalogue({ nl: nl.names, en: en.names });

export const headOf = (head: Head, locale: Locale): string => HEADS.text(head, locale);

/** The word for a code of one of the enums that lists show. */
export const wordFor = (code: string, locale: Locale): string => CODES.text(code as Code, locale);

export function shown(cell: Cell, locale: Locale): string | number | null {
  if (typeof cell !== 'boolean') return cell;
  return wordFor(cell ? 'YES' : 'NO', locale);
}
