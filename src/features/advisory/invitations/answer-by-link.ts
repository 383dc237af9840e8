import { asSystem } from '../../../db/as-system.js';
import { IN_MAIL, LinkKind } from '../../../db/link-kind.js';
import { lock } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { problemsOf } from '../../../graphql/mutation-texts.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Failure } from '../../../kernel/failure.js';
import type { Locale } from '../../../kernel/messages.js';
import { ask } from '../../../reads/ask.js';
import { constant, raw, type Sql, sql } from '../../../reads/sql.js';
import { SeatInvitationEntity } from '../advisory.entity.js';
import { type Exclusions, exclusionsFor } from '../bodies/body-exclusions.js';
import { type Answer, settleAnswer } from './answer-invitation.js';
import type { Perspective } from '../../people/person.enums.js';
import type { DeclineKindCode } from './decline-kinds.js';
import { type InvitationStatusCode, statusOn } from './invitation-status.js';
import { type InvitationWay, invitedAs, type InvitedAs, wayOf } from './invitation-way.js';
import { lockProfiles } from './lock-invitation.js';

/**
 * Says the id of an invitation and of the mail in which it stands, and nothing about the person. Whether it can still be answered depends on the
 * invitation: it is answered once, and until its last day.
 */
export const ANSWER_LINK = new LinkKind(
  'answer invitation',
  new RegExp(`^([0-9a-f-]{36})(?:\\.${IN_MAIL})?$`),
);

/** What the holder of the link may see: the invitation, in their language, and its outcome. */
export interface LinkedInvitation {
  readonly locale: Locale;
  readonly body: string;
  readonly seat: string;
  readonly message: string | null;
  readonly network: string | null;
  readonly way: InvitationWay;
  readonly nominatedBy: InvitedAs;
  /** of a nomination that waits: where the address came from */
  readonly source: string | null;
  readonly status: InvitationStatusCode;
  readonly declineKind: DeclineKindCode | null;
  /** the last day to answer, as ISO text */
  readonly until: string;
  readonly answeredOn: string | null;
  readonly exclusions: Exclusions;
  /** as what they are on record; nothing of a nominee */
  readonly perspectives: readonly (keyof typeof Perspective)[];
}

/** The invitation that the token of a link is for; null if the token is not one of ours. */
export async function invitationByLink(tx: Tx, token: string): Promise<LinkedInvitation | null> {
  return asSystem(tx, async () => {
    const [, id] = (await ANSWER_LINK.read(tx, token)) ?? [];
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
    const [, id] = (await ANSWER_LINK.read(tx, token)) ?? [];
    const invitation = id && (await tx.manager.findOneBy(SeatInvitationEntity, { id }));
    if (!invitation) return false;
    const path = ['input', 'declineReason'];
    const problems = problemsOf(answer.declineReason ?? '', path, { multiline: true });
    if (problems.length > 0) throw new Failure(problems);
    await lockProfiles(tx, [invitation.ervaringsdeskundigeId]);
    await settleAnswer(tx, (await lock(tx, SeatInvitationEntity, invitation.id))!, answer, 'LINK');
    return true;
  });
}

function invitationOf(id: string, today: PlainDate): Sql {
  const day = constant(today.toString());
  return sql`
    select coalesce(m.locale, i.language, 'nl') as locale, ${wayOf(raw('i'))} as way,
      ${invitedAs(raw('i'), raw('b'))} as "nominatedBy", o.source, b.name as body, s.title as seat, i.message, n.name as network,
      ${statusOn(raw('i'), day)} as status, ${exclusionsFor(raw('b'), raw('i.person_id'), day)} as exclusions,
      coalesce((select p.perspectives from people p where p.id = i.person_id), '{}') as perspectives,
      i.decline_kind as "declineKind", i.expires_on as until, i.answered_on as "answeredOn"
    from seat_invitations i join advisory_seats s on s.id = i.seat_id join advisory_bodies b on b.id = i.body_id
    left join oudernetwerken n on n.id = i.asked_through
    left join seat_nominees o on o.invitation_id = i.id
    left join lateral mail_reach('PERSON', i.person_id) m on true
    where i.id = ${constant(id)}`;
}
