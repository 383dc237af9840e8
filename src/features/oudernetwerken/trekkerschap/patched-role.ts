import type { Tx } from '../../../db/transaction.js';
import { find } from '../../../writes/find.js';
import type { Checks } from '../../../kernel/checks.js';
import { isBefore, type PlainDate } from '../../../kernel/clock.js';
import type { Period } from '../../../kernel/period.js';
import type { OudernetwerkEntity } from '../oudernetwerk.entity.js';
import { checkRoleDay } from './start-trekkerschap.js';

/** The first and last day, where a patch gives them. */
export interface DaysPatch {
  readonly from?: PlainDate;
  readonly until?: PlainDate | null;
}

const at = (field: 'from' | 'until') => ['input', 'patch', field];

/** The days of what a patch corrects. */
export function patchedDays(
  checks: Checks,
  tx: Tx,
  { period: old }: { readonly period: Period },
  patch: DaysPatch,
): Period {
  const from = patch.from ?? old.from;
  const until = patch.until === undefined ? old.until : patch.until;
  checkRoleDay(checks, tx, from, at('from'));
  checkRoleDay(checks, tx, until, at('until'));
  checks.period({ from, until }, at(patch.until === undefined ? 'from' : 'until'));
  return { from, until };
}

/** Nothing lasts longer than its network. What has no last day of its own, or is not given one, ends with it. */
export function checkEndsInTime(
  checks: Checks,
  { endedOn }: Pick<OudernetwerkEntity, 'endedOn'>,
  { from }: Period,
  { until }: DaysPatch,
): void {
  if (!endedOn) return;
  if (until !== undefined && (!until || isBefore(endedOn, until))) {
    checks.refuse('NETWORK_ENDED', at('until'), { on: endedOn });
  } else if (isBefore(endedOn, from)) checks.refuse('NETWORK_ENDED', at('from'), { on: endedOn });
}

/** The person or organisation that a patch names, else the one there was. */
export async function patchedWho(
  tx: Tx,
  entity: new () => { id: string },
  id: string | undefined,
  was: string,
  field: 'personId' | 'organisationId',
): Promise<string> {
  return id === undefined ? was : (await find(tx, entity, id, ['input', 'patch', field])).id;
}
