import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { type Period, toDateRange } from '../../../kernel/period.js';
import { ask } from '../../../reads/ask.js';
import { constant, literal, raw, sql } from '../../../reads/sql.js';
import { about } from '../../../writes/events.js';
import { closeUnfindable } from './close-for-consent.js';
import { isOpen } from './invitation-status.js';
import { lockProfiles } from './lock-invitation.js';

/** The appointment that fills a seat, and the acceptance that led to it. */
interface Filling {
  readonly appointmentId: string;
  readonly invitationId: string | null;
}

/**
 * Withdraws the invitations for a seat that wait for an answer, or for an appointment after an acceptance: all but the
 * one that led to the appointment that fills it, if one does. Including those to parents whom the viewer may no longer
 * find. Without a filling the seat is abolished.
 */
export async function closeOpenInvitations(tx: Tx, seatId: string, filling: Filling | null): Promise<void> {
  const because = filling ? 'SEAT_FILLED' : 'SEAT_ABOLISHED';
  const except = filling?.invitationId ?? null;
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
  const closed = await asSystem(tx, async () => {
    const kept = filling && constant(filling.appointmentId);
    if (kept) {
      await ask(
        tx,
        sql`select advisory_keeps(${kept}, 'seat_invitations', array(select i.id from seat_invitations i where ${open}))`,
      );
    }
    const withdrawn = await ask<{ id: string; regionId: string }>(
      tx,
      sql`update seat_invitations i set status = 'WITHDRAWN', withdrawn_because = ${literal(because)}, closed_on = ${today},
         version = i.version + 1
       where ${open} returning i.id, i.region_id as "regionId"`,
    );
    if (kept) await ask(tx, sql`select invitations_closed(${kept})`);
    return withdrawn;
  });
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

/** As it is by now: what ran out while it was closed waits no longer. */
interface Reopened {
  readonly id: string;
  readonly regionId: string;
  readonly profileId: string | null;
  readonly status: string;
}

/** What an appointment closed after its days in the seat, or whatever it was all of it (null), waits again for as long as before. */
export async function reopenClosedBy(tx: Tx, cause: string, filled: Period | null): Promise<void> {
  await asSystem(tx, async () => {
    const reopened = await tx.query<Reopened>(
      `select id, region_id as "regionId", profile_id as "profileId", status from reopen_invitations($1, $2)`,
      [cause, filled && toDateRange(filled)],
    );
    await tellReopened(tx, reopened);
  });
}

/** Those that wait again are told of; but nobody is asked whom the body may not find any more. As the system. */
export async function tellReopened(tx: Tx, reopened: readonly Reopened[]): Promise<void> {
  const waiting = reopened.filter(({ status }) => status !== 'EXPIRED');
  for (const { status, ...invitation } of waiting) {
    tx.record({ name: 'invitation.reopened', ...about('SeatInvitation', invitation), details: { status } });
  }
  await closeUnfindable(
    tx,
    waiting.flatMap(({ profileId }) => profileId ?? []),
  );
}
