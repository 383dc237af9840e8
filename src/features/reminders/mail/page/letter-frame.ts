import { onOneLine } from '../../../../kernel/lines.js';
import { Catalogue, type Locale } from '../../../../kernel/messages.js';
import { phoneAsWritten } from '../../../../kernel/typed/phone.js';
import { en } from '../../messages.en.js';
import { nl } from '../../messages.nl.js';
import type { Letterhead, Responsible } from './letterhead.js';
import type { Wording } from '../mail.js';
import type { Paragraph } from './mail-page.js';
import type { RecipientType } from '../recipients.js';

const FRAME = new Catalogue({ nl: nl.frame, en: en.frame });

/** What stands around every letter. */
export interface LetterFrame {
  readonly greeting: string;
  /** who writes, line by line */
  readonly signature: readonly string[];
  /** how its reader answers it */
  readonly answer: string;
  /** why the reader gets it, unless its kind says so itself: their role in a network */
  readonly why: string;
  /** who answers for personal data, and where to ask; null: not known */
  readonly responsible: string | null;
}

/** The greeting by name, and who writes: the coordinator of the region by name, or the region, or the service. */
export function frameOf(
  head: Letterhead,
  reader: RecipientType,
  locale: Locale,
  as: 'MAIL' | 'PAPER' = 'MAIL',
): LetterFrame {
  const { name, region, coordinator } = head;
  const phone = region === null || head.phone === null ? null : phoneAsWritten(head.phone);
  const say = (key: keyof (typeof nl)['frame'], params = {}) => onOneLine(FRAME.text(key, locale, params));
  const isParent = reader === 'PERSON' || reader === 'NOMINEE';
  const parent = isParent && region !== null ? 'yes' : 'no';
  const from =
    region === null
      ? [say('service')]
      : coordinator === null
        ? [say('region', { region })]
        : [onOneLine(coordinator), say('coordinator', { region })];
  return {
    greeting: say('greeting', { name, parent }),
    signature: [say('regards'), ...from, ...(phone === null ? [] : [say('phone', { phone })])],
    answer: say(howToAnswer(head.replyTo, phone, as), { phone, mailbox: head.replyTo, region }),
    why: say('why'),
    responsible: head.responsible && say('responsible', saidOf(head.responsible, isParent)),
  };
}

function saidOf({ name, email, phone }: Responsible, isParent: boolean) {
  const reached = phone === null ? null : phoneAsWritten(phone);
  return { organisation: name, own: isParent ? 'yes' : 'no', ...waysTo(email, reached) };
}

function waysTo(email: string | null, phone: string | null) {
  const ways =
    email !== null && phone !== null ? 'BOTH' : email !== null ? 'EMAIL' : phone !== null ? 'PHONE' : 'NONE';
  return { ways, email, phone };
}

/** A mail without a mailbox behind it is not answered, and paper is answered otherwise. */
function howToAnswer(mailbox: string | null, phone: string | null, as: 'MAIL' | 'PAPER') {
  if (mailbox !== null && as === 'MAIL') return 'byReply';
  if (mailbox !== null) return phone === null ? 'byMailbox' : 'byPhoneOrMailbox';
  return phone === null ? 'byRegion' : 'byPhone';
}

/** What a letter says: how to answer stands after what it asks. */
export function paragraphsOf(
  { paragraphs, question }: Pick<Wording, 'paragraphs' | 'question'>,
  { answer }: LetterFrame,
): readonly Paragraph[] {
  return question === undefined ? paragraphs : [...paragraphs, `${question} ${answer}`];
}
