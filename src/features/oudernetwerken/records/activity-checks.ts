import { type Checks } from '../../../kernel/checks.js';
import { about } from '../../../writes/events.js';
import type { ActivityEntity } from '../oudernetwerk.entity.js';

export const LONGEST_TITLE = 200;
export const LONGEST_PLACE = 100;

/** A time of the day, local; null if none is given. */
export function checkedTime(
  checks: Checks,
  given: string | null | undefined,
  path: readonly string[],
): string | null {
  const time = checks.optionalText(given, path, 5);
  if (time !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) checks.refuse('BAD_TIME', path);
  return time;
}

/** What an event says of an activity. */
export function toldOf(activity: Pick<ActivityEntity, 'id' | 'regionId' | 'kind' | 'heldOn' | 'plannedOn'>) {
  const { kind, heldOn, plannedOn } = activity;
  const on = (heldOn ?? plannedOn)!;
  return { ...about('Activity', activity), details: { kind, on: on.toString() } };
}
