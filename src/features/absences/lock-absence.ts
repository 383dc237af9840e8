import type { Tx } from '../../db/transaction.js';
import { rowsWhere } from '../../db/rows.js';
import { isBefore } from '../../kernel/clock.js';
import { nodeOf } from '../../kernel/node-id.js';
import { fromDateRange, type Period } from '../../kernel/period.js';
import type { Viewer } from '../../kernel/viewer.js';
import { find, findLocked, lockSeen, type VersionedId } from '../../writes/find.js';
import { fills, isSelf, manages } from '../access/policies.js';
import { SeatAppointmentEntity } from '../advisory/advisory.entity.js';
import { waitForBody } from '../advisory/seats/lock-seat.js';
import { lockedFirst, lockInOrder, lockNetworkOf, WentElsewhere } from '../oudernetwerken/lock-network.js';
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

/** What was recorded of an absence in one place, which is locked. */
export interface Part {
  readonly absence: AbsenceEntity;
  readonly place: Place;
}

export interface LockedAbsence extends Part {
  /**
   * All of it, in order; `absence` is the last one. More than one where networks joined or parted meanwhile: those in
   * places that the viewer keeps.
   */
  readonly parts: readonly Part[];
  /** the days that the last one really lasts; null: the role was taken from under it */
  readonly lasts: Period | null;
}

/** An absence, with all its parts, their places locked first. */
export async function lockAbsence(tx: Tx, input: VersionedId): Promise<LockedAbsence> {
  const path = ['input', 'id'];
  const { id, bodyId, regionId } = await find(tx, AbsenceEntity, input.id, path);
  if (bodyId) {
    waitForBody(tx, bodyId);
    const absence = await findLocked(tx, AbsenceEntity, input);
    const place = { network: null, bodyId, regionId };
    return { absence, place, parts: [{ absence, place }], lasts: await daysOf(tx, id) };
  }
  const there = await partsOf(tx, id);
  const networks = await lockInOrder(
    tx,
    [...new Set(there.map(({ oudernetwerkId }) => oudernetwerkId!))].map((each) => ({ id: each, path })),
  );
  const named = await findLocked(tx, AbsenceEntity, input);
  const parts = (await partsOf(tx, id)).map((absence): Part => {
    const network = networks.get(absence.oudernetwerkId!);
    if (!network) throw new WentElsewhere();
    return { absence, place: ofNetwork(network) };
  });
  const last = parts.pop()!;
  const absence = last.absence.id === id ? named : await lockSeen(tx, AbsenceEntity, last.absence.id, path);
  const locked = { ...last, absence };
  return { ...locked, parts: [...parts, locked], lasts: await daysOf(tx, absence.id) };
}

/** One absence that its networks cut when they joined or parted, in order: what is of no network that the viewer keeps stays as it is. */
async function partsOf(tx: Tx, id: string): Promise<AbsenceEntity[]> {
  const parts = await rowsWhere(
    tx,
    AbsenceEntity,
    `id in (with recursive whole as (
       select a.id, a.former_id from absences a where a.id = $1
       union
       select a.id, a.former_id from whole w join absences a on a.id = w.former_id or a.former_id = w.id)
     select whole.id from whole)`,
    [id],
  );
  return parts
    .filter((part) => part.id === id || manages(tx.viewer, part.regionId))
    .sort((a, b) => (isBefore(a.period.from, b.period.from) ? -1 : 1));
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
