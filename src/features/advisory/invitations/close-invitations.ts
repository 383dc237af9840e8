import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import { lockProfiles } from './lock-invitation.js';

/**
 * Takes back the questions about a seat that wait for an answer, or for an appointment after a yes, but for one. All of
 * them, also of parents whom the viewer may not find any more.
 */
export async function closeOpenInvitations(
  tx: Tx,
  seatId: string,
  because: 'SEAT_FILLED' | 'SEAT_ABOLISHED',
  except: string | null = null,
): Promise<void> {
  const open = `seat_id = $1 and id is distinct from $2::uuid
    and (status = 'ACCEPTED' or status = 'ASKED' and expires_on >= $3::date)`;
  const values = [seatId, except, tx.today.toString()];
  const asked = await asSystem(tx, () =>
    tx.query<{ id: string }>(
      `select ervaringsdeskundige_id as id from seat_invitations where ${open}`,
      values,
    ),
  );
  await lockProfiles(
    tx,
    asked.map(({ id }) => id),
  );
  const closed = await asSystem(tx, () =>
    tx.query<{ id: string; regionId: string }>(
      `update seat_invitations set status = 'WITHDRAWN', withdrawn_because = $4, closed_on = $3, version = version + 1
       where ${open} returning id, region_id as "regionId"`,
      [...values, because],
    ),
  );
  for (const question of closed) {
    tx.record({ name: 'invitation.withdrawn', ...about('SeatInvitation', question), details: { because } });
  }
}

/** The yes that led to an appointment which will never begin stands, for another day. */
export async function reopenInvitations(tx: Tx, invitationIds: readonly string[]): Promise<void> {
  if (invitationIds.length === 0) return;
  await asSystem(tx, () =>
    tx.query(
      `update seat_invitations q set status = 'ACCEPTED', version = version + 1 where q.id = any ($1) and status = 'APPOINTED'
         and not exists (select from seat_invitations o where o.seat_id = q.seat_id and o.person_id = q.person_id
           and o.status in ('ASKED', 'ACCEPTED'))`,
      [invitationIds],
    ),
  );
}
