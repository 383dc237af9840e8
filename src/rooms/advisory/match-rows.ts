import { allOf, type Bound, join, literal, raw, sql, type Sql, viewerDay } from '../../reads/sql.js';
import { currentSeats, daysUntil } from '../ervaringsdeskundigen/profile-reach.js';
import {
  COUNTED_AT_MOST,
  FAIRNESS_RULES,
  REQUIREMENT_RULES,
  STATEMENT_RULES,
  STOP_RULES,
} from './match-rules.js';
import { wordsOf } from './requirement-words.js';

/** From best to worst. A stop is no near miss, however few there are. */
export const FITS = ['SUITABLE', 'TO_CHECK', 'NEARLY_SUITABLE', 'NOT_SUITABLE'] as const;

type Kind = (typeof REQUIREMENT_RULES)[number]['code'];

const profile = raw('e');
const today = sql`${viewerDay}::date`;
const NONE = raw(`0::bit(512)`);
/** Whatever says something about a theme. */
export const ALL_THEMES = sql`(select bits_of(array_agg(position)) from traits where kind = 'THEME')`;
const HALF_A_YEAR_AGO = sql`(${today} - interval '6 months')::date`;

/** The kinds that are traits; a training is a matter of days. */
const TRAITS = REQUIREMENT_RULES.filter(({ code }) => code !== 'TRAINING');

const bits = (condition: string) =>
  sql`bits_of(array_agg(r.trait) filter (where ${raw(condition)} and r.trait is not null))`;
const count = (condition: string) => sql`(count(*) filter (where ${raw(condition)}))::integer`;
const hard = (kind: Kind) => raw(`s.hard_${kind.toLowerCase()}`);
const preferred = (kind: Kind) => raw(`s.preferred_${kind.toLowerCase()}`);
const preferredBits = (kind: Kind) => raw(`s.preferred_${kind.toLowerCase()}_bits`);

/** All requirements `r` of a seat, with what they ask in words of the viewer's language. */
export const IN_WORDS = sql`jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'strength', r.strength,
  'value', r.value, 'trait', r.trait, 'words', ${wordsOf(raw('r'))}))`;

/**
 * What the seat asks, in one row `s`: how many requirements of each kind and strength, their traits as bits, and all of them
 * with what they ask in words. No row
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
    cross join lateral (select ${bits(`r.strength = 'HARD'`)} as hard_bits, ${join([...counts, ...traits], ', ')},
        ${IN_WORDS} as requirements
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
  if (code === 'SEATS_HELD') return currentSeats(profile);
  const asked = sql`${profile}.asked_on`;
  return sql`(${daysUntil(asked, today)} - ${daysUntil(asked, HALF_A_YEAR_AGO)})`;
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

/** Who may be found for the seat and has no part in it yet, with what the database knows besides of them. */
const sought = (seatId: Bound) => sql`(${asked(seatId)}) s
  join ervaringsdeskundigen e on e.findable_until >= ${today}
    and (e.findable_country or e.region_id = any (s.regions))
  left join (select m.ervaringsdeskundige_id, array_agg(m.code) as codes
    from match_stops(${seatId}::uuid, ${today}) m group by 1) x on x.ervaringsdeskundige_id = e.id
  left join match_trainings(${seatId}::uuid, ${today}) t on t.ervaringsdeskundige_id = e.id`;
const isHere = sql`coalesce('HERE' = any (x.codes), false)`;
const isSuitable = allOf([
  sql`s.hard_bits & ~${profile}.traits = ${NONE}`,
  sql`${hard('TRAINING')} = coalesce(t.hard, 0)`,
  ...STOP_RULES.map(({ code }) => sql`not ${isStopped(code, profile, raw('x.codes'))}`),
]);

const SHOWN = raw('id, seat_id, requirements, stop_codes, blockers, unknown, score, fit');
const columns = sql`e.id, s.seat_id, s.seed, s.requirements, x.codes as stop_codes, ${score()} as score`;

/**
 * Everybody who may be found for a seat, with how they fit it: rows of id (of the profile), seat_id, requirements, stop_codes,
 * blockers, unknown, score, fit (its place in `FITS`) and place (what sorts them, the best first). In two parts, of which the first
 * all goes before the second: who is suitable is found without working out how far the others are. Nobody for who does
 * not fill the seat.
 */
export function matchesFor(seatId: Bound): { readonly suitable: Sql; readonly others: Sql } {
  const suitable = sql`select ${SHOWN}, ${place} as place
    from (select ${columns}, 0 as blockers, 0 as unknown, 0 as fit
      from ${sought(seatId)} where ${isSuitable} and not ${isHere} offset 0) judged`;
  const others = sql`select ${SHOWN}, ${place} as place
    from (
      select counted.*, lacking - unknown + stops as blockers, case when stops > 0 or lacking - unknown > 1 then 3
        when lacking - unknown = 1 then 2 else 1 end as fit
      from (select ${columns}, ${lacking} as lacking, ${unknown} as unknown, ${stops} as stops
        from ${sought(seatId)} where not (${isSuitable}) and not ${isHere} offset 0) counted
    ) judged`;
  return { suitable, others };
}
