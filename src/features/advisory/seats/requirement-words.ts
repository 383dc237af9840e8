import type { Locale } from '../../../kernel/messages.js';
import type { Row } from '../../../reads/mapping.js';
import { join, literal, raw, type Sql, sql, viewerLocale } from '../../../reads/sql.js';
import type { Sentences } from '../matching/match-rules.js';

/** The names of the codes that a seat can ask for. */
const WORDS: Readonly<Record<string, Sentences>> = {
  ONDERWIJS: { nl: 'onderwijs', en: 'education' },
  ZORG: { nl: 'zorg', en: 'health care' },
  JEUGD: { nl: 'jeugd', en: 'youth care' },
  KIND: { nl: 'rond het kind', en: 'around the child' },
  UITVOERING: { nl: 'in projecten', en: 'in projects' },
  BELEID: { nl: 'in beleid', en: 'in policy' },
  MORNING: { nl: 'ochtend', en: 'morning' },
  AFTERNOON: { nl: 'middag', en: 'afternoon' },
  EVENING: { nl: 'avond', en: 'evening' },
  WEEKEND: { nl: 'weekend', en: 'weekend' },
};

/** One of two texts, by the language of the viewer. */
export function inLanguage(nl: Sql, en: Sql): Sql {
  return sql`case when ${viewerLocale}::text = 'en' then ${en} else ${nl} end`;
}

/** What a requirement (a row of type `sought`) asks for, in words of a language; a language by its code. */
export function wordsOf(requirement: Row, language: Locale): Sql {
  const words = Object.entries(WORDS).map(
    ([code, text]) => sql`when ${literal(code)} then ${literal(text[language])}`,
  );
  return sql`coalesce(${requirement}.${raw(language)},
    case ${requirement}.value ${join(words, ' ')} else ${requirement}.value end)`;
}
