import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { about, eventsOf } from '../../../writes/events.js';
import type { SeatInvitationEntity } from '../advisory.entity.js';

/**
 * Event listener: who takes back their consent, or narrows it to their own region, is not asked any more by who may not
 * find them. Who said yes before that, said it to that body: it stays. As the system.
 */
export async function closeForConsent(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const changes = eventsOf(events, 'consent.withdrawn', 'consent.given');
  const profiles = changes.map(({ subjectId }) => subjectId);
  if (profiles.length === 0) return;
  const because = 'CONSENT_WITHDRAWN';
  const closed = await tx.query<Pick<SeatInvitationEntity, 'id' | 'regionId'>>(
    `update seat_invitations q set status = 'WITHDRAWN', withdrawn_because = $2, closed_on = $3, version = q.version + 1
     from ervaringsdeskundigen e, advisory_bodies b
     where e.id = any ($1::uuid[]) and q.ervaringsdeskundige_id = e.id and b.id = q.body_id
       and q.status = 'ASKED' and q.expires_on >= $3::date
       and (e.findable_until >= $3::date and (e.findable_country
         or e.region_id in (select regions_below(place) from unnest(b.region_ids) place))) is not true
     returning q.id, q.region_id as "regionId"`,
    [profiles, because, tx.today.toString()],
  );
  for (const question of closed) {
    tx.record({ name: 'invitation.withdrawn', ...about('SeatInvitation', question), details: { because } });
  }
}
