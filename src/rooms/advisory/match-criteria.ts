import type { Row } from '../../reads/mapping.js';
import { join, literal, raw, type Sql, sql, viewerDay } from '../../reads/sql.js';
import { ALL_THEMES, isStopped, saysNothing, timesOf } from './match-rows.js';
import {
  COUNTED_AT_MOST,
  FAIRNESS_RULES,
  REQUIREMENT_RULES,
  STATEMENT_RULES,
  STOP_RULES,
} from './match-rules.js';
import { inLanguage } from './requirement-words.js';

type Sentences = Readonly<Record<'nl' | 'en', string>>;

const profile = raw('e');

const sentence = ({ nl, en }: Sentences) => inLanguage(literal(nl), literal(en));
const number = (value: number) => raw(String(value));

/** Of a requirement `r` with its `state`. */
function messageOfRequirement(): Sql {
  const cases = REQUIREMENT_RULES.map(
    (rule) => sql`when ${literal(rule.code)} then case state.is
      when 'MET' then ${sentence(rule.met)} when 'UNKNOWN' then ${sentence(rule.unknown)} else ${sentence(rule.missing)} end`,
  );
  return sql`replace(case r.kind ${join(cases, ' ')} end, '%', r.words)`;
}

function requirements(match: Row): Sql {
  const nothing = REQUIREMENT_RULES.map(
    ({ code }) => sql`when ${literal(code)} then ${saysNothing(code, profile, ALL_THEMES)}`,
  );
  const points = REQUIREMENT_RULES.map(
    ({ code, points }) => sql`when ${literal(code)} then ${number(points)}`,
  );
  const isMet = sql`case when r.kind = 'TRAINING' then exists (select from trainings t
      where t.ervaringsdeskundige_id = e.id and t.title_norm = r.value
        and training_state(t.valid_until, ${viewerDay}::date) <> 'EXPIRED')
    else get_bit(e.traits, r.trait) = 1 end`;
  return sql`select case r.strength when 'HARD' then 1 else 2 end as part, r.kind as code, state.is as state,
      case when r.strength = 'PREFERRED' and state.is = 'MET' then case r.kind ${join(points, ' ')} end else 0 end as points,
      r.strength = 'HARD' and state.is = 'MISSING' as blocks, ${messageOfRequirement()} as message, r.id as tie
    from jsonb_to_recordset(${match}.requirements)
      as r (id text, kind text, strength text, value text, trait integer, words text)
    cross join lateral (select case when ${isMet} then 'MET'
      when case r.kind ${join(nothing, ' ')} end then 'UNKNOWN' else 'MISSING' end) state ("is")`;
}

/**
 * Each criterion of a match: rows of code, state, points, blocks and message, in the order in which they are shown. Of
 * the stops only those that hold.
 */
export function criteriaOf(match: Row): Sql {
  const statements = STATEMENT_RULES.map(({ code, column, points, met, missing, unknown }) => {
    const said = sql`${profile}.${raw(column)}`;
    return sql`select 3, ${literal(code)}, case when ${said} then 'MET' when ${said} is null then 'UNKNOWN' else 'MISSING' end,
      case when ${said} then ${number(points)} else 0 end, false,
      case when ${said} then ${sentence(met)} when ${said} is null then ${sentence(unknown)} else ${sentence(missing)} end, ''`;
  });
  const fairness = FAIRNESS_RULES.map(({ code, points, none, some }) => {
    const times = timesOf(code, profile);
    return sql`select 4, ${literal(code)}, case when ${times} = 0 then 'MET' else 'MISSING' end,
      ${number(points)} * least(${times}, ${number(COUNTED_AT_MOST)}), false,
      case when ${times} = 0 then ${sentence(none)} else replace(${sentence(some)}, '%', (${times})::text) end, ''`;
  });
  const stops = STOP_RULES.map(
    (rule) => sql`select 0, ${literal(rule.code)}, 'MISSING', 0, true, ${sentence(rule)}, ''
      where ${isStopped(rule.code, profile, sql`${match}.stop_codes`)}`,
  );
  const rows = [requirements(match), ...stops, ...statements, ...fairness];
  return sql`select c.*, row_number() over (order by part, points desc, code, tie) as place
    from ervaringsdeskundigen e cross join lateral (${join(rows, ' union all ')}) c
    where e.id = ${match}.id`;
}
