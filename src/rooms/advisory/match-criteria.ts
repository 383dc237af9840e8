import type { Row } from '../../reads/mapping.js';
import { join, literal, numeral, raw, type Sql, sql } from '../../reads/sql.js';
import { isStopped, isTrained, timesOf } from './match-profile.js';
import {
  COUNTED_AT_MOST,
  FAIRNESS_RULES,
  REQUIREMENT_RULES,
  type Sentences,
  STATEMENT_RULES,
  STOP_RULES,
} from './match-rules.js';
import { saidInLanguage, wordsOf } from './requirement-words.js';

/** By code and state: what is said of a criterion, `%` for what it is about. */
const SENTENCES = Object.fromEntries<Sentences>([
  ...[...REQUIREMENT_RULES, ...STATEMENT_RULES].flatMap((rule): [string, Sentences][] => [
    [`${rule.code} MET`, rule.met],
    [`${rule.code} MISSING`, rule.missing],
    [`${rule.code} UNKNOWN`, rule.unknown],
  ]),
  ...FAIRNESS_RULES.flatMap((rule): [string, Sentences][] => [
    [`${rule.code} MET`, rule.none],
    [`${rule.code} MISSING`, rule.some],
  ]),
  ...STOP_RULES.map(({ code, nl, en }): [string, Sentences] => [`${code} MISSING`, { nl, en }]),
]);

interface Always {
  readonly part: number;
  readonly code: string;
  /** null: it is not shown */
  readonly state: Sql;
  readonly points: Sql;
  readonly about: Sql;
}

const NOTHING = { points: numeral(0), about: literal('') };

const stops = (match: Row): readonly Always[] =>
  STOP_RULES.map(({ code }) => {
    const holds = isStopped(code, match, (recorded) => sql`${match}.${raw(recorded.toLowerCase())}`);
    return { ...NOTHING, part: 0, code, state: sql`case when ${holds} then 'MISSING' end` };
  });

const statements = (match: Row): readonly Always[] =>
  STATEMENT_RULES.map(({ code, column, points }) => {
    const said = sql`${match}.${raw(column)}`;
    const state = sql`case when ${said} then 'MET' when ${said} is null then 'UNKNOWN' else 'MISSING' end`;
    return {
      ...NOTHING,
      part: 3,
      code,
      state,
      points: sql`case when ${said} then ${numeral(points)} else 0 end`,
    };
  });

const fairness = (match: Row): readonly Always[] =>
  FAIRNESS_RULES.map(({ code, points }) => {
    const times = timesOf(code, match);
    const state = sql`case when ${times} = 0 then 'MET' else 'MISSING' end`;
    const counted = sql`${numeral(points)} * least(${times}, ${numeral(COUNTED_AT_MOST)})`;
    return { part: 4, code, state, points: counted, about: sql`(${times})::text` };
  });

/** What counts whatever the seat asks. From arrays: a union of one branch for each runs as fast, but is slow to start. */
function always(rules: readonly Always[], when = raw('true')): Sql {
  const column = (name: keyof Always, valueOf: (rule: Always) => Sql) =>
    sql`unnest(array[${join(rules.map(valueOf), ', ')}]) as ${raw(name)}`;
  return sql`select part, code, state, points, part = 0 as blocks, about, null::uuid as tie from (
      select ${column('part', ({ part }) => numeral(part))}, ${column('code', ({ code }) => literal(code))},
        ${column('state', ({ state }) => state)}, ${column('points', ({ points }) => points)},
        ${column('about', ({ about }) => about)} where ${when}) rule
    where state is not null`;
}

function requirements(match: Row, which: Sql): Sql {
  const points = REQUIREMENT_RULES.map(
    ({ code, points }) => sql`when ${literal(code)} then ${numeral(points)}`,
  );
  const isMet = sql`case when r.training is null then get_bit(${match}.traits, r.trait) = 1
    else ${isTrained(match, raw('r.training'))} end`;
  return sql`select case r.strength when 'HARD' then 1 else 2 end as part, r.kind as code, state.is as state,
      case when r.strength = 'PREFERRED' and state.is = 'MET' then case r.kind ${join(points, ' ')} end else 0 end as points,
      r.strength = 'HARD' and state.is = 'MISSING' as blocks, ${wordsOf(raw('r'))} as about, r.id as tie
    from unnest((select requirements from sought)) r
    cross join lateral (select case when ${isMet} then 'MET'
      when get_bit(${match}.traits, r.silent) = 1 then 'UNKNOWN' else 'MISSING' end) state ("is")
    where ${which}`;
}

/** In which order criteria are shown; no two are equal in it. */
export const inOrder = (criterion: Row) =>
  sql`${criterion}.part, ${criterion}.points desc, ${criterion}.code, ${criterion}.tie`;

// of most there are none, and then nobody looks for them
const isBlocked = (match: Row) => sql`${match}.blockers > 0`;

/**
 * Each criterion of a match: rows of code, state, points, blocks, message and what sorts them. Of the stops only those
 * that hold.
 */
export function criteriaOf(match: Row): Sql {
  return inWords([
    requirements(match, raw('true')),
    always(stops(match), isBlocked(match)),
    always([...statements(match), ...fairness(match)]),
  ]);
}

/** Those of the criteria that block, without looking at the others. */
export function blockersOf(match: Row): Sql {
  return sql`select * from (${inWords([
    requirements(match, sql`r.strength = 'HARD' and state.is = 'MISSING'`),
    always(stops(match)),
  ])}) blocker where ${isBlocked(match)}`;
}

function inWords(criteria: readonly Sql[]): Sql {
  const sentence = saidInLanguage(SENTENCES, sql`c.code || ' ' || c.state`);
  return sql`select c.*, replace(${sentence}, '%', c.about) as message from (${join(criteria, ' union all ')}) c`;
}
