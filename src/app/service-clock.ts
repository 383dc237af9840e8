import type { Config } from '../config.js';
import { type Clock, clockFrom, instant, systemClock } from '../kernel/clock.js';
import { StartProblem } from './lifecycle.js';

/** The clock of the service: the real one, or the one that CLOCK sets. Sign-in keeps real time. */
export function serviceClock({ CLOCK, NODE_ENV }: Pick<Config, 'CLOCK' | 'NODE_ENV'>): Clock {
  if (!CLOCK) return systemClock;
  if (NODE_ENV === 'production') {
    throw new StartProblem(
      'CLOCK is for trying out. In production the clock is the real one: leave it empty.',
    );
  }
  return clockFrom(instant(CLOCK));
}
