import type { Row } from '../../../reads/mapping.js';
import { join, literal, numeral, raw, type Sql, sql } from '../../../reads/sql.js';
import { isStopped, isTrained, timesOf } from './match-profile.js';
import {
  COUNTED_AT_MOST,
  FAIRNESS_RULES,
  HOLE,
  REQUIREMENT_RULES,
  type Sentences,
  STATEMENT_RULES,
  STOP_RULES,
} from './match-rules.js';
import { listed, SILENCES } from './match-seat.js';
import { inLanguage, wordsOf } from './requirement-words.js';

const said = ({ nl, en }: Sentences) => inLanguage(literal(nl), literal(en));

/** The sort key of criteria: by part, most points first, then by number; no two criteria of a match are equal. */
const placeOf = (part: Sql, points: Sql, number: Sql) => sql`(${part} * 1000 - ${points}) * 1000 + ${number}`;

/**
 * The common table expression `outcomes`: everything that can be said about what the seat asks (see `soughtFor`), a
 * row for each requirement and state, in words. A match only chooses among them.
 */
export const OUTCOMES = outcomes();

function outcomes(): Sql {
  const sentences = REQUIREMENT_RULES.flatMap(({ code, points, met, missing, unknown }) =>
    Object.entries({ MET: met, MISSING: missing, UNKNOWN: unknown }).map(
      ([state, { nl, en }]) =>
        sql`(${literal(code)}, ${literal(state)}, ${numeral(state === 'MET' ? points : 0)}, ${literal(nl)}, ${literal(en)})`,
    ),
  );
  const inWords = (language: 'nl' | 'en') =>
    sql`replace(rule.${raw(language)}, ${literal(HOLE)}, ${wordsOf(raw('r'), language)}) as ${raw(language)}`;
  const silences = SILENCES.map(([kind, trait]) => sql`when ${literal(kind)} then ${numeral(trait)}`);
  return sql`outcomes as materialized (
    select ${placeOf(raw('part'), raw('gives.points'), raw('r.number::integer'))} as place, rule.code, rule.state, gives.points,
      part = 1 and rule.state = 'MISSING' as blocks, ${inWords('nl')}, ${inWords('en')},
      r.trait, r.training, case rule.code ${join(silences, ' ')} end as silence
    from unnest((select requirements from sought)) with ordinality r (id, kind, strength, value, trait, training, nl, en, number)
    join (values ${listed(sentences)}) rule (code, state, points, nl, en) on rule.code = r.kind
    cross join lateral (select case r.strength when 'HARD' then 1 else 2 end as part,
      case r.strength when 'HARD' then 0 else rule.points end as points) gives)`;
}

function requirements(match: Row, which: Sql): Sql {
  const isMet = sql`case when o.training is null then get_bit(${match}.traits, o.trait) = 1
    else ${isTrained(match, raw('o.training'))} end`;
  return sql`select o.place, o.code, o.state, o.points, o.blocks, ${inLanguage(raw('o.nl'), raw('o.en'))} as message
    from outcomes o
    where ${which} and o.state = case when ${isMet} then 'MET'
      when get_bit(${match}.traits, o.silence) = 1 then 'UNKNOWN' else 'MISSING' end`;
}

interface Always {
  readonly part: number;
  readonly code: string;
  /** null: not shown */
  readonly state: Sql;
  readonly points: Sql;
  readonly message: Sql;
}

const stops = (match: Row): readonly Always[] =>
  STOP_RULES.map((rule) => {
    const holds = isStopped(rule.code, match, (recorded) => sql`${match}.${raw(recorded.toLowerCase())}`);
    const state = sql`case when ${holds} then 'MISSING' end`;
    return { part: 0, code: rule.code, state, points: numeral(0), message: said(rule) };
  });

const statements = (match: Row): readonly Always[] =>
  STATEMENT_RULES.map((rule) => {
    const value = sql`${match}.${raw(rule.column)}`;
    const byValue = (met: Sql, missing: Sql, unknown: Sql) =>
      sql`case when ${value} then ${met} when ${value} is null then ${unknown} else ${missing} end`;
    return {
      part: 3,
      code: rule.code,
      state: byValue(literal('MET'), literal('MISSING'), literal('UNKNOWN')),
      points: byValue(numeral(rule.points), numeral(0), numeral(0)),
      message: byValue(said(rule.met), said(rule.missing), said(rule.unknown)),
    };
  });

const fairness = (match: Row): readonly Always[] =>
  FAIRNESS_RULES.map((rule) => {
    const times = timesOf(rule.code, match);
    const byTimes = (none: Sql, some: Sql) => sql`case when ${times} = 0 then ${none} else ${some} end`;
    const more = sql`replace(${said(rule.more)}, ${literal(HOLE)}, (${times})::text)`;
    return {
      part: 4,
      code: rule.code,
      state: byTimes(literal('MET'), literal('MISSING')),
      points: sql`${numeral(rule.points)} * least(${times}, ${numeral(COUNTED_AT_MOST)})`,
      message: byTimes(said(rule.none), sql`case when ${times} = 1 then ${said(rule.once)} else ${more} end`),
    };
  });

/**
 * Criteria that apply whatever the seat asks. From arrays: a union with one branch each runs as fast, but is slow to
 * start.
 */
function always(rules: readonly Always[], when = raw('true')): Sql {
  const column = (name: string, valueOf: (rule: Always) => Sql) =>
    sql`unnest(array[${listed(rules.map(valueOf))}]) as ${raw(name)}`;
  const codes = rules.map(({ code }) => code).sort();
  return sql`select ${placeOf(raw('part'), raw('points'), raw('number'))} as place, code, state, points, part = 0 as blocks, message
    from (
      select ${column('part', ({ part }) => numeral(part))}, ${column('number', ({ code }) => numeral(codes.indexOf(code)))},
        ${column('code', ({ code }) => literal(code))}, ${column('state', ({ state }) => state)},
        ${column('points', ({ points }) => points)}, ${column('message', ({ message }) => message)}
      where ${when}) rule
    where state is not null`;
}

// most matches have none, and then nobody looks for them
const isBlocked = (match: Row) => sql`${match}.blockers > 0`;

/**
 * Each criterion of a match: rows of place, code, state, points, blocks and message. Of the stops only those that
 * apply.
 */
export function criteriaOf(match: Row): Sql {
  return join(
    [
      requirements(match, raw('true')),
      always(stops(match), isBlocked(match)),
      always([...statements(match), ...fairness(match)]),
    ],
    ' union all ',
  );
}

/** The criteria that block, without evaluating the others. */
export function blockersOf(match: Row): Sql {
  return sql`${requirements(match, sql`${isBlocked(match)} and o.blocks`)}
    union all ${always(stops(match), isBlocked(match))}`;
}
