import { v7 as uuid } from 'uuid';
import { type ObjectLiteral, Raw } from 'typeorm';
import { update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { furthestDay, refuseOver } from '../../../writes/days-on-record.js';
import { find } from '../../../writes/find.js';
import { unlessSo } from '../../../writes/patch.js';
import type { UseCaseResult } from '../../../writes/use-case.js';
import { Checks } from '../../../kernel/checks.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { type Period, toDateRange } from '../../../kernel/period.js';
import type { Viewer } from '../../../kernel/viewer.js';
import { allow, manages } from '../../access/policies.js';
import { asPlanned, lastDayBefore } from '../network-end.js';
import { lockedFirst, lockNetwork, lockNetworkOf } from '../lock-network.js';
import {
  type CaretakershipEntity,
  type MembershipEntity,
  type OudernetwerkEntity,
  type SupportArrangementEntity,
} from '../oudernetwerk.entity.js';
import { checkRoleDay } from '../trekkerschap/start-trekkerschap.js';

/** A dated role of an organisation or a person in a network, other than a trekkerschap. */
export type Role = CaretakershipEntity | MembershipEntity | SupportArrangementEntity;

/** Who may record such roles: the coordinators of the network's region, and who else the role leaves it to. */
export type May = (viewer: Viewer, network: OudernetwerkEntity) => boolean;

/** The same of a role on record. */
export type MayChange<Row> = (viewer: Viewer, network: OudernetwerkEntity, row: Row) => boolean;

const coordinates: May = (viewer, { regionId }) => manages(viewer, regionId);

/** The network in which a role starts on a day, locked: the viewer may record it, and the network goes on. */
export async function goingOn(
  tx: Tx,
  id: string,
  from: PlainDate,
  may: May = coordinates,
): Promise<OudernetwerkEntity> {
  const path = ['input', 'oudernetwerkId'];
  const network = await lockNetwork(tx, id, path);
  allow(may(tx.viewer, network));
  const on = lastDayBefore(tx, network, from);
  if (on) throw failure('NETWORK_ENDED', path, { on });
  return network;
}

export function checkedPeriod(tx: Tx, input: { from: PlainDate; until?: PlainDate | null }): Period {
  const period = { from: input.from, until: input.until ?? null };
  const checks = new Checks();
  checkRoleDay(checks, tx, period.from, ['input', 'period', 'from']);
  checkRoleDay(checks, tx, period.until, ['input', 'period', 'until']);
  checks.period(period, ['input', 'period', 'until']);
  checks.done();
  return period;
}

export function newRow(network: OudernetwerkEntity, period: Period) {
  return { id: uuid(), oudernetwerkId: network.id, regionId: network.regionId, period };
}

export async function firstIn<Row extends Role>(
  tx: Tx,
  entity: new () => Row,
  where: Partial<Row>,
  period: Period,
): Promise<Row | null> {
  const range = toDateRange(period);
  const inPeriod = Raw((column) => `${column} && :range::daterange`, { range });
  return tx.manager.findOneBy(entity, { ...where, period: inPeriod } as never);
}

export function refuseTaken(what: 'member' | 'support', row: Role | null, path: readonly string[]): void {
  if (row) throw failure('PERIOD_TAKEN', path, { what, ...row.period });
}

/** A record that belongs to a network, as it is once that network is locked. */
export async function lockOfNetwork<Row extends ObjectLiteral & { id: string; oudernetwerkId: string }>(
  tx: Tx,
  entity: new () => Row,
  id: string,
): Promise<{ row: Row; network: OudernetwerkEntity }> {
  const path = ['input', 'id'];
  const [network, row] = await lockedFirst(lockNetworkOf(tx, entity, id, path), find(tx, entity, id, path));
  return { row, network };
}

export async function lockRole<Row extends Role>(
  tx: Tx,
  entity: new () => Row,
  id: string,
  may: MayChange<Row> = coordinates,
) {
  const locked = await lockOfNetwork(tx, entity, id);
  allow(may(tx.viewer, locked.network, locked.row));
  return { ...locked, row: await asPlanned(tx, locked.network, locked.row) };
}

/** Writes the last day: not past the network's own end. */
export function endRole<Row extends Role>(
  tx: Tx,
  entity: new () => Row,
  { row, network }: { row: Row; network: OudernetwerkEntity },
  on: PlainDate,
  refs: UseCaseResult,
): void {
  const { from } = row.period;
  refuseOver(tx, row.period);
  const checks = new Checks();
  checks.day(on, ['input', 'on'], from, network.endedOn ?? furthestDay(tx));
  checks.done();
  const period = { from, until: on };
  unlessSo<Role>(row, { period }, refs);
  row.period = period;
  update<Role>(tx, entity, { id: row.id }, { period: row.period });
}

export function periodOf({ period }: Pick<Role, 'period'>) {
  return { period: toDateRange(period) };
}
