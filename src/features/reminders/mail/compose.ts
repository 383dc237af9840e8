import type { Tx } from '../../../db/transaction.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { type Email, withSafeHeaders, type Sender } from '../../../kernel/email.js';
import { onOneLine } from '../../../kernel/lines.js';
import { mailedCalendars } from './calendar-file.js';
import { handOut } from './hand-out.js';
import { frameOf, paragraphsOf } from './page/letter-frame.js';
import { letterheadOf } from './page/letterhead.js';
import type { Letter } from './mail.js';
import { htmlOf, textOf } from './page/mail-page.js';
import { signUnsubscription } from './unsubscribe-token.js';
import { en } from '../messages.en.js';
import { nl } from '../messages.nl.js';

const FRAME = new Catalogue({ nl: nl.frame, en: en.frame });

/** Composes an email, from what is known now, and notes which days it puts into whose calendar. As the system. */
export async function compose(
  tx: Tx,
  letter: Letter,
  { address, locale }: { address: string; locale: Locale },
  sender: Sender,
): Promise<Email> {
  const { publicUrl, domain, address: from } = sender;
  const { mail } = letter;
  const content = await letter.content(tx, locale, sender);
  const events = await handOut(tx, mail, content.entries);
  const head = await letterheadOf(tx, await letter.place(tx), mail, letter.toAnybody);
  const unsubscribeUrl = await unsubscribeUrlOf(tx, letter, publicUrl);
  const subject = onOneLine(content.subject);
  const frame = frameOf(
    letter.toAnybody ? { ...head, name: null, coordinator: null } : head,
    mail.recipient_type,
    locale,
  );
  const page = {
    locale,
    title: subject,
    ...frame,
    paragraphs: paragraphsOf(content, frame),
    list: content.list,
    button: content.button ?? null,
    why: content.why ?? frame.why,
    unsubscribe:
      unsubscribeUrl === null ? null : { label: FRAME.text('unsubscribe', locale), url: unsubscribeUrl },
  };
  return withSafeHeaders({
    name: `${mail.made_on}-${mail.kind.toLowerCase().replace('_', '-')}-${mail.id}`,
    messageId: `<${mail.id}@${domain}>`,
    to: address,
    replyTo: head.replyTo,
    locale,
    at: tx.now,
    subject,
    text: textOf(page),
    html: htmlOf(page),
    calendars: mailedCalendars(events, { at: tx.now, address: from }),
    unsubscribeUrl,
  });
}

async function unsubscribeUrlOf(tx: Tx, { mail, scope }: Letter, publicUrl: string): Promise<string | null> {
  if (scope === null) return null;
  const from = { type: mail.recipient_type, id: mail.recipient_id, scope };
  const token = await signUnsubscription(tx, from, mail.id);
  return `${publicUrl}/mail/unsubscribe?token=${token}`;
}
