import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { eventsOf } from '../../../writes/events.js';
import { ask } from '../../../reads/ask.js';
import { constant, raw, sql } from '../../../reads/sql.js';
import { isOpen } from '../../advisory/invitations/invitation-status.js';
import { mailInvitationNews, type InvitationNews } from './invitation-mail.js';

/**
 * Event listener: an invited parent receives the invitation, and its sender the answer or the news that there will be
 * none; a parent also hears when they no longer need to answer, and when that was a mistake. As the system.
 */
export async function tellInvitations(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const news = events.flatMap(newsOf);
  await mailInvitationNews(tx, [
    ...news,
    ...(await reachableNow(tx, events)),
    ...(await toldClosed(tx, events)),
  ]);
}

/** Why an invitation is closed from the parent's side: whoever sent it hears so. */
const OF_PARENT: readonly string[] = ['CONSENT_WITHDRAWN', 'PERSON_WITHDREW', 'PERSON_DEPARTED'];

function newsOf({ name, subjectId: invitationId, details }: DomainEvent): InvitationNews[] {
  switch (name) {
    case 'invitation.asked':
      return [{ invitationId, kind: 'INVITATION', outcome: 'ASKED' }];
    case 'invitation.accepted':
      return [{ invitationId, kind: 'INVITATION_ANSWERED', outcome: 'ACCEPTED' }];
    case 'invitation.declined':
      return [{ invitationId, kind: 'INVITATION_ANSWERED', outcome: 'DECLINED' }];
    case 'invitation.expired':
      return [{ invitationId, kind: 'INVITATION_ANSWERED', outcome: 'EXPIRED' }];
    case 'invitation.withdrawn': {
      const { because } = details;
      const byParent = OF_PARENT.includes(because);
      return [
        { invitationId, kind: byParent ? 'INVITATION_ANSWERED' : 'INVITATION_CLOSED', outcome: because },
      ];
    }
    default:
      return [];
  }
}

/** Invitations that could only be sent to somebody else, to parents who have an address now. */
async function reachableNow(tx: Tx, events: readonly DomainEvent[]): Promise<InvitationNews[]> {
  const changed = eventsOf(events, 'person.updated', 'mailAddress.confirmed').map(
    ({ subjectId }) => subjectId,
  );
  if (changed.length === 0) return [];
  const rows = await ask<{ id: string }>(
    tx,
    sql`select i.id from seat_invitations i
     where i.person_id = any (${constant(changed)}::uuid[]) and ${isOpen(raw('i'), constant(tx.today.toString()))}
       and (select m.reachable from mail_reach('PERSON', i.person_id) m)
       and not exists (select from mails m where m.invitation_id = i.id and m.kind = 'INVITATION'
         and m.recipient_type = 'PERSON')`,
  );
  return rows.map(({ id }) => ({ invitationId: id, kind: 'INVITATION', outcome: 'ASKED' }));
}

/** Invitations that wait again, of which somebody was told that they were closed. */
async function toldClosed(tx: Tx, events: readonly DomainEvent[]): Promise<InvitationNews[]> {
  const reopened = eventsOf(events, 'invitation.reopened');
  if (reopened.length === 0) return [];
  const told = await tx.query<{ id: string }>(
    `select distinct invitation_id as id from mails
     where invitation_id = any ($1::uuid[]) and kind = 'INVITATION_CLOSED' and sent_at is not null`,
    [reopened.map(({ subjectId }) => subjectId)],
  );
  return reopened
    .filter(({ subjectId }) => told.some(({ id }) => id === subjectId))
    .map(({ subjectId, details }) => ({
      invitationId: subjectId,
      kind: 'INVITATION_REOPENED',
      outcome: details.status,
    }));
}
