import { join, numeral, raw, sql, type Sql } from '../../reads/sql.js';
import { isStopped, isTrained, timesOf } from './match-profile.js';
import {
  COUNTED_AT_MOST,
  FAIRNESS_RULES,
  REQUIREMENT_RULES,
  STATEMENT_RULES,
  STOP_RULES,
} from './match-rules.js';
import { asked, EVERYWHERE, type Kind, listed, SEAT } from './match-seat.js';

/** From best to worst. A stop is no near miss, however few there are. */
export const FITS = ['SUITABLE', 'TO_CHECK', 'NEARLY_SUITABLE', 'NOT_SUITABLE'] as const;

const profile = raw('e');

/** The places of the traits that say that a profile says nothing of a kind: as in the table `traits`. */
const SILENT: readonly (readonly [Kind, number])[] = [
  ['THEME', 0],
  ['DOMAIN', 1],
  ['LEVEL', 2],
  ['DAY_PART', 3],
];

const howMany = (conditions: readonly Sql[]) =>
  join(
    conditions.map((holds) => sql`(${holds})::integer`),
    ' + ',
  );

const has = (trait: number) => sql`get_bit(${profile}.traits, ${numeral(trait)}) = 1`;

/** Of these titles: how many a person has a valid training of. */
const trainingsAmong = (titles: Sql) => sql`case when ${titles} && ${profile}.trained
  then (select count(*) from unnest(${titles}) title where ${isTrained(profile, raw('title'))})::integer else 0 end`;

/** What the database knows besides against somebody for a seat; a column of every match. */
const RECORDED = ['INCOMPATIBLE', 'IN_COOLDOWN'];
const OWN_STOPS = STOP_RULES.filter(({ code }) => !RECORDED.includes(code));

/** Looked up in a set that is made once, whatever the planner expects of a join. */
const isAmong = (people: string) => sql`${profile}.id in (select unnest(${raw(people)}) from sought)`;
const isStoppedHere = (code: string) =>
  isStopped(code, profile, (recorded) => isAmong(recorded.toLowerCase()));

/** How many hard requirements are of kinds of which the profile says nothing: it lacks all traits of those. */
const unknown = join(
  SILENT.map(
    ([kind, trait]) => sql`case when ${asked('hard', kind)} > 0 and ${has(trait)}
      then ${asked('hard', kind)} else 0 end`,
  ),
  ' + ',
);
const hardTraining = asked('hard', 'TRAINING');
const untrained = sql`coalesce(cardinality(${hardTraining}), 0) - ${trainingsAmong(hardTraining)}`;
/** The traits that are lacking of those the seat must have. */
const lackingTraits = sql`bit_count(s.hard & ~${profile}.traits)::integer`;

function scored(): Sql {
  const requirements = REQUIREMENT_RULES.map(({ code, points }) => {
    const wanted = asked('preferred', code);
    if (code === 'TRAINING') return sql`${numeral(points)} * ${trainingsAmong(wanted)}`;
    return sql`case when ${wanted} is null then 0
      else ${numeral(points)} * bit_count(${wanted} & ${profile}.traits)::integer end`;
  });
  const statements = STATEMENT_RULES.map(
    (rule) => sql`case when ${profile}.${raw(rule.column)} then ${numeral(rule.points)} else 0 end`,
  );
  const fairness = FAIRNESS_RULES.map(
    (rule) =>
      sql`${numeral(rule.points)} * least(${timesOf(rule.code, profile)}, ${numeral(COUNTED_AT_MOST)})`,
  );
  return join([...requirements, ...statements, ...fairness], ' + ');
}

/** First what comes first in `rank`, then most points; equals as a number has it that the seat and the person draw. */
const placeBy = (rank: Sql) => sql`(((${rank}) * 1000 + 500 - score) * 256
  + (uuid_hash_extended(id, seed) & 255))::integer`;

/**
 * What is said, by `columns`, of everybody of whom this holds and who may be found for the seat `s`; `wishes` are whether
 * they wish to take a seat: the index has those apart who can never fit it.
 */
const peopleOf = (
  wishes: Sql,
  holds: Sql,
  columns: readonly Sql[],
) => sql`select s.seed, e.*, ${listed(columns)}
  from (${SEAT}) s cross join findable_profiles e
  where ${wishes} and e.findable_in = any ((select regions || ${EVERYWHERE} from sought)::uuid[]) and ${holds} offset 0`;
const ALL = raw(`e.for_seats = any ('{t,f}')`);
const WILLING = raw('e.for_seats');

// In the order that leaves few to look at further, which `and` would not keep.
const isSuitable = sql`case when s.hard & ${profile}.traits = s.hard then
    not ${isStoppedHere('PAUSED')} and not ${isStoppedHere('MAX_SEATS')} and ${untrained} = 0
      and not ${isAmong('here || incompatible || in_cooldown')}
  end`;

/** Holds for everybody who is nearly suitable or to be checked, and is quick to see. */
const mayBeNear = sql`case when ${lackingTraits} > 1 or ${hardTraining} is not null then ${lackingTraits} + ${untrained} - (${unknown}) <= 1
    else true end`;

const names = RECORDED.map((code) => raw(code.toLowerCase()));
/** What criteria are told from: of the profile, and of how it fits. */
const SHOWN = listed([
  raw(`id, for_seats, traits, trained, trained_until, paused, max_seats, seat_begins, seat_ends, asked_on`),
  ...STATEMENT_RULES.map((rule) => raw(rule.column)),
  raw('blockers, unknown, score, fit'),
  ...names,
]);

const score = sql`${scored()} as score`;

function suitable(): Sql {
  const clear = names.map((name) => sql`false as ${name}`);
  return sql`select ${SHOWN}, ${placeBy(raw('0'))} as place
    from (select found.*, 0 as blockers, 0 as unknown, 0 as fit, ${listed(clear)}
      from (${peopleOf(WILLING, isSuitable, [score])}) found) judged`;
}

/** Of everybody of whom this holds, those whose fit is one of these. */
function others(wishes: Sql, holds: Sql, fits: Sql): Sql {
  const recorded = RECORDED.map((code) => sql`${isStoppedHere(code)} as ${raw(code.toLowerCase())}`);
  const ownStops = howMany(OWN_STOPS.map(({ code }) => isStoppedHere(code)));
  const columns = [
    score,
    sql`${lackingTraits} + ${untrained} as lacking`,
    sql`${unknown} as unknown`,
    sql`${ownStops} as own_stops`,
    ...recorded,
  ];
  return sql`select ${SHOWN}, ${placeBy(raw('(fit * 25 + least(blockers, 24)) * 20 + least(unknown, 19)'))} as place
    from (
      select counted.*, missing + stops as blockers,
        case when stops > 0 or missing > 1 then 3 when missing = 1 then 2 when lacking > 0 then 1 else 0 end as fit
      from (
        select found.*, lacking - unknown as missing, own_stops + ${howMany(names)} as stops
        from (${peopleOf(wishes, sql`case when ${holds} then not ${isAmong('here')} end`, columns)}) found
      ) counted
    ) judged where ${fits}`;
}

/**
 * Everybody who may be found for the seat of `sought`, with how they fit it: rows of what the profile says that matching
 * looks at, of blockers, unknown, score, fit (its place in `FITS`), the recorded stops (incompatible, in_cooldown) and
 * place (what sorts them, the best first). In parts, of which each all goes before the next, with the places in `FITS`
 * that it holds: the better somebody fits, the less has to be worked out to see it.
 */
export const MATCHES: readonly { readonly fits: readonly number[]; readonly rows: Sql }[] = [
  { fits: [0], rows: suitable() },
  { fits: [1, 2], rows: others(WILLING, mayBeNear, raw('fit in (1, 2)')) },
  { fits: [3], rows: others(ALL, raw('true'), raw('fit = 3')) },
];
