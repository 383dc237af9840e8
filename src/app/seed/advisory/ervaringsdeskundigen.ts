import type { DayNumber } from '../days.js';
import { SeedIds } from '../ids.js';
import type { PeopleByRegion } from '../people.js';
import { Weighted, type Random } from '../random.js';

/** The course of their consent to be findable. */
export type ConsentCourse = 'LIVE' | 'NEVER' | 'WITHDRAWN' | 'EXPIRED';

export interface SeedErvaringsdeskundige {
  readonly id: string;
  readonly personId: string;
  /** position of their home region */
  readonly home: number;
  readonly registeredOn: DayNumber;
  readonly consent: ConsentCourse;
}

const CONSENTS = new Weighted<ConsentCourse>([
  ['LIVE', 70],
  ['NEVER', 15],
  ['WITHDRAWN', 8],
  ['EXPIRED', 7],
]);
const LONGEST_REGISTERED = 1_500;

/** Exactly `count` of the people, evenly across the country. */
export function drawErvaringsdeskundigen(
  random: Random,
  people: PeopleByRegion,
  count: number,
  today: DayNumber,
): SeedErvaringsdeskundige[] {
  const ids = new SeedIds(random.stream('ids'));
  const draw = random.stream('who');
  let candidates = people.reduce((sum, pool) => sum + pool.length, 0);
  let left = count;
  return people.flatMap((pool, home) =>
    pool.flatMap((personId) => {
      if (!draw.chance(left / candidates--)) return [];
      left--;
      const registeredOn = today - draw.between(1, LONGEST_REGISTERED);
      return { id: ids.next(), personId, home, registeredOn, consent: CONSENTS.draw(draw) };
    }),
  );
}
