import { asSystem } from '../../../db/as-system.js';
import { inBatches, type Job } from '../../../writes/job.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import type { SeatInvitationEntity } from '../advisory.entity.js';
import { lockProfiles } from './lock-invitation.js';

const AT_ONCE = 100;

type Question = Pick<SeatInvitationEntity, 'id' | 'regionId'>;

interface RanOut {
  readonly id: string;
  readonly ervaringsdeskundige_id: string;
}

/**
 * Writes down that some questions ran out unanswered, which they did on the day after their last one; gives how many.
 * Of two machines one does it.
 */
async function expireInvitations(tx: Tx): Promise<number> {
  const ranOut = await asSystem(tx, () =>
    tx.query<RanOut>(
      `select id, ervaringsdeskundige_id from seat_invitations where status = 'ASKED' and expires_on < $1::date
       order by expires_on, id limit ${AT_ONCE}`,
      [tx.today.toString()],
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

/** The same for the questions of one seat to one profile, which is locked: they may be asked anew. */
export async function expireQuestion(tx: Tx, seatId: string, ervaringsdeskundigeId: string): Promise<void> {
  const ranOut = await asSystem(tx, () =>
    tx.query<{ id: string }>(
      'select id from seat_invitations where seat_id = $1 and ervaringsdeskundige_id = $2 and expires_on < $3::date',
      [seatId, ervaringsdeskundigeId, tx.today.toString()],
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
    tx.query<Question>(
      `update seat_invitations set status = 'EXPIRED', closed_on = expires_on + 1, version = version + 1
       where id = any ($1::uuid[]) and status = 'ASKED' and expires_on < $2::date
       returning id, region_id as "regionId"`,
      [ids, tx.today.toString()],
    ),
  );
  for (const question of closed) {
    tx.record({ name: 'invitation.expired', ...about('SeatInvitation', question), details: {} });
  }
  return closed.length;
}

/** Answers say from the day itself that an invitation expired; this writes it down. */
export const expiryOfInvitations: Job = {
  name: 'expire invitations',
  run: async (at) => ({ expired: await inBatches(at, expireInvitations) }),
};
