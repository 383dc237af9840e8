import * as v from 'valibot';
import { type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { eventsOf } from '../../../writes/events.js';
import { PURPOSE_TEXTS } from '../../ervaringsdeskundigen/consent/purpose-texts.js';
import type { SaidPurpose } from '../../ervaringsdeskundigen/consent/ledger.js';
import { makeMail } from '../mail/make-mail.js';
import { anyMail, type Content, type MailKind, type Wording } from '../mail/mail.js';
import type { Place } from '../mail/page/letterhead.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const SUBJECTS = new Catalogue({ nl: nl.saidSubjects, en: en.saidSubjects });
const SAID = new Catalogue({ nl: nl.said, en: en.said });
const PURPOSES = new Catalogue({ nl: nl.saidPurposes, en: en.saidPurposes });
const RIGHT = new Catalogue({ nl: nl.saidRight, en: en.saidRight });
const FRAME = new Catalogue({ nl: nl.consentFrame, en: en.consentFrame });

export const SAID_OUTCOMES = ['GIVEN', 'WITHDRAWN'] as const;
type Outcome = (typeof SAID_OUTCOMES)[number];
export const SAID_PURPOSES = Object.keys(PURPOSE_TEXTS) as SaidPurpose[];

const MAIL = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.literal('CONSENT_SAID'),
    params: v.object({
      outcome: v.picklist(SAID_OUTCOMES),
      consentId: v.string(),
      purpose: v.picklist(SAID_PURPOSES),
      channel: v.picklist(['PAPER', 'PHONE', 'IN_PERSON']),
    }),
  }),
);
type SaidMail = Checked<typeof MAIL>;

/** To the person whose yes or no to a purpose somebody else recorded, whatever reminders they want, and to nobody else. */
export const saidMail: MailKind = {
  names: ['CONSENT_SAID'],
  letterOf(row) {
    const mail = MAIL.check(row);
    return {
      mail,
      scope: null,
      place: (tx) => placeOf(tx, mail),
      isCurrent: (tx) => isNewest(tx, mail),
      content: async (_tx, locale) => contentOf(mail, locale),
      onPaper: () => mail.recipient_id,
      inPause: 'TOLD',
      waits: true,
      toAnybody: true,
      audience: () => null,
    };
  },
};

/** Event listener: what somebody else recorded is told. As the system. */
export async function tellSaid(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  for (const { name, subjectId, details } of eventsOf(
    events,
    'personConsent.given',
    'personConsent.withdrawn',
  )) {
    if (details.channel === 'ONLINE') continue;
    const outcome: Outcome = name === 'personConsent.given' ? 'GIVEN' : 'WITHDRAWN';
    const params = { ...details, outcome };
    makeMail(tx, 'CONSENT_SAID', { recipient_type: 'PERSON', recipient_id: subjectId }, { params });
  }
}

async function placeOf(tx: Tx, { recipient_id }: SaidMail): Promise<Place> {
  const [place] = await tx.query<Place>(
    'select null::uuid as oudernetwerk_id, region_id from people where id = $1',
    [recipient_id],
  );
  return place!;
}

/** While nothing was said of the same purpose after it. */
async function isNewest(tx: Tx, { recipient_id, params }: SaidMail): Promise<boolean> {
  const [said] = await tx.query<{ consent_id: string }>('select consent_id from said_of($1, $2)', [
    recipient_id,
    params.purpose,
  ]);
  return said?.consent_id === params.consentId;
}

function contentOf({ params, made_on }: SaidMail, locale: Locale): Content {
  const { outcome, purpose, channel } = params;
  return { ...saidWording(locale, outcome, { purpose, channel, on: made_on }), list: [], entries: [] };
}

export function saidWording(
  locale: Locale,
  outcome: Outcome,
  { purpose, channel, on }: { readonly purpose: SaidPurpose; readonly channel: string; readonly on: string },
): Wording & { readonly why: string } {
  return {
    subject: SUBJECTS.text(outcome, locale),
    paragraphs: [
      SAID.text(outcome, locale, { on, channel, what: PURPOSES.text(purpose, locale) }),
      RIGHT.text(outcome, locale),
    ],
    why: FRAME.text('why', locale),
  };
}
