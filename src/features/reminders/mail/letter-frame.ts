import { onOneLine } from '../../../kernel/lines.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { phoneAsWritten } from '../../../kernel/typed/phone.js';
import { en } from '../messages.en.js';
import { nl } from '../messages.nl.js';
import type { Letterhead } from './letterhead.js';
import type { RecipientType } from './recipients.js';

const FRAME = new Catalogue({ nl: nl.frame, en: en.frame });

/** What stands around every letter. */
export interface LetterFrame {
  readonly greeting: string;
  /** who writes, line by line */
  readonly signature: readonly string[];
  /** why the reader gets it, unless its kind says so itself: their role in a network */
  readonly why: string;
}

/** The greeting by name, and who writes: the coordinator of the region by name, or the region, or the service. */
export function frameOf(
  { name, region, coordinator, phone }: Omit<Letterhead, 'replyTo'>,
  reader: RecipientType,
  locale: Locale,
): LetterFrame {
  const say = (key: keyof (typeof nl)['frame'], params = {}) => onOneLine(FRAME.text(key, locale, params));
  const isParent = reader === 'PERSON' || reader === 'NOMINEE';
  const parent = isParent && region !== null ? 'yes' : 'no';
  const from =
    region === null
      ? [say('service')]
      : coordinator === null
        ? [say('region', { region })]
        : [onOneLine(coordinator), say('coordinator', { region })];
  const call = region === null || phone === null ? [] : [say('phone', { phone: phoneAsWritten(phone) })];
  return {
    greeting: say('greeting', { name, parent }),
    signature: [say('regards'), ...from, ...call],
    why: say('why'),
  };
}
