import { update } from '../../db/rows.js';
import type { Tx } from '../../db/transaction.js';
import { FIRST_DAY } from '../../writes/days-on-record.js';
import { findLocked, type VersionedId } from '../../writes/find.js';
import { about } from '../../writes/events.js';
import { day, isBefore, latest, type PlainDate } from '../../kernel/clock.js';
import { fromDateRange, type Period } from '../../kernel/period.js';
import { allow, manages } from '../access/policies.js';
import { type LeftPart, tellLeft } from './left-parts.js';
import { OudernetwerkEntity } from './oudernetwerk.entity.js';

type Ending = Pick<OudernetwerkEntity, 'id' | 'endedOn'>;

/**
 * The last day of a network, if that is why nothing may begin in it on a day: from its last day on, and for days after
 * it. Null if something may.
 */
export function lastDayBefore(tx: Tx, { endedOn }: Ending, from: PlainDate = tx.today): PlainDate | null {
  return endedOn && (!isBefore(tx.today, endedOn) || isBefore(endedOn, from)) ? endedOn : null;
}

/** A network, locked, by somebody who manages its region. */
export async function managedNetwork(tx: Tx, input: VersionedId): Promise<OudernetwerkEntity> {
  const network = await findLocked(tx, OudernetwerkEntity, input);
  allow(manages(tx.viewer, network.regionId));
  return network;
}

/** What an event says of a step in the life of a network. */
export function lifeStep(tx: Tx, network: OudernetwerkEntity) {
  const status = lastDayBefore(tx, network) ? ('ENDED' as const) : network.phase;
  const details = { status, endedOn: network.endedOn?.toString() ?? null };
  return { ...about('Oudernetwerk', network), details };
}

/**
 * Takes the end away: what it closed is open again, as it was written, except what somebody has built on since. Whoever
 * departed meanwhile leaves it as if it had not ended.
 */
export async function reopen(tx: Tx, network: OudernetwerkEntity): Promise<void> {
  for (const part of await takeEndAway(tx, network)) tellLeft(tx, part);
}

/** The same, before anybody is told of what was left in the meantime. */
export async function takeEndAway(tx: Tx, network: OudernetwerkEntity): Promise<LeftPart[]> {
  if (!network.endedOn) return [];
  const left = await tx.query<LeftPart>('select *, period::text from left_while_closed($1)', [network.id]);
  network.endedOn = null;
  network.endReason = null;
  update(tx, OudernetwerkEntity, { id: network.id }, { endedOn: null, endReason: null });
  return left;
}

/** Writes the end of a network that has none. The database closes what goes on after it. */
export function close(tx: Tx, network: OudernetwerkEntity, endedOn: PlainDate, endReason: string): void {
  network.endedOn = endedOn;
  network.endReason = endReason;
  update(tx, OudernetwerkEntity, { id: network.id }, { endedOn, endReason });
}

const ROLES = ['trekkerschappen', 'caretakerships', 'memberships', 'support_arrangements'];

/**
 * Not before the network was active, nor before the first day of any role that has begun. A standby caretakership is not
 * recorded by anyone: it goes with the days it covered.
 */
export async function earliestEnd(tx: Tx, network: OudernetwerkEntity): Promise<PlainDate> {
  const starts = ROLES.map(
    (table) =>
      `select max(lower(period)) as day from ${table} where oudernetwerk_id = $1 and lower(period) <= $2
       ${table === 'caretakerships' ? 'and not standby' : ''}`,
  );
  const [row] = await tx.query<{ day: string | null }>(
    `select max(day)::text as day from (${starts.join(' union all ')}) starts`,
    [network.id, tx.today.toString()],
  );
  return latest(network.activeFrom ?? FIRST_DAY, row?.day ? day(row.day) : FIRST_DAY);
}

/** A role as it was written, also where the end of its network has cut it: what is written of it is cut again. */
export async function asWritten<Row extends { id: string; period: Period }>(
  tx: Tx,
  { id, endedOn }: Ending,
  row: Row,
): Promise<Row> {
  if (!endedOn) return row;
  const [kept] = await tx.query<{ period: string; reason: string | null }>(
    'select period::text, reason from role_as_written($1, $2)',
    [id, row.id],
  );
  if (!kept) return row;
  const period = fromDateRange(kept.period);
  return Object.assign(row, 'endReason' in row ? { period, endReason: kept.reason } : { period });
}

/** The same while the end of the network is still to come: after it, what it ended has ended. */
export async function asPlanned<Row extends { id: string; period: Period }>(
  tx: Tx,
  network: Ending,
  row: Row,
): Promise<Row> {
  return lastDayBefore(tx, network) ? row : asWritten(tx, network, row);
}
