import { type Bound, join, raw, sql, type Sql, viewerDay } from '../../reads/sql.js';
import { REQUIREMENT_RULES } from './match-rules.js';

export type Kind = (typeof REQUIREMENT_RULES)[number]['code'];

const NONE = raw('0::bit(512)');

/** Where those may be found who consented to the whole country: see the column `findable_in`. */
export const EVERYWHERE = raw(`'00000000-0000-0000-0000-000000000000'::uuid`);

export const listed = (parts: readonly Sql[]) => join(parts, ', ');

/** The kinds that are traits; a training is a matter of days. */
const TRAITS = REQUIREMENT_RULES.filter(({ code }) => code !== 'TRAINING');

type Strength = 'hard' | 'preferred';
const named = (strength: Strength, kind: Kind) => raw(`${strength}_${kind.toLowerCase()}`);
/** A column of `SEAT`. */
export const asked = (strength: Strength, kind: Kind) => sql`s.${named(strength, kind)}`;

/** Requirements `r` of a kind and strength. */
const are = (strength: string, kind: Kind) => raw(`r.strength = '${strength}' and r.kind = '${kind}'`);
const count = (which: Sql) => sql`(count(*) filter (where ${which}))::integer`;
const bits = (which: Sql) => sql`bits_of(array_agg(r.trait) filter (where ${which} and r.trait is not null))`;
const titles = (which: Sql) => sql`array_agg(r.training) filter (where ${which})`;

/**
 * The common table expression `sought` that `MATCHES` and their criteria look at. One row of what matching needs to know
 * of the seat (see `seat_sought`): how many hard requirements of each kind; as bits the traits of all of them and the
 * preferred ones by kind; titles of trainings. No row unless the viewer fills the seat.
 */
export function soughtFor(seatId: Bound): Sql {
  const counts = TRAITS.map(({ code }) => sql`${count(are('HARD', code))} as ${named('hard', code)}`);
  const preferred = TRAITS.map(
    ({ code }) => sql`nullif(${bits(are('PREFERRED', code))}, ${NONE}) as ${named('preferred', code)}`,
  );
  return sql`sought as materialized (
    select f.*, uuid_hash_extended(f.seat_id, 0) as seed, q.*
    from seat_sought(${seatId}::uuid, ${viewerDay}::date) f
    cross join lateral (select ${bits(raw(`r.strength = 'HARD'`))} as hard, ${listed([...counts, ...preferred])},
        ${titles(are('HARD', 'TRAINING'))} as hard_training, ${titles(are('PREFERRED', 'TRAINING'))} as preferred_training
      from unnest(f.requirements) r) q)`;
}

const COUNTS = TRAITS.map(({ code }) => named('hard', code));
const BITS = [raw('hard'), ...TRAITS.map(({ code }) => named('preferred', code))];

/** `sought`, its bits unpacked once: else that is done for everybody who is weighed. */
export const SEAT = sql`select seed, hard_training, preferred_training, ${listed([
  ...COUNTS,
  ...BITS.map((bits) => sql`${bits} | ${NONE} as ${bits}`),
])}
    from sought offset 0`;
