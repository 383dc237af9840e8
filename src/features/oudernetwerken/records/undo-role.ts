import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import type { Period } from '../../../kernel/period.js';
import { undoReason } from '../../undo/record-annulment.js';
import type { OudernetwerkEntity } from '../oudernetwerk.entity.js';
import { asWritten } from '../network-end.js';
import { checkEndsInTime, type DaysPatch, patchedDays } from '../trekkerschap/patched-role.js';
import { lockRole, type MayChange, type Role } from './network-roles.js';

/** The role that an input takes back, and why, its network locked. */
export async function lockUndone<Row extends Role>(
  tx: Tx,
  entity: new () => Row,
  input: { readonly id: string; readonly reason: string },
  may?: MayChange<Row>,
): Promise<{ row: Row; network: OudernetwerkEntity; reason: string }> {
  const reason = undoReason(input);
  const { row, network } = await lockRole(tx, entity, input.id, may);
  return { row: await asWritten(tx, network, row), network, reason };
}

/** The days of a role after a patch, within the life of its network. */
export function patchedPeriod(
  tx: Tx,
  { row, network }: { row: Role; network: OudernetwerkEntity },
  patch: DaysPatch,
): Period {
  const checks = new Checks();
  const period = patchedDays(checks, tx, row, patch);
  checkEndsInTime(checks, network, period, patch);
  checks.done();
  return period;
}
