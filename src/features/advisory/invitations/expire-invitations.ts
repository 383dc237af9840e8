import { asSystem } from '../../../db/as-system.js';
import { inBatches, type Job } from '../../../writes/job.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import { ask } from '../../../reads/ask.js';
import { constant, numeral, raw, sql } from '../../../reads/sql.js';
import type { SeatInvitationEntity } from '../advisory.entity.js';
import { hasRunOut } from './invitation-status.js';
import { lockProfiles } from './lock-invitation.js';

const AT_ONCE = 100;

const todayOf = (tx: Tx) => constant(tx.today.toString());

type Closed = Pick<SeatInvitationEntity, 'id' | 'regionId'>;

interface RanOut {
  readonly id: string;
  readonly ervaringsdeskundige_id: string;
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

/** The same for the invitations for one seat to one profile, which is locked: they may be sent again. */
export async function expireInvitationsOf(
  tx: Tx,
  seatId: string,
  ervaringsdeskundigeId: string,
): Promise<void> {
  const ranOut = await asSystem(tx, () =>
    ask<{ id: string }>(
      tx,
      sql`select i.id from seat_invitations i where i.seat_id = ${constant(seatId)}
       and i.ervaringsdeskundige_id = ${constant(ervaringsdeskundigeId)} and ${hasRunOut(raw('i'), todayOf(tx))}`,
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

/** Answers already say from the day itself that an invitation expired; this records it. */
export const expiryOfInvitations: Job = {
  name: 'expire invitations',
  run: async (at) => ({ expired: await inBatches(at, expireInvitations) }),
};
