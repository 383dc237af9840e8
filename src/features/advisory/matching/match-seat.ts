import { type Parameter, join, raw, sql, type Sql, viewerDay } from '../../../reads/sql.js';
import { REQUIREMENT_RULES } from './match-rules.js';

export type Kind = (typeof REQUIREMENT_RULES)[number]['code'];

const NONE = raw('0::bit(512)');

export const listed = (parts: readonly Sql[]) => join(parts, ', ');

/** The kinds that are traits; whether a training is valid depends on the day. */
const TRAITS = REQUIREMENT_RULES.filter(({ code }) => code !== 'TRAINING');

/** The index of the trait that says that a profile is silent on a kind: as in the table `traits`. */
export const SILENCES: readonly (readonly [Kind, number])[] = [
  ['THEME', 0],
  ['DOMAIN', 1],
  ['LEVEL', 2],
  ['DAY_PART', 3],
];

type Strength = 'hard' | 'preferred';
const named = (strength: Strength, kind: Kind) => raw(`${strength}_${kind.toLowerCase()}`);
/** A column of `SEAT`. */
export const asked = (strength: Strength, kind: Kind) => sql`s.${named(strength, kind)}`;

/** Requirements `r` of a kind and strength. */
const are = (strength: string, kind: Kind) => raw(`r.strength = '${strength}' and r.kind = '${kind}'`);
const count = (which: Sql) => sql`(count(*) filter (where ${which}))::integer`;
const bits = (which: Sql) => sql`bit_or(set_bit(${NONE}, r.trait, 1)) filter (where ${which})`;
const titles = (which: Sql) => sql`array_agg(r.training) filter (where ${which})`;

/**
 * The common table expression `sought` that `MATCHES` and their criteria use. One row with what matching needs to
 * know about the seat (see `seat_sought`): how many hard requirements of each kind that a profile can be silent on;
 * the traits of all hard ones and of the preferred ones by kind, as bits; titles of trainings; and the seats that do not count because they would tell whose profile it is. No row unless the
 * viewer fills the seat.
 */
export function soughtFor(seatId: Parameter): Sql {
  const counts = SILENCES.map(([kind]) => sql`${count(are('HARD', kind))} as ${named('hard', kind)}`);
  const preferred = TRAITS.map(
    ({ code }) => sql`${bits(are('PREFERRED', code))} as ${named('preferred', code)}`,
  );
  return sql`sought as materialized (
    select f.*, uuid_hash_extended(f.seat_id, 0) as seed, seats_known_by_name() as known_by_name, asked.*
    from seat_sought(${seatId}::uuid, ${viewerDay}::date) f
    cross join lateral (select coalesce(${bits(raw(`r.strength = 'HARD'`))}, ${NONE}) as hard, ${listed([...counts, ...preferred])},
        ${titles(are('HARD', 'TRAINING'))} as hard_training, ${titles(are('PREFERRED', 'TRAINING'))} as preferred_training
      from unnest(f.requirements) r) asked)`;
}

const COUNTS = SILENCES.map(([kind]) => named('hard', kind));
const BITS = [raw('hard'), ...TRAITS.map(({ code }) => named('preferred', code))];

/** `sought` with its bits unpacked once, instead of for every profile. */
export const SEAT = sql`select seed, bit_count(hard)::integer as hard_traits, hard_training, preferred_training,
    ${listed([...COUNTS, ...BITS.map((bits) => sql`${bits} | ${NONE} as ${bits}`)])}
    from sought offset 0`;
