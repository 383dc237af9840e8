import type { Row } from '../../reads/mapping.js';
import { join, literal, type Sql, sql, viewerLocale } from '../../reads/sql.js';

type Words = Readonly<Record<string, Readonly<Record<'nl' | 'en', string>>>>;

const WORDS: Readonly<Record<'DOMAIN' | 'LEVEL' | 'DAY_PART', Words>> = {
  DOMAIN: {
    ONDERWIJS: { nl: 'onderwijs', en: 'education' },
    ZORG: { nl: 'zorg', en: 'health care' },
    JEUGD: { nl: 'jeugd', en: 'youth care' },
  },
  LEVEL: {
    KIND: { nl: 'rond het kind', en: 'around the child' },
    UITVOERING: { nl: 'in projecten', en: 'in projects' },
    BELEID: { nl: 'in beleid', en: 'in policy' },
  },
  DAY_PART: {
    MORNING: { nl: 'ochtend', en: 'morning' },
    AFTERNOON: { nl: 'middag', en: 'afternoon' },
    EVENING: { nl: 'avond', en: 'evening' },
    WEEKEND: { nl: 'weekend', en: 'weekend' },
  },
};

/** One of two texts, by the language of the viewer. */
export function inLanguage(nl: Sql, en: Sql): Sql {
  return sql`case when ${viewerLocale}::text = 'en' then ${en} else ${nl} end`;
}

function wordOf(requirement: Row, words: Words): Sql {
  const cases = Object.entries(words).map(
    ([code, { nl, en }]) => sql`when ${literal(code)} then ${inLanguage(literal(nl), literal(en))}`,
  );
  return sql`case ${requirement}.value ${join(cases, ' ')} end`;
}

/** What a requirement asks for, in words of the viewer's language; a language by its code. */
export function wordsOf(requirement: Row): Sql {
  return sql`case ${requirement}.kind
    when 'THEME' then (select ${inLanguage(sql`t.label_nl`, sql`t.label_en`)} from themes t where t.id = ${requirement}.theme_id)
    when 'REGION' then (select g.name from regions g where g.id = ${requirement}.place_id)
    when 'TRAINING' then ${requirement}.label
    when 'LANGUAGE' then ${requirement}.value
    when 'DOMAIN' then ${wordOf(requirement, WORDS.DOMAIN)}
    when 'LEVEL' then ${wordOf(requirement, WORDS.LEVEL)}
    when 'DAY_PART' then ${wordOf(requirement, WORDS.DAY_PART)} end`;
}
