import { asSystem } from '../../../db/as-system.js';
import { lock } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { holdsBsn } from '../../../graphql/text-guard.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import type { Locale } from '../../../kernel/messages.js';
import { ask } from '../../../reads/ask.js';
import { constant, raw, type Sql, sql } from '../../../reads/sql.js';
import { SeatInvitationEntity } from '../advisory.entity.js';
import { type Answer, settleAnswer } from './answer-invitation.js';
import type { DeclineKindCode } from './decline-kinds.js';
import { type InvitationStatusCode, statusOn } from './invitation-status.js';
import { lockProfiles } from './lock-invitation.js';
import { readAnswerToken } from './answer-token.js';

/** What the holder of the link may see: the invitation, in their language, and its outcome. */
export interface LinkedInvitation {
  readonly locale: Locale;
  readonly body: string;
  readonly seat: string;
  readonly message: string | null;
  readonly network: string | null;
  readonly status: InvitationStatusCode;
  readonly declineKind: DeclineKindCode | null;
  /** the last day to answer, as ISO text */
  readonly until: string;
  readonly answeredOn: string | null;
}

/** The invitation that the token of a link is for; null if the token is not one of ours. */
export async function invitationByLink(tx: Tx, token: string): Promise<LinkedInvitation | null> {
  return asSystem(tx, async () => {
    const id = await readAnswerToken(tx, token);
    if (!id) return null;
    const [found] = await ask<LinkedInvitation>(tx, invitationOf(id, tx.today));
    return found ?? null;
  });
}

/**
 * The parent's answer by the link, which gives the right to answer once. False if the token is not one of ours;
 * refused as the mutation refuses.
 */
export async function answerByLink(tx: Tx, token: string, answer: Answer): Promise<boolean> {
  return asSystem(tx, async () => {
    const id = await readAnswerToken(tx, token);
    const invitation = id && (await tx.manager.findOneBy(SeatInvitationEntity, { id }));
    if (!invitation) return false;
    if (holdsBsn(answer.declineReason ?? '')) throw failure('BSN_IN_TEXT', ['input', 'declineReason']);
    await lockProfiles(tx, [invitation.ervaringsdeskundigeId]);
    await settleAnswer(tx, (await lock(tx, SeatInvitationEntity, invitation.id))!, answer, 'LINK');
    return true;
  });
}

function invitationOf(id: string, today: PlainDate): Sql {
  return sql`
    select m.locale, b.name as body, s.title as seat, q.message, n.name as network,
      ${statusOn(raw('q'), constant(today.toString()))} as status,
      q.decline_kind as "declineKind", q.expires_on as until, q.answered_on as "answeredOn"
    from seat_invitations q join advisory_seats s on s.id = q.seat_id join advisory_bodies b on b.id = q.body_id
    left join oudernetwerken n on n.id = q.asked_through
    join mail_reach('PERSON', q.person_id) m on true
    where q.id = ${constant(id)}`;
}
