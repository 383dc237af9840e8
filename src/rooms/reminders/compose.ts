import type { Tx } from '../../db/transaction.js';
import { day, isBefore } from '../../kernel/clock.js';
import type { Locale } from '../../kernel/messages.js';
import { type CalendarDay, calendarOf } from './calendar.js';
import { digestContent } from './digest-content.js';
import type { ReminderKind } from './keep-reminders.js';
import { type Letter, onOneLine, withSafeHeaders } from './letter.js';
import { htmlOf, textOf } from './mail-page.js';
import type { RecipientType } from './recipients.js';
import { mailSecret } from './unsubscribe.js';
import { signUnsubscription } from './unsubscribe-token.js';
import { dayInWords, wordingOf } from './wording.js';

/** A row of `mails`. */
export interface Mail {
  readonly id: string;
  readonly kind: ReminderKind | 'DIGEST';
  readonly recipient_type: RecipientType;
  readonly recipient_id: string;
  readonly oudernetwerk_id: string | null;
  readonly params: {
    readonly subjectType: string;
    readonly subjectId: string;
    readonly dueOn: string;
    readonly self: string | null;
    readonly without: string | null;
    readonly regionId: string;
    readonly alone?: boolean;
    readonly byThemselves?: boolean;
  };
  readonly week: string | null;
  readonly made_on: string;
  readonly attempts: number;
}

/** How this service is reached by those who read its mail, and as whom it writes. */
export interface Sender {
  readonly publicUrl: string;
  /** the part behind the @ of the address that mail comes from */
  readonly domain: string;
}

/** What a mail is about, before it is made up. */
export interface Content {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly list: readonly string[];
  readonly days: readonly CalendarDay[];
}

/** Makes the letter of a mail, of what is known now. As the system. */
export async function compose(
  tx: Tx,
  mail: Mail,
  { address, locale }: { address: string; locale: Locale },
  { publicUrl, domain }: Sender,
): Promise<Letter> {
  const content =
    mail.kind === 'DIGEST'
      ? await digestContent(tx, mail.recipient_id, day(mail.week!), locale, domain)
      : await reminderContent(tx, { ...mail, kind: mail.kind }, locale, domain);
  const scope = mail.kind === 'DIGEST' ? 'digest' : 'reminders';
  const token = signUnsubscription(await mailSecret(tx), {
    type: mail.recipient_type,
    id: mail.recipient_id,
    scope,
  });
  const unsubscribeUrl = `${publicUrl}/mail/unsubscribe?token=${token}`;
  const subject = onOneLine(content.subject);
  const { paragraphs, list } = content;
  const page = { locale, heading: subject, paragraphs, list, serviceUrl: publicUrl, unsubscribeUrl };
  return withSafeHeaders({
    name: `${mail.made_on}-${mail.kind.toLowerCase().replace('_', '-')}-${mail.id}`,
    messageId: `<${mail.id}@${domain}>`,
    to: address,
    locale,
    at: tx.now,
    subject,
    text: textOf(page),
    html: await htmlOf(page),
    calendar: calendarOf(content.days, tx.now),
    unsubscribeUrl,
  });
}

async function reminderContent(
  tx: Tx,
  mail: Mail & { kind: ReminderKind },
  locale: Locale,
  domain: string,
): Promise<Content> {
  const { subjectId, dueOn, self, alone = false, byThemselves = false } = mail.params;
  const [about] = await tx.query<{
    network: string;
    person: string | null;
    overdue: number;
    moves: number;
  }>(
    `select n.name as network,
       (select d.display_name from trekkerschappen t join person_details d on d.person_id = t.person_id
        where t.id = $2) as person,
       (select count(*)::int from handover_items i
        where i.plan_id = $2 and i.done_on is null and i.due_on < $3::date) as overdue,
       (select count(distinct r.due_on)::int from reminders r
        where r.subject_id = $2 and r.kind = $4 and r.due_on <> $5::date
          and r.made_at < (select m.made_at from mails m where m.id = $6)) as moves
     from oudernetwerken n where n.id = $1`,
    [mail.oudernetwerk_id, subjectId, tx.today.toString(), mail.kind, dueOn, mail.id],
  );
  // an organisation's mailbox is read by people we do not know
  const known = mail.recipient_type !== 'ORGANISATION';
  const { network, person, overdue, moves } = about!;
  const { subject, paragraphs } = wordingOf(mail.kind, locale, {
    network,
    on: dayInWords(day(dueOn), locale),
    self: mail.recipient_type === 'PERSON' && mail.recipient_id === self,
    person: known ? person : null,
    overdue,
    past: isBefore(day(dueOn), tx.today),
    alone,
    byThemselves,
  });
  const uid = `${mail.kind.toLowerCase()}-${subjectId}@${domain}`;
  const days = [{ uid, sequence: moves, on: day(dueOn), summary: onOneLine(subject) }];
  return { subject, paragraphs, list: [], days };
}
