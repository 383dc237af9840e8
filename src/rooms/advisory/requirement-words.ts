import type { Locale } from '../../kernel/messages.js';
import type { Row } from '../../reads/mapping.js';
import { literal, type Sql, sql, viewerLocale } from '../../reads/sql.js';
import type { Sentences } from './match-rules.js';

/** What the codes are called that a seat can ask for. */
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

/** What a key stands for in the language of the viewer: looked up in one constant, which is cheap to plan and to ask. */
export function saidInLanguage(texts: Readonly<Record<string, Sentences>>, key: Sql): Sql {
  const map = (language: Locale) => {
    const said = Object.entries(texts).map(([key, text]) => [key, text[language]]);
    return sql`${literal(JSON.stringify(Object.fromEntries(said)))}::jsonb`;
  };
  return sql`(${inLanguage(map('nl'), map('en'))} ->> (${key}))`;
}

/** What a requirement (a row of type `sought`) asks for, in words of the viewer's language; a language by its code. */
export function wordsOf(requirement: Row): Sql {
  const named = inLanguage(sql`${requirement}.nl`, sql`${requirement}.en`);
  const value = sql`${requirement}.value`;
  return sql`coalesce(${named}, ${saidInLanguage(WORDS, value)}, ${value})`;
}
