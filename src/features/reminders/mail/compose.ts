import type { Tx } from '../../../db/transaction.js';
import { isBefore } from '../../../kernel/clock.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { calendarOf } from './calendar.js';
import { digestContent } from '../digests/digest-content.js';
import { type Email, onOneLine, withSafeHeaders, type Sender } from '../../../kernel/email.js';
import { type Content, isOfInvitation, type Mail, type ReminderMail } from './mail.js';
import { htmlOf, textOf } from './mail-page.js';
import { invitationContent } from '../invitations/invitation-content.js';
import { signUnsubscription } from '../preferences/unsubscribe-token.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { wordingOf } from './wording.js';

const FRAME = new Catalogue({ nl: nl.frame, en: en.frame });

/** Composes the content of an email, from what is known now. As the system. */
export async function compose(
  tx: Tx,
  mail: Mail,
  { address, locale }: { address: string; locale: Locale },
  sender: Sender,
): Promise<Email> {
  const { publicUrl, domain } = sender;
  const content = await contentOf(tx, mail, locale, sender);
  const unsubscribeUrl = await unsubscribeUrlOf(tx, mail, publicUrl);
  const subject = onOneLine(content.subject);
  const { paragraphs, list, days } = content;
  const button = content.button ?? { label: FRAME.text('open', locale), url: publicUrl };
  const page = {
    locale,
    heading: subject,
    paragraphs,
    list,
    button,
    why: content.why ?? FRAME.text('why', locale),
    unsubscribe:
      unsubscribeUrl === null ? null : { label: FRAME.text('unsubscribe', locale), url: unsubscribeUrl },
  };
  return withSafeHeaders({
    name: `${mail.made_on}-${mail.kind.toLowerCase().replace('_', '-')}-${mail.id}`,
    messageId: `<${mail.id}@${domain}>`,
    to: address,
    locale,
    at: tx.now,
    subject,
    text: textOf(page),
    html: htmlOf(page),
    calendar: days.length > 0 ? calendarOf(days, tx.now) : null,
    unsubscribeUrl,
  });
}

function contentOf(tx: Tx, mail: Mail, locale: Locale, sender: Sender): Promise<Content> {
  const { domain } = sender;
  if (isOfInvitation(mail)) return invitationContent(tx, mail, locale, sender);
  return mail.kind === 'DIGEST'
    ? digestContent(tx, mail.recipient_id, mail.week, locale, domain)
    : reminderContent(tx, mail, locale, domain);
}

/** Invitations and their outcome are the reader's own affair: nobody subscribed to them. */
async function unsubscribeUrlOf(tx: Tx, mail: Mail, publicUrl: string): Promise<string | null> {
  if (isOfInvitation(mail)) return null;
  const token = await signUnsubscription(tx, {
    type: mail.recipient_type,
    id: mail.recipient_id,
    scope: mail.kind === 'DIGEST' ? 'digest' : 'reminders',
  });
  return `${publicUrl}/mail/unsubscribe?token=${token}`;
}

async function reminderContent(tx: Tx, mail: ReminderMail, locale: Locale, domain: string): Promise<Content> {
  const { subjectId, dueOn, self, alone = false, byThemselves = false } = mail.params;
  const [about] = await tx.query<{
    network: string;
    person: string | null;
    overdue: number;
    recorded: boolean;
    moves: number;
  }>(
    `select n.name as network,
       (select d.display_name from trekkerschappen t join person_details d on d.person_id = t.person_id
        where t.id = $2) as person,
       (select count(*)::int from handover_items i
        where i.plan_id = $2 and i.done_on is null and i.due_on < $3::date) as overdue,
       exists (select from expected_ends e where e.trekkerschap_id = $2 and e.driver = 'RECORDED') as recorded,
       (select count(distinct r.due_on)::int from reminders r
        where r.subject_id = $2 and r.kind = $4 and r.due_on <> $5::date
          and r.made_at < (select m.made_at from mails m where m.id = $6)) as moves
     from oudernetwerken n where n.id = $1`,
    [mail.oudernetwerk_id, subjectId, tx.today.toString(), mail.kind, dueOn.toString(), mail.id],
  );
  // an organisation's mailbox is read by people we do not know
  const known = mail.recipient_type !== 'ORGANISATION';
  const { network, person, overdue, recorded, moves } = about!;
  const { subject, paragraphs } = wordingOf(mail.kind, locale, {
    network,
    on: dueOn,
    when: isBefore(dueOn, tx.today) ? 'past' : recorded ? 'recorded' : 'expected',
    self: mail.recipient_type === 'PERSON' && mail.recipient_id === self,
    person: known ? person : null,
    overdue,
    alone,
    byThemselves,
  });
  const uid = `${mail.kind.toLowerCase()}-${subjectId}@${domain}`;
  const days = [{ uid, sequence: moves, on: dueOn, summary: onOneLine(subject) }];
  return { subject, paragraphs, list: [], days };
}
