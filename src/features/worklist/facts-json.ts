import { day } from '../../kernel/clock.js';

const DAYS = new Set([
  ...['from', 'until', 'on', 'activeFrom', 'createdOn', 'lastActivityOn', 'plannedOn', 'earliest', 'latest'],
  ...['confirmedOn', 'targetOn', 'openedFor', 'closedOn', 'dueOn', 'doneOn'],
  ...['openedOn', 'abolishedOn', 'bodyEndedOn', 'latestEnd', 'findableUntil', 'validUntil'],
]);

/** Facts from the JSON that the database made of them, where days are text. */
export function readFactsJson(json: string): unknown {
  return JSON.parse(json, (key, value: unknown) =>
    typeof value === 'string' && DAYS.has(key) ? day(value) : value,
  );
}
