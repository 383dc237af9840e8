import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { eventsOf } from '../../../writes/events.js';
import { ask } from '../../../reads/ask.js';
import { constant, raw, sql } from '../../../reads/sql.js';
import { isOpen } from '../../advisory/invitations/invitation-status.js';
import { mailInvitationNews, type InvitationNews } from './invitation-mail.js';

/**
 * Event listener: an invited parent receives the invitation, and its sender the answer or the news that there will be
 * none, or will be after all; a parent also hears when they no longer need to answer, and when that was a mistake. As the
 * system.
 */
export async function tellInvitations(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const news = events.flatMap(newsOf);
  await mailInvitationNews(tx, [
    ...news,
    ...(await reachableNow(tx, events)),
    ...(await toldOtherwise(tx, events)),
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

/** Invitations that wait again, of which the parent, or whoever sent them, was told last that they do not. */
async function toldOtherwise(tx: Tx, events: readonly DomainEvent[]): Promise<InvitationNews[]> {
  const reopened = eventsOf(events, 'invitation.reopened');
  if (reopened.length === 0) return [];
  const told = await tx.query<{ id: string; kind: 'INVITATION_CLOSED' | 'INVITATION_ANSWERED' }>(
    `select id, kind from (
       select distinct on (invitation_id, kind) invitation_id as id, kind, params ->> 'outcome' as outcome from mails
       where invitation_id = any ($1::uuid[]) and kind in ('INVITATION_CLOSED', 'INVITATION_ANSWERED') and sent_at is not null
       order by invitation_id, kind, sent_at desc, made_at desc) last
     where kind = 'INVITATION_CLOSED' or outcome = any ($2)`,
    [reopened.map(({ subjectId }) => subjectId), OF_PARENT],
  );
  return told.map(({ id: invitationId, kind }) => ({
    invitationId,
    kind: kind === 'INVITATION_CLOSED' ? 'INVITATION_REOPENED' : kind,
    outcome: reopened.find(({ subjectId }) => subjectId === invitationId)!.details.status,
  }));
}
