import { remove } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import { isBefore, type PlainDate } from '../../../kernel/clock.js';
import type { SubjectType } from '../../../kernel/event.js';
import { type Period, toDateRange } from '../../../kernel/period.js';
import { find } from '../../../writes/find.js';
import { recordAnnulment, undoReason } from '../../undo/record-annulment.js';
import type { OudernetwerkEntity } from '../oudernetwerk.entity.js';
import { checkRoleDay } from '../trekkerschap/start-trekkerschap.js';
import { lockRole, type May, type Role } from './network-roles.js';

/** The role that an input takes back, and why, its network locked. */
export async function lockUndone<Row extends Role>(
  tx: Tx,
  entity: new () => Row,
  input: { readonly id: string; readonly reason: string },
  may?: May,
): Promise<{ row: Row; network: OudernetwerkEntity; reason: string }> {
  const reason = undoReason(input);
  return { ...(await lockRole(tx, entity, input.id, may)), reason };
}

/** Removes a role, and keeps why; its id leads to the one that replaces it. */
export function removeRole<Row extends Role>(
  tx: Tx,
  entity: new () => Row,
  subjectType: SubjectType,
  { row, reason }: { row: Row; reason: string },
  replacedBy: string | null = null,
): void {
  remove<Role>(tx, entity, { id: row.id });
  recordAnnulment(tx, subjectType, row, reason, replacedBy);
}

/** The days of a role after a patch, within the life of its network. */
export function patchedPeriod(
  tx: Tx,
  { row, network }: { row: Role; network: OudernetwerkEntity },
  patch: { readonly from?: PlainDate | null; readonly until?: PlainDate | null },
): Period {
  const at = (field: string) => ['input', 'patch', field];
  const from = patch.from ?? row.period.from;
  const until = patch.until === undefined ? row.period.until : patch.until;
  const checks = new Checks();
  checkRoleDay(checks, tx, from, at('from'));
  checkRoleDay(checks, tx, until, at('until'));
  checks.period({ from, until }, at(patch.until === undefined ? 'from' : 'until'));
  const { endedOn } = network;
  if (endedOn && (!until || isBefore(endedOn, until))) {
    checks.refuse('NETWORK_ENDED', at('until'), { on: endedOn });
  }
  checks.done();
  return { from, until };
}

/** The person or organisation that a patch names, else the one there was. */
export async function patchedWho(
  tx: Tx,
  entity: new () => { id: string },
  id: string | null | undefined,
  was: string,
  field: 'personId' | 'organisationId',
): Promise<string> {
  return id == null ? was : (await find(tx, entity, id, ['input', 'patch', field])).id;
}

export function isSamePeriod(a: Period, b: Period): boolean {
  return toDateRange(a) === toDateRange(b);
}
