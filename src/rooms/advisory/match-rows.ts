import { join, literal, raw, sql, type Bound, type Sql, viewerDay } from '../../reads/sql.js';
import {
  COUNTED_AT_MOST,
  FAIRNESS_RULES,
  REQUIREMENT_RULES,
  STATEMENT_RULES,
  STOP_RULES,
} from './match-rules.js';

/** From best to worst. A stop is no near miss, however few there are. */
export const FITS = ['SUITABLE', 'TO_CHECK', 'NEARLY_SUITABLE', 'NOT_SUITABLE'] as const;

type Kind = (typeof REQUIREMENT_RULES)[number]['code'];

const profile = raw('e');
const today = sql`${viewerDay}::date`;
const NONE = raw(`0::bit(512)`);
/** Whatever says something about a theme. */
export const ALL_THEMES = sql`(select bits_of(array_agg(position)) from traits where kind = 'THEME')`;
const HALF_A_YEAR = raw(`interval '6 months'`);

/** The kinds that are traits; a training is a matter of days. */
const TRAITS = REQUIREMENT_RULES.filter(({ code }) => code !== 'TRAINING');

const bits = (condition: string) =>
  sql`bits_of(array_agg(r.trait) filter (where ${raw(condition)} and r.trait is not null))`;
const count = (condition: string) => sql`(count(*) filter (where ${raw(condition)}))::integer`;
const hard = (kind: Kind) => raw(`s.hard_${kind.toLowerCase()}`);
const preferred = (kind: Kind) => raw(`s.preferred_${kind.toLowerCase()}`);
const preferredBits = (kind: Kind) => raw(`s.preferred_${kind.toLowerCase()}_bits`);

/**
 * What the seat asks, in one row `s`: how many requirements of each kind and strength, and their traits as bits. No row
 * unless the viewer fills the seat. `offset 0`: else PostgreSQL works it out again wherever it is used.
 */
function asked(seatId: Bound): Sql {
  const counts = REQUIREMENT_RULES.flatMap(({ code }) => [
    sql`${count(`r.kind = '${code}' and r.strength = 'HARD'`)} as hard_${raw(code.toLowerCase())}`,
    sql`${count(`r.kind = '${code}' and r.strength = 'PREFERRED'`)} as preferred_${raw(code.toLowerCase())}`,
  ]);
  const traits = TRAITS.map(
    ({ code }) =>
      sql`${bits(`r.kind = '${code}' and r.strength = 'PREFERRED'`)} as preferred_${raw(code.toLowerCase())}_bits`,
  );
  return sql`select f.seat_id, uuid_hash_extended(f.seat_id, 0) as seed, q.*, ${ALL_THEMES} as all_themes,
      array(select regions_below(place) from unnest(f.region_ids) place) as regions
    from filled_seat(${seatId}::uuid) f
    cross join lateral (select ${bits(`r.strength = 'HARD'`)} as hard_bits, ${join([...counts, ...traits], ', ')}
      from match_requirements(f.seat_id) r) q
    offset 0`;
}

/** Whether a profile says nothing of a kind: then what is asked of it is UNKNOWN, not MISSING. */
export function saysNothing(kind: Kind, profile: Sql, allThemes: Sql): Sql {
  switch (kind) {
    case 'THEME':
      return sql`${profile}.traits & ${allThemes} = ${NONE}`;
    case 'DOMAIN':
      return sql`${profile}.domains = '{}'`;
    case 'LEVEL':
      return sql`${profile}.levels = '{}'`;
    case 'DAY_PART':
      return sql`${profile}.day_parts = '{}'`;
    default:
      return raw('false');
  }
}

/** Whether a stop holds for a profile; `stops` are the codes that the database knows besides. */
export function isStopped(code: string, profile: Sql, stops: Sql): Sql {
  switch (code) {
    case 'NOT_FOR_SEATS':
      return sql`not 'SEAT' = any (${profile}.participation_forms)`;
    case 'PAUSED':
      return sql`coalesce(${profile}.paused @> ${today}, false)`;
    case 'MAX_SEATS':
      return sql`coalesce(${timesOf('SEATS_HELD', profile)} >= ${profile}.max_seats, false)`;
    default:
      return sql`coalesce(${literal(code)} = any (${stops}), false)`;
  }
}

/** How often a fairness rule counts for a profile, without a limit. */
export function timesOf(code: string, profile: Sql): Sql {
  return code === 'SEATS_HELD'
    ? sql`case when cardinality(${profile}.seat_periods) = 0 then 0
        else (select count(*)::integer from unnest(${profile}.seat_periods) held where held @> ${today}) end`
    : sql`case when cardinality(${profile}.asked_on) = 0 then 0
        else (select count(*)::integer from unnest(${profile}.asked_on) asked
          where asked > ${today} - ${HALF_A_YEAR} and asked <= ${today}) end`;
}

/** How many hard requirements are of kinds of which the profile says nothing: it lacks all traits of those. */
const unknown = join(
  TRAITS.map(
    ({ code }) =>
      sql`case when ${hard(code)} > 0 and ${saysNothing(code, profile, raw('s.all_themes'))} then ${hard(code)} else 0 end`,
  ),
  ' + ',
);

/** The traits that are lacking of those the seat must have; the trainings; and the stops. */
const lacking = sql`bit_count(s.hard_bits & ~${profile}.traits)::integer + ${hard('TRAINING')} - coalesce(t.hard, 0)`;
const stops = join(
  STOP_RULES.map(({ code }) => sql`(${isStopped(code, profile, raw('x.codes'))})::integer`),
  ' + ',
);

function score(): Sql {
  const points = (each: number) => raw(String(each));
  const requirements = TRAITS.map(
    (rule) => sql`case when ${preferred(rule.code)} = 0 then 0
      else ${points(rule.points)} * bit_count(${preferredBits(rule.code)} & ${profile}.traits)::integer end`,
  );
  const training = REQUIREMENT_RULES.find(({ code }) => code === 'TRAINING')!;
  const statements = STATEMENT_RULES.map(
    (rule) => sql`case when ${profile}.${raw(rule.column)} then ${points(rule.points)} else 0 end`,
  );
  const fairness = FAIRNESS_RULES.map(
    (rule) => sql`${points(rule.points)} * least(${timesOf(rule.code, profile)}, ${points(COUNTED_AT_MOST)})`,
  );
  const trained = sql`${points(training.points)} * coalesce(t.preferred, 0)`;
  return join([...requirements, trained, ...statements, ...fairness], ' + ');
}

/** Fit, then fewest blockers, fewest unknowns and most points; equals as a number has it that the seat and the person draw. */
const place = sql`((((fit * 25 + least(blockers, 24)) * 20 + least(unknown, 19)) * 1000 + 500 - score) * 256
  + (uuid_hash_extended(id, seed) & 255))::integer`;

/**
 * Everybody who may be found for a seat, with how they fit it: rows of id (of the profile), seat_id, stop_codes, blockers,
 * unknown, score, fit (its place in `FITS`) and place (what sorts them, the best first). Nobody for who does not fill the seat.
 */
export function matchesFor(seatId: Bound): Sql {
  return sql`select judged.*, ${place} as place
    from (
      select counted.*, lacking - unknown + stops as blockers, case when stops > 0 or lacking - unknown > 1 then 3
        when lacking - unknown = 1 then 2 when unknown > 0 then 1 else 0 end as fit
      from (
        select e.id, s.seat_id, s.seed, x.codes as stop_codes,
          ${lacking} as lacking, ${unknown} as unknown, ${stops} as stops, ${score()} as score
        from (${asked(seatId)}) s
        join ervaringsdeskundigen e on e.findable_until >= ${today}
          and (e.findable_country or e.region_id = any (s.regions))
        left join (select m.ervaringsdeskundige_id, array_agg(m.code) as codes
          from match_stops(${seatId}::uuid, ${today}) m group by 1) x on x.ervaringsdeskundige_id = e.id
        left join match_trainings(${seatId}::uuid, ${today}) t on t.ervaringsdeskundige_id = e.id
        where not coalesce('HERE' = any (x.codes), false)
        offset 0
      ) counted
    ) judged`;
}
