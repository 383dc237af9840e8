import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { about, eventsOf } from '../../../writes/events.js';
import { ask } from '../../../reads/ask.js';
import { constant, literal, raw, sql } from '../../../reads/sql.js';
import type { SeatInvitationEntity } from '../advisory.entity.js';
import { isFindableFor } from '../bodies/body-reach.js';
import { isOpen } from './invitation-status.js';

/**
 * Event listener: closes the invitations from bodies that may no longer find a parent who withdrew their consent or
 * narrowed it to their own region. An acceptance before that was given to that body: it stays. As the system.
 */
export async function closeForConsent(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const changes = eventsOf(events, 'consent.withdrawn', 'consent.given');
  await closeUnfindable(
    tx,
    changes.map(({ subjectId }) => subjectId),
  );
}

/**
 * Closes what bodies ask of these parents that may not find them any more. `cause`: what may be taken back, and gives them
 * back then (uuid). As the system.
 */
export async function closeUnfindable(
  tx: Tx,
  profiles: readonly string[],
  cause: string | null = null,
): Promise<void> {
  if (profiles.length === 0) return;
  const because = 'CONSENT_WITHDRAWN';
  const today = constant(tx.today.toString());
  const unfindable = sql`e.id = any (${constant(profiles)}::uuid[]) and i.ervaringsdeskundige_id = e.id and b.id = i.body_id
       and ${isOpen(raw('i'), today)} and ${isFindableFor(raw('b'), raw('e'), today)} is not true`;
  if (cause) {
    await ask(
      tx,
      sql`select advisory_keeps(${constant(cause)}, 'seat_invitations', array(
        select i.id from seat_invitations i, ervaringsdeskundigen e, advisory_bodies b where ${unfindable}))`,
    );
  }
  const closed = await ask<Pick<SeatInvitationEntity, 'id' | 'regionId'>>(
    tx,
    sql`update seat_invitations i set status = 'WITHDRAWN', withdrawn_because = ${literal(because)}, closed_on = ${today},
       version = i.version + 1
     from ervaringsdeskundigen e, advisory_bodies b
     where ${unfindable} returning i.id, i.region_id as "regionId"`,
  );
  if (cause) await ask(tx, sql`select invitations_closed(${constant(cause)})`);
  for (const invitation of closed) {
    tx.record({ name: 'invitation.withdrawn', ...about('SeatInvitation', invitation), details: { because } });
  }
}
