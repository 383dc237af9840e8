import { Catalogue, languageNames, type Locale } from '../../../kernel/messages.js';
import type { Row } from '../../../reads/mapping.js';
import { literal, raw, type Sql, sql, viewerLocale } from '../../../reads/sql.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const ASKED = new Catalogue({ nl: nl.asked, en: en.asked });

/** The names of the codes that a seat can ask for, languages among them; as JSON. */
const WORDS: Readonly<Record<Locale, Sql>> = { nl: words('nl'), en: words('en') };

function words(locale: Locale): Sql {
  return literal(JSON.stringify({ ...languageNames(locale), ...ASKED.outlines(locale) }));
}

/** One of two texts, by the language of the viewer. */
export function inLanguage(dutch: Sql, english: Sql): Sql {
  return sql`case when ${viewerLocale}::text = 'en' then ${english} else ${dutch} end`;
}

/** What a requirement (a row of type `sought`) asks for, in words of a language. */
export function wordsOf(requirement: Row, locale: Locale): Sql {
  return sql`coalesce(${requirement}.${raw(locale)}, ${WORDS[locale]}::jsonb ->> ${requirement}.value, ${requirement}.value)`;
}
