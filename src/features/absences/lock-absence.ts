import type { Tx } from '../../db/transaction.js';
import { nodeId, nodeOf } from '../../kernel/node-id.js';
import { fromDateRange, type Period } from '../../kernel/period.js';
import type { Viewer } from '../../kernel/viewer.js';
import { find, findLocked, type VersionedId } from '../../writes/find.js';
import { fills, isSelf, manages } from '../access/policies.js';
import { SeatAppointmentEntity } from '../advisory/advisory.entity.js';
import { waitForBody } from '../advisory/seats/lock-seat.js';
import { lockedFirst, lockNetwork, lockNetworkOf } from '../oudernetwerken/lock-network.js';
import { type OudernetwerkEntity, TrekkerschapEntity } from '../oudernetwerken/oudernetwerk.entity.js';
import { AbsenceEntity } from './absence.entity.js';

/** Where somebody is away from: a network, locked, or a body, whose writers wait for each other. */
export type Place = OfNetwork | OfBody;
export interface OfNetwork {
  readonly network: OudernetwerkEntity;
  readonly bodyId: null;
  readonly regionId: string;
}
export interface OfBody {
  readonly network: null;
  readonly bodyId: string;
  readonly regionId: string;
}

interface Role {
  readonly personId: string;
  readonly period: Period;
}

/** A role that somebody is away from, and where. */
export async function lockAwayFrom(
  tx: Tx,
  id: string,
  path: readonly string[],
): Promise<{ role: Role; place: Place }> {
  if (nodeOf(id, ['Trekkerschap', 'SeatAppointment'], path).type === 'Trekkerschap') {
    const [network, role] = await lockedFirst(
      lockNetworkOf(tx, TrekkerschapEntity, id, path),
      find(tx, TrekkerschapEntity, id, path),
    );
    return { role, place: ofNetwork(network) };
  }
  const { bodyId, regionId } = await find(tx, SeatAppointmentEntity, id, path);
  waitForBody(tx, bodyId);
  const role = await find(tx, SeatAppointmentEntity, id, path);
  return { role, place: { network: null, bodyId, regionId } };
}

/** An absence, its place locked first, and the days that it really lasts; null: the role was taken from under it. */
export async function lockAbsence(
  tx: Tx,
  input: VersionedId,
): Promise<{ absence: AbsenceEntity; place: Place; lasts: Period | null }> {
  const path = ['input', 'id'];
  const { oudernetwerkId, bodyId, regionId } = await find(tx, AbsenceEntity, input.id, path);
  if (bodyId) waitForBody(tx, bodyId);
  const place = bodyId
    ? { network: null, bodyId, regionId }
    : ofNetwork(await lockNetwork(tx, nodeId('Oudernetwerk', oudernetwerkId!), path));
  const absence = await findLocked(tx, AbsenceEntity, input);
  return { absence, place, lasts: await daysOf(tx, absence.id) };
}

/** The days that it really lasts, with the role as it is on record now; null: there was none on its first day. */
export async function daysOf(tx: Tx, id: string): Promise<Period | null> {
  const [row] = await tx.query<{ days: string | null }>(
    'select absent_days(a)::text as days from absences a where id = $1',
    [id],
  );
  return row?.days ? fromDateRange(row.days) : null;
}

function ofNetwork(network: OudernetwerkEntity): OfNetwork {
  return { network, bodyId: null, regionId: network.regionId };
}

/** Those who keep the role: coordinators of the network's region, and those who fill the seats of the body. */
export function keeps(viewer: Viewer, { bodyId, regionId }: Place): boolean {
  return bodyId ? fills(viewer, { id: bodyId, regionId }) : manages(viewer, regionId);
}

/** Whoever is away themselves, while they have the role. */
export function isAwayThemselves(viewer: Viewer, { network }: Place, personId: string): boolean {
  return isSelf(viewer, personId) && (network === null || viewer.led.includes(network.id));
}
