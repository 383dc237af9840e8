import type { Tx } from '../../../db/transaction.js';
import { day, type PlainDate } from '../../../kernel/clock.js';
import type { Locale } from '../../../kernel/messages.js';
import { ask } from '../../../reads/ask.js';
import { constant, raw, type Sql, sql } from '../../../reads/sql.js';
import { type Exclusions, exclusionsFor, exclusionSentences } from '../../advisory/bodies/body-exclusions.js';
import { invitedAs, wayOf } from '../../advisory/invitations/invitation-way.js';
import { ANSWER_LINK } from '../../advisory/invitations/answer-by-link.js';
import { findableOn } from '../../ervaringsdeskundigen/profile-reach.js';
import type { Sender } from '../../../kernel/email.js';
import { linesOf } from '../../../kernel/lines.js';
import { offSummary, summaryOf } from '../calendars/calendar-wording.js';
import type { Content, MailKind } from '../mail/mail.js';
import {
  audienceOf,
  parentOf,
  placeOf,
  INVITATION_KINDS,
  INVITATION_MAIL,
  type InvitationMail,
  isOfToday,
} from './invitation-mail.js';
import {
  answeredWording,
  closedWording,
  invitedWording,
  reopenedWording,
  type ToldOfInvitation,
  unreachedWording,
  waitingWording,
} from './invitation-wording.js';

/** Invitations to seats and their outcome, whatever reminders somebody wants: nobody subscribed to them. */
export const invitationMail: MailKind = {
  names: INVITATION_KINDS,
  letterOf(row) {
    const mail = INVITATION_MAIL.check(row);
    return {
      mail,
      scope: null,
      place: (tx) => placeOf(tx, mail),
      isCurrent: (tx) => isOfToday(tx, mail),
      content: (tx, locale, sender) => invitationContent(tx, mail, locale, sender),
      onPaper: (tx) => parentOf(tx, mail),
      waits: mail.kind === 'INVITATION',
      audience: (tx) => audienceOf(tx, mail),
    };
  },
};

interface Row extends Omit<ToldOfInvitation, 'asked' | 'until' | 'message'> {
  readonly person_id: string | null;
  readonly message: string | null;
  readonly asked_on: string;
  readonly expires_on: string;
  readonly exclusions: Exclusions;
}

/**
 * The content of an email about an invitation, from what is known now. Only the parent's own email holds the link. As
 * the system.
 */
async function invitationContent(
  tx: Tx,
  mail: InvitationMail,
  locale: Locale,
  sender: Sender,
): Promise<Content> {
  const [row] = await ask<Row>(tx, invitationOf(mail.invitation_id, tx.today));
  const { person_id, person, asked_on, expires_on, message, exclusions, ...rest } = row!;
  const told: ToldOfInvitation = {
    ...rest,
    asked: day(asked_on),
    until: day(expires_on),
    // an organisation's mailbox is read by people we do not know
    person: mail.recipient_type === 'ACCOUNT' ? person : null,
    message: linesOf(message ?? ''),
  };
  const nothing = { list: [], entries: [] };
  const answerDue = { what: 'ANSWER_DUE' as const, subjectId: mail.invitation_id };
  const toParent =
    mail.recipient_type === 'NOMINEE' ||
    (mail.recipient_type === 'PERSON' && mail.recipient_id === person_id);
  if (mail.kind === 'INVITATION_ANSWERED') {
    return { ...answeredWording(locale, mail.params.outcome, told), ...nothing };
  }
  if (mail.kind === 'INVITATION_CLOSED') {
    const off = { ...answerDue, on: null, summary: offSummary(locale) };
    return { ...closedWording(locale, mail.params.outcome, toParent, told), list: [], entries: [off] };
  }
  const isAgain = mail.kind === 'INVITATION_REOPENED';
  if (!toParent && !isAgain) {
    const words = told.way === 'NOMINEE' ? unreachedWording : waitingWording;
    return { ...words(locale, told), ...nothing };
  }
  const { button: label, ...words } = isAgain
    ? reopenedWording(locale, told, toParent)
    : invitedWording(locale, told, exclusionSentences(exclusions, locale));
  if (label === undefined) return { ...words, ...nothing };
  const token = await ANSWER_LINK.sign(tx, `${mail.invitation_id}.${mail.id}`);
  return {
    ...words,
    list: [],
    entries: [
      {
        ...answerDue,
        on: told.until,
        summary: summaryOf({ what: 'ANSWER_DUE', name: told.body }, locale),
      },
    ],
    button: { label, url: `${sender.publicUrl}/seats/answer?token=${token}` },
  };
}

function invitationOf(id: string, on: PlainDate): Sql {
  const today = constant(on.toString());
  return sql`
    select i.person_id, d.display_name as person, b.name as body, s.title as seat, n.name as network, i.message,
      i.asked_on, i.expires_on, i.decline_kind, ${wayOf(raw('i'))} as way,
      ${invitedAs(raw('i'), raw('b'))} as nominated_by, o.source, i.answered_on is not null as answered,
      ${exclusionsFor(raw('b'), raw('i.person_id'), today)} as exclusions,
      case when ${findableOn(raw('e'), today)} or i.status in ('ACCEPTED', 'APPOINTED')
        then e.pseudonym end as pseudonym
    from seat_invitations i join advisory_seats s on s.id = i.seat_id join advisory_bodies b on b.id = i.body_id
    left join ervaringsdeskundigen e on e.id = i.ervaringsdeskundige_id
    left join seat_nominees o on o.invitation_id = i.id
    left join oudernetwerken n on n.id = i.asked_through
    left join person_details d on d.person_id = i.person_id
    where i.id = ${constant(id)}`;
}
