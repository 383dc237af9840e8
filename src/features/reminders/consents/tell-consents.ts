import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { eventsOf } from '../../../writes/events.js';

/**
 * Event listener: whoever's consent somebody else records or withdraws gets an email; of several changes the last one
 * tells. As the system.
 */
export async function tellConsents(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const changes = eventsOf(events, 'consent.given', 'consent.withdrawn');
  const last = new Map(changes.map((change) => [change.subjectId, change]));
  for (const { name, subjectId, details } of last.values()) {
    if (details.channel === 'ONLINE') continue;
    const outcome = name === 'consent.given' ? 'GIVEN' : 'WITHDRAWN';
    tx.send(
      `insert into mails (id, kind, recipient_type, recipient_id, ervaringsdeskundige_id, params, made_at, due_at)
       select $1, 'CONSENT_RECORDED', 'PERSON', e.person_id, e.id, $3::jsonb || jsonb_build_object('regionId', (
           -- the nearest of the regions that they coordinate has the fewest below it
           select r.id from regions r where r.id = any ($4::uuid[]) and e.region_id in (select regions_below(r.id))
           order by (select count(*) from regions_below(r.id)) limit 1)), $5, $5
       from ervaringsdeskundigen e where e.id = $2`,
      [uuid(), subjectId, { outcome, channel: details.channel }, coordinated(tx), tx.now.toString()],
    );
  }
}

function coordinated({ viewer }: Tx): string[] {
  return viewer.roles.flatMap(({ kind, regionId }) => (kind === 'COORDINATOR' && regionId ? [regionId] : []));
}
