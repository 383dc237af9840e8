import { asSystem } from '../../../db/as-system.js';
import { inBatches, type Job } from '../../../writes/job.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import { ask } from '../../../reads/ask.js';
import { constant, numeral, raw, type Sql, sql } from '../../../reads/sql.js';
import type { SeatInvitationEntity } from '../advisory.entity.js';
import { hasRunOut } from './invitation-status.js';
import { lockProfiles } from './lock-invitation.js';

const AT_ONCE = 100;

const todayOf = (tx: Tx) => constant(tx.today.toString());

type Closed = Pick<SeatInvitationEntity, 'id' | 'regionId'>;

interface RanOut {
  readonly id: string;
  readonly ervaringsdeskundige_id: string | null;
}

/**
 * Records that invitations expired unanswered, which they did on the day after their last one; returns how many. Of
 * two machines one does it.
 */
async function expireInvitations(tx: Tx): Promise<number> {
  const ranOut = await asSystem(tx, () =>
    ask<RanOut>(
      tx,
      sql`select i.id, i.ervaringsdeskundige_id from seat_invitations i where ${hasRunOut(raw('i'), todayOf(tx))}
       order by i.expires_on, i.id limit ${numeral(AT_ONCE)}`,
    ),
  );
  await lockProfiles(
    tx,
    ranOut.map(({ ervaringsdeskundige_id }) => ervaringsdeskundige_id),
  );
  return close(
    tx,
    ranOut.map(({ id }) => id),
  );
}

/** The same for the invitations `i` for one seat to one person, who is locked: they may be sent again. */
export async function expireInvitationsOf(tx: Tx, seatId: string, toThem: Sql): Promise<void> {
  const ranOut = await asSystem(tx, () =>
    ask<{ id: string }>(
      tx,
      sql`select i.id from seat_invitations i where i.seat_id = ${constant(seatId)}
       and ${toThem} and ${hasRunOut(raw('i'), todayOf(tx))}`,
    ),
  );
  await close(
    tx,
    ranOut.map(({ id }) => id),
  );
}

async function close(tx: Tx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const closed = await asSystem(tx, () =>
    ask<Closed>(
      tx,
      sql`update seat_invitations i set status = 'EXPIRED', closed_on = i.expires_on + 1, version = i.version + 1
       where i.id = any (${constant(ids)}::uuid[]) and ${hasRunOut(raw('i'), todayOf(tx))}
       returning i.id, i.region_id as "regionId"`,
    ),
  );
  for (const invitation of closed) {
    tx.record({ name: 'invitation.expired', ...about('SeatInvitation', invitation), details: {} });
  }
  return closed.length;
}

/** Whoever was nominated has heard by then that the invitation was withdrawn, also when mail rests at night. */
const KEPT_AFTER_WITHDRAWAL = { days: 2 };

/** Name and address of whoever was nominated by an invitation that was withdrawn; an answer or its end erases them at once. */
async function forgetNominees(tx: Tx): Promise<number> {
  const gone = await asSystem(tx, () =>
    tx.query(
      `delete from seat_nominees n using seat_invitations i
       where i.id = n.invitation_id and i.status = 'WITHDRAWN' and i.closed_on <= $1 returning n.invitation_id`,
      [tx.today.subtract(KEPT_AFTER_WITHDRAWAL).toString()],
    ),
  );
  return gone.length;
}

/** That an address was nominated: until it counts no longer, and rests no longer from a no. */
async function forgetNominatedAddresses(tx: Tx): Promise<number> {
  const gone = await asSystem(tx, () =>
    tx.query(
      `delete from nominated_addresses n using seat_invitations i
       where i.id = n.invitation_id and i.asked_on <= invitations_count_since($1::date)
         and (i.status = 'DECLINED' and rests_until(i.answered_on) >= $1::date) is not true
       returning n.invitation_id`,
      [tx.today.toString()],
    ),
  );
  return gone.length;
}

/** Answers already say from the day itself that an invitation expired; this records it. */
export const expiryOfInvitations: Job = {
  name: 'expire invitations',
  run: async (at) => ({
    expired: await inBatches(at, expireInvitations),
    forgotten: (await at.asService(forgetNominees)) + (await at.asService(forgetNominatedAddresses)),
  }),
};
