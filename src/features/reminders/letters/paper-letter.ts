import type { Tx } from '../../../db/transaction.js';
import { onOneLine } from '../../../kernel/lines.js';
import { Catalogue, dayInWords, type Locale } from '../../../kernel/messages.js';
import { MAIL_KINDS } from '../mail-kinds.js';
import { frameOf, type LetterFrame, paragraphsOf } from '../mail/page/letter-frame.js';
import { letterheadOf } from '../mail/page/letterhead.js';
import { type Letter, LETTER_COLUMNS, letterOf, type Wording } from '../mail/mail.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const PAPER = new Catalogue({ nl: nl.paper, en: en.paper });

/** A mail as a letter: it says the same, and leads nowhere. */
export interface PaperLetter extends Wording, LetterFrame {
  readonly locale: Locale;
  readonly list: readonly string[];
  /** the day on which it is printed, in words */
  readonly on: string;
  /** the name of the reader, above it; null: not known */
  readonly to: string | null;
}

/**
 * The letter that a mail would be to a person; null if it says nothing that holds now. There is no link in it: whoever
 * prints it could answer in their place. As the system.
 */
export async function paperLetter(
  tx: Tx,
  { mailId, personId }: { readonly mailId: string; readonly personId: string },
  publicUrl: string,
): Promise<PaperLetter | null> {
  const letter = await letterTo(tx, mailId, personId);
  if (!letter || !(await letter.isCurrent(tx))) return null;
  const [reader] = await tx.query<{ locale: Locale; name: string | null }>(
    `select r.locale, d.display_name as name from mail_reach('PERSON', $1) r
     left join person_details d on d.person_id = $1`,
    [personId],
  );
  if (!reader) return null;
  const { locale, name } = reader;
  const sender = { publicUrl, address: '', domain: '' };
  const content = await letter.content(tx, locale, sender);
  const { subject, list, button, why } = content;
  const head = await letterheadOf(tx, await letter.place(tx), letter.mail, letter.toAnybody);
  const from = letter.toAnybody ? { ...head, coordinator: null } : head;
  const frame = frameOf(from, 'PERSON', locale, 'PAPER');
  const signIn = button ? [`${PAPER.text('answer', locale, { address: publicUrl })} ${frame.answer}`] : [];
  return {
    ...frame,
    locale,
    on: dayInWords(tx.today, locale),
    to: name,
    subject: onOneLine(subject),
    paragraphs: [...paragraphsOf(content, frame), ...signIn],
    list,
    why: why ?? frame.why,
  };
}

async function letterTo(tx: Tx, mailId: string, personId: string): Promise<Letter | null> {
  const [row] = await tx.query<{ kind: string }>(`select ${LETTER_COLUMNS} from mails where id = $1`, [
    mailId,
  ]);
  if (!row) return null;
  return letterOf(MAIL_KINDS, Object.assign(row, { recipient_type: 'PERSON', recipient_id: personId }));
}
