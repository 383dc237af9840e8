import { join, numeral, raw, sql, type Sql } from '../../../reads/sql.js';
import { isStopped, isTrained, timesOf } from './match-profile.js';
import {
  COUNTED_AT_MOST,
  FAIRNESS_RULES,
  REQUIREMENT_RULES,
  STATEMENT_RULES,
  STOP_RULES,
} from './match-rules.js';
import { asked, listed, SEAT, SILENCES } from './match-seat.js';

/** From best to worst. A stop is no near miss, however few there are. */
export const FITS = ['SUITABLE', 'TO_CHECK', 'NEARLY_SUITABLE', 'NOT_SUITABLE'] as const;

const profile = raw('e');
const stage = raw('stage.number');

/** The indexes in `FITS` of each stage: suitable, nearly suitable, the rest. */
const STAGES: readonly (readonly number[])[] = [[0], [1, 2], [3]];

/** The stages of `MATCHES` in which people with these fits are found (any fit if omitted): a FROM item. */
export function stagesOf(fits: readonly string[] = FITS): Sql {
  const numbers = STAGES.flatMap((places, number) =>
    places.some((place) => fits.includes(FITS[place]!)) ? [number] : [],
  );
  return sql`unnest(array[${raw(numbers.join())}]::integer[]) stage (number)`;
}

const howMany = (conditions: readonly Sql[]) =>
  join(
    conditions.map((holds) => sql`(${holds})::integer`),
    ' + ',
  );

const has = (trait: number) => sql`get_bit(${profile}.traits, ${numeral(trait)}) = 1`;

/** Of these titles: how many valid trainings a person has. */
const trainingsAmong = (titles: Sql) => sql`case when ${titles} && ${profile}.trained
  then (select count(*) from unnest(${titles}) title where ${isTrained(profile, raw('title'))})::integer else 0 end`;

/** What else the database has against somebody for a seat; a column of every match. */
const RECORDED = ['IN_COOLDOWN'];
const OWN_STOPS = STOP_RULES.filter(({ code }) => !RECORDED.includes(code));

/** Looked up in a set that is built once, whatever the planner expects of a join. */
const isAmong = (people: string) => sql`${profile}.id in (select unnest(${raw(people)}) from sought)`;
const isStoppedHere = (code: string) =>
  isStopped(code, profile, (recorded) => isAmong(recorded.toLowerCase()));

/** Number of hard requirements of kinds on which the profile is silent: it lacks all their traits. */
const unknown = join(
  SILENCES.map(
    ([kind, trait]) => sql`case when ${asked('hard', kind)} > 0 and ${has(trait)}
      then ${asked('hard', kind)} else 0 end`,
  ),
  ' + ',
);
const hardTraining = asked('hard', 'TRAINING');
const untrained = sql`coalesce(cardinality(${hardTraining}), 0) - ${trainingsAmong(hardTraining)}`;
/** The traits among the hard requirements that are lacking. */
const lackingTraits = sql`(s.hard_traits - bit_count(s.hard & ${profile}.traits)::integer)`;

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

/** Evaluated only for those who are not suitable: for the suitable ones the value is known. */
const unlessSuitable = (known: Sql, worked: Sql) =>
  sql`case when ${stage} = 0 then ${known} else ${worked} end`;

// Conditions are in the order that leaves fewest rows to evaluate further, which `and` would not keep: hence `case`.
const isSuitable = sql`case when s.hard & ${profile}.traits = s.hard then
    not ${isStoppedHere('PAUSED')} and not ${isStoppedHere('MAX_SEATS')} and ${untrained} = 0
      and not ${isAmong('in_cooldown')}
  end`;

/** True for everybody who is nearly suitable or to be checked, and cheap to evaluate. */
const mayBeNear = sql`case when ${lackingTraits} > 1 or ${hardTraining} is not null then ${lackingTraits} + ${untrained} - (${unknown}) <= 1
    else true end`;

const names = RECORDED.map((code) => raw(code.toLowerCase()));
/** The inputs of the criteria: of the profile, and of how it fits. */
const SHOWN = listed([
  raw(
    `id, for_seats, traits, trained, trained_until, paused, contact_paused, max_seats, seat_begins, seat_ends, asked_on`,
  ),
  ...STATEMENT_RULES.map((rule) => raw(rule.column)),
  raw('blockers, unknown, score, fit'),
  ...names,
]);

/** The candidates of a stage, with the columns that are shown; the index keeps apart those who do not want a seat. */
function found(): Sql {
  const ownStops = howMany(OWN_STOPS.map(({ code }) => isStoppedHere(code)));
  return sql`select s.seed, ${profile}.*, ${scored()} as score,
      ${unlessSuitable(raw('0'), sql`${lackingTraits} + ${untrained}`)} as lacking,
      ${unlessSuitable(raw('0'), unknown)} as unknown,
      ${unlessSuitable(raw('0'), ownStops)} as own_stops,
      ${listed(RECORDED.map((code) => sql`${unlessSuitable(raw('false'), isStoppedHere(code))} as ${raw(code.toLowerCase())}`))}
    from (${SEAT}) s cross join findable_profiles ${profile}
    where ${profile}.for_seats = any (case when ${stage} = 2 then '{t,f}' else '{t}' end::boolean[])
      and ${profile}.findable_in = any ((select sought.findable_in from sought)::uuid[])
      and case when (case ${stage} when 0 then ${isSuitable} when 1 then ${mayBeNear} else true end) then not ${isAmong('here')} end
    offset 0`;
}

/** Its index in `FITS`. */
const fit = raw(
  'case when stops > 0 or missing > 1 then 3 when missing = 1 then 2 when lacking > 0 then 1 else 0 end',
);
/** What comes before points. */
const rank = unlessSuitable(raw('0'), raw('(fit * 25 + least(blockers, 24)) * 20 + least(unknown, 19)'));

/**
 * Everybody who is findable for the seat of `sought`, with how well they fit: rows of the columns of the profile that
 * matching uses, of blockers, unknown, score, fit (its index in `FITS`), the recorded stops
 * (in_cooldown) and place (the sort key, best first; ties are ordered by a number derived from seat and person). In
 * stages that follow each other completely: the better somebody fits, the less has to be evaluated to see it.
 */
export const MATCHES = sql`select ${SHOWN}, ((${rank} * 1000 + 500 - score) * 256 + (uuid_hash_extended(id, seed) & 255))::integer as place
    from (
      select counted.*, ${unlessSuitable(raw('0'), raw('missing + stops'))} as blockers, ${unlessSuitable(raw('0'), fit)} as fit
      from (
        select found.*, lacking - unknown as missing, own_stops + ${howMany(names)} as stops
        from (${found()}) found
      ) counted
    ) judged
    where case ${stage} ${join(
      STAGES.map((places, number) => sql`when ${numeral(number)} then fit in (${raw(places.join())})`),
      ' ',
    )} end`;
