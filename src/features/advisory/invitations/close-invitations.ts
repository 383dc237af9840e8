import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { ask } from '../../../reads/ask.js';
import { constant, literal, raw, sql } from '../../../reads/sql.js';
import { about } from '../../../writes/events.js';
import { isOpen } from './invitation-status.js';
import { lockProfiles } from './lock-invitation.js';

/**
 * Withdraws all but one of the invitations for a seat that wait for an answer, or for an appointment after an
 * acceptance. Including those to parents whom the viewer may no longer find.
 */
export async function closeOpenInvitations(
  tx: Tx,
  seatId: string,
  because: 'SEAT_FILLED' | 'SEAT_ABOLISHED',
  except: string | null = null,
): Promise<void> {
  const today = constant(tx.today.toString());
  const open = sql`i.seat_id = ${constant(seatId)} and i.id is distinct from ${constant(except)}::uuid
    and (i.status = 'ACCEPTED' or ${isOpen(raw('i'), today)})`;
  const invited = await asSystem(tx, () =>
    ask<{ id: string | null }>(
      tx,
      sql`select i.ervaringsdeskundige_id as id from seat_invitations i where ${open}`,
    ),
  );
  await lockProfiles(
    tx,
    invited.map(({ id }) => id),
  );
  const closed = await asSystem(tx, () =>
    ask<{ id: string; regionId: string }>(
      tx,
      sql`update seat_invitations i set status = 'WITHDRAWN', withdrawn_because = ${literal(because)}, closed_on = ${today},
         version = i.version + 1
       where ${open} returning i.id, i.region_id as "regionId"`,
    ),
  );
  for (const invitation of closed) {
    tx.record({ name: 'invitation.withdrawn', ...about('SeatInvitation', invitation), details: { because } });
  }
}

/** An acceptance that led to an appointment which will never begin remains valid. */
export async function reopenInvitations(tx: Tx, invitationIds: readonly string[]): Promise<void> {
  if (invitationIds.length === 0) return;
  await asSystem(tx, () =>
    tx.query(
      `update seat_invitations i set status = 'ACCEPTED', version = version + 1 where i.id = any ($1) and status = 'APPOINTED'
         and not exists (select from seat_invitations o where o.seat_id = i.seat_id and o.person_id = i.person_id
           and o.ervaringsdeskundige_id is not distinct from i.ervaringsdeskundige_id and o.status in ('ASKED', 'ACCEPTED'))`,
      [invitationIds],
    ),
  );
}
