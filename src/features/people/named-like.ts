import { numeral, type Parameter, type Sql, sql } from '../../reads/sql.js';

/**
 * People whose name resembles a text at least so much (0 to 1): a FROM item of `person_id` and `score`. Of names that
 * are compared one by one, those that lack too many of its trigrams are passed over.
 */
export function namedLike(text: Sql | Parameter, atLeast: number): Sql {
  const name = sql`fold(${text}::text)`;
  const score = sql`word_similarity(wanted.name, known.search_name)`;
  return sql`(select * from people_named(${text}::text, ${numeral(atLeast)})
    union all
    select known.person_id, ${score}
    from (select ${name} as name, name_marks(${name}) as marks,
        (1 - ${numeral(atLeast)}) * cardinality(show_trgm(${name})) as most offset 0) wanted
      cross join names_known_elsewhere() known
    where case when bit_count(wanted.marks & ~known.marks) <= wanted.most then ${score} >= ${numeral(atLeast)}
      else false end)`;
}
