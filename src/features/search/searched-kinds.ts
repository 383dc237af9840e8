import type { Reach } from '../../db/viewer-settings.js';
import { describedEnum } from '../../graphql/connections.js';
import { resembles } from '../../reads/named.js';
import type { Argument } from '../../reads/argument.js';
import { allOf, join, literal, numeral, raw, type Sql, sql, viewerDay } from '../../reads/sql.js';
import { namedLike } from '../people/named-like.js';

export const SearchKind = describedEnum('SearchKind', 'What can be searched for.', {
  PERSON: 'People, by name.',
  OUDERNETWERK: 'Networks, by name.',
  ADVISORY_BODY: 'Bodies that advise or decide, by name.',
  ADVISORY_SEAT: 'Seats of bodies, by title.',
  ORGANISATION: 'Organisations, by name.',
  REGION: 'Regions, by name or code.',
  MUNICIPALITY: 'Municipalities, by name.',
  THEME: 'Themes in use, by label.',
});

/** What is searched: its type, and a query of `id` and `score` for a text. */
interface Searched {
  readonly type: string;
  readonly hits: (text: Argument, reach: Reach) => Sql;
}

const HIT = raw('hit');

/** How much a name resembles a text: fully, where it has all of it as words. The same as for people. */
function scoreOf(name: Sql, text: Argument): Sql {
  return sql`(case when strpos(' ' || ${name} || ' ', ' ' || fold(${text.parameter}::text) || ' ') > 0 then 1
    else word_similarity(fold(${text.parameter}::text), ${name}) end)::real`;
}

/** By name, as the list of the same type finds them. */
function byName(type: string, table: string, seenBy: 'all' | 'national'): Searched {
  const find = resembles(table, seenBy);
  return {
    type,
    hits: (text, reach) => sql`select hit.id, ${scoreOf(sql`hit.search_name`, text)} as score
      from ${raw(table)} hit where ${find(HIT, text, reach) as Sql}`,
  };
}

/** Of a short list that everybody sees. */
function ofShortList(type: string, table: string, name: Sql, ...conditions: Sql[]): Searched {
  return {
    type,
    hits: (text) => sql`select hit.id, ${scoreOf(name, text)} as score from ${raw(table)} hit
      where ${allOf([sql`fold(${text.parameter}::text) <% ${name}`, ...conditions])}`,
  };
}

export const SEARCHED: Readonly<Record<keyof typeof SearchKind, Searched>> = {
  PERSON: {
    type: 'Person',
    hits: (text) => sql`select named.person_id as id, named.score from (${namedLike(text.parameter)}) named
      join people hit on hit.id = named.person_id
      where exists (select from person_details known where known.person_id = hit.id)`,
  },
  OUDERNETWERK: byName('Oudernetwerk', 'oudernetwerken', 'national'),
  ADVISORY_BODY: byName('AdvisoryBody', 'advisory_bodies', 'national'),
  ADVISORY_SEAT: byName('AdvisorySeat', 'advisory_seats', 'national'),
  ORGANISATION: byName('Organisation', 'organisations', 'all'),
  REGION: ofShortList('Region', 'regions', sql`(fold(hit.name) || ' ' || lower(hit.code))`),
  MUNICIPALITY: ofShortList('Municipality', 'municipalities', sql`fold(hit.name)`),
  THEME: ofShortList(
    'Theme',
    'themes',
    sql`(fold(hit.label_nl) || ' ' || fold(hit.label_en))`,
    sql`hit.retired_on is null or hit.retired_on > ${viewerDay}::date`,
  ),
};

/** Less than scores differ by: of equal ones what a region works with comes before what there is everywhere. */
const STEP = 1e-6;

/** What is found of these kinds: `id`, `score`, `rank`, `kind` and `type`. A text without anything to see finds nothing. */
export function hitsOf(text: Argument, kinds: readonly string[], reach: Reach): Sql {
  const asked = (Object.keys(SEARCHED) as (keyof typeof SearchKind)[]).filter((kind) => kinds.includes(kind));
  const nothing = sql`select null::uuid as id, null::real as score, null::real as rank, null as kind, null as type where false`;
  const parts = asked.map((kind) => {
    const { type, hits } = SEARCHED[kind];
    const behind = Object.keys(SEARCHED).indexOf(kind) * STEP;
    return sql`select found.id, found.score, (found.score - ${numeral(behind)})::real as rank, ${literal(kind)} as kind, ${literal(type)} as type
      from (${hits(text, reach)}) found`;
  });
  return text.isBlank || parts.length === 0 ? nothing : join(parts, ' union all ');
}
