import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { eventsOf } from '../../../writes/events.js';
import { MOST_ATTEMPTS } from '../mail/deliver.js';
import { dayInSql } from '../../../kernel/clock.js';

/**
 * Event listener: whoever moves is asked, if they did not say it yet, nothing came of it at once and they did not stop with
 * everything; and told when it was a mistake, if they were asked. As the system.
 */
export async function tellMoves(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const settled = new Set(eventsOf(events, 'personMove.settled').map(({ subjectId }) => subjectId));
  for (const { subjectId, regionId, details } of eventsOf(events, 'personMove.recorded')) {
    if (details.answer !== null || settled.has(subjectId)) continue;
    const params = { outcome: 'ASKED', moveId: subjectId, regionId, ...whereTo(details) };
    tx.send(ASK, [uuid(), details.personId, params, tx.now.toString()]);
  }
  for (const { subjectId, regionId, details } of eventsOf(events, 'personMove.reopened')) {
    if (!details.asksByMail) continue;
    const params = { outcome: 'ASKED', moveId: subjectId, regionId, ...whereTo(details) };
    tx.send(
      `${ASK} and not exists (select from mails where kind = 'PERSON_MOVE' and recipient_id = $2
         and params ->> 'moveId' = $5 and (sent_at is not null or attempts < ${MOST_ATTEMPTS}))`,
      [uuid(), details.personId, params, tx.now.toString(), subjectId],
    );
  }
  for (const { subjectId, details } of eventsOf(events, 'personMove.annulled')) {
    const regionId = details.fromRegionId;
    const outcome = details.because === 'REORGANISED' ? 'NOT_REORGANISED' : 'TAKEN_BACK';
    const params = { outcome, moveId: subjectId, regionId, ...whereTo(details) };
    tx.send(
      `${TELL} and exists (select from mails where kind = 'PERSON_MOVE' and recipient_id = $2
         and params ->> 'moveId' = $5 and sent_at is not null)`,
      [uuid(), details.personId, params, tx.now.toString(), subjectId],
    );
  }
}

/** To whoever is there; whom no mail reaches by now gets it on paper. */
const TELL = `
  insert into mails (id, kind, recipient_type, recipient_id, params, made_at, due_at)
  select $1::uuid, 'PERSON_MOVE', 'PERSON', $2::uuid, $3::jsonb, $4::timestamptz, $4::timestamptz
  from mail_reach('PERSON', $2::uuid) reader where true`;
/** Whom no mail reaches their region asks; whoever stopped with everything nobody does. */
const ASK = `${TELL} and reader.reachable
  and not has_stopped($2::uuid, ${dayInSql('$4::timestamptz')})`;

function whereTo({ toRegionId, on }: { readonly toRegionId: string; readonly on: string }) {
  return { toRegionId, on };
}
