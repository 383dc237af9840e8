import { numeral, type Parameter, type Sql, sql } from '../../reads/sql.js';

/**
 * How much a name resembles a text that is searched for, if none is spelt nearly so, and the name of somebody who may be
 * the same (0 to 1).
 */
const [FOUND, ALIKE] = [0.45, 0.7].map(numeral) as [Sql, Sql];

/**
 * People who may be meant by a name: a query of `person_id` and `score`. They are in the order of a page, so that of many
 * with the same name only those on it are looked up.
 */
export function namedLike(text: Parameter): Sql {
  return sql`select * from people_named(${text}::text, ${FOUND}) order by score desc, person_id desc`;
}

/** Those who may be the same as the person of these details: a FROM item of `person_id` and `score`. */
export function maybeTheSame(details: Sql): Sql {
  const score = sql`word_similarity(${details}.search_name, known.search_name)`;
  return sql`(select * from namesakes(${details}.person_id, ${ALIKE})
    union all
    select known.person_id, ${score} from names_known_elsewhere() known
    where case when known.name_keys && ${details}.name_keys then ${score} >= ${ALIKE} else false end
      and known.person_id <> ${details}.person_id)`;
}
