import * as v from 'valibot';
import { type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import type { Sender } from '../../../kernel/email.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import type { Place } from '../mail/page/letterhead.js';
import { anyMail, type Content, type MailKind, type Wording } from '../mail/mail.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { NETWORK_CONTACT_LINK } from './network-contact-by-link.js';

const SUBJECTS = new Catalogue({ nl: nl.networkContactSubjects, en: en.networkContactSubjects });
const TOLD = new Catalogue({ nl: nl.networkContactTold, en: en.networkContactTold });
const NEXT = new Catalogue({ nl: nl.networkContactNext, en: en.networkContactNext });
const BUTTONS = new Catalogue({ nl: nl.networkContactButtons, en: en.networkContactButtons });
const WHY = new Catalogue({ nl: nl.networkContactWhy, en: en.networkContactWhy });

/** What a member is asked, or told that somebody else recorded. */
export const NETWORK_CONTACT_NEWS = ['ASKED', 'GIVEN', 'WITHDRAWN'] as const;
type News = (typeof NETWORK_CONTACT_NEWS)[number];

const ASKED = v.object({ outcome: v.literal('ASKED'), self: v.string() });
const RECORDED = v.object({
  outcome: v.picklist(['GIVEN', 'WITHDRAWN']),
  self: v.string(),
  consentId: v.string(),
  channel: v.picklist(['PAPER', 'PHONE', 'IN_PERSON']),
});

const MAIL = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.literal('NETWORK_CONTACT'),
    oudernetwerk_id: v.nullable(v.string()),
    params: v.union([ASKED, RECORDED]),
  }),
);
type ContactMail = Checked<typeof MAIL>;

/** To a member and nobody else. What somebody else recorded is an affair of their own, as any consent is. */
export const networkContactMail: MailKind = {
  names: ['NETWORK_CONTACT'],
  letterOf(row) {
    const mail = MAIL.check(row);
    const isQuestion = mail.params.outcome === 'ASKED';
    return {
      mail,
      scope: isQuestion ? 'reminders' : null,
      place: (tx) => placeOf(tx, mail),
      isCurrent: (tx) => isCurrent(tx, mail),
      content: (tx, locale, sender) => contentOf(tx, mail, locale, sender),
      ...(!isQuestion && { onPaper: () => mail.recipient_id, inPause: 'TOLD', waits: true, toAnybody: true }),
      audience: () => null,
    };
  },
};

/** Asked by the network, told by the region where they live. As the system. */
async function placeOf(tx: Tx, { oudernetwerk_id, recipient_id }: ContactMail): Promise<Place> {
  const [place] = await tx.query<Place>(
    `select n.id as oudernetwerk_id, coalesce(n.region_id, p.region_id) as region_id
     from people p left join oudernetwerken n on n.id = $2 where p.id = $1`,
    [recipient_id, oudernetwerk_id],
  );
  return place!;
}

/** A question while nothing was said and they still take part; what was recorded while nothing was said after it. */
async function isCurrent(tx: Tx, { params, recipient_id, oudernetwerk_id }: ContactMail): Promise<boolean> {
  const [said] = await tx.query<{ consent_id: string }>(
    "select consent_id from said_of($1, 'CONTACT_BY_NETWORK')",
    [recipient_id],
  );
  if (params.outcome !== 'ASKED') return said?.consent_id === params.consentId;
  if (said) return false;
  const member = await tx.query(
    'select from memberships where oudernetwerk_id = $1 and person_id = $2 and period @> $3::date limit 1',
    [oudernetwerk_id, recipient_id, tx.today.toString()],
  );
  return member.length > 0;
}

async function contentOf(tx: Tx, mail: ContactMail, locale: Locale, sender: Sender): Promise<Content> {
  const { params, oudernetwerk_id } = mail;
  const [network] = await tx.query<{ name: string }>('select name from oudernetwerken where id = $1', [
    oudernetwerk_id,
  ]);
  const told = {
    network: network?.name ?? '',
    on: mail.made_on,
    channel: params.outcome === 'ASKED' ? '' : params.channel,
  };
  const { button, ...words } = networkContactWording(locale, params.outcome, told);
  const url = `${sender.publicUrl}/mail/network-contact?token=${await NETWORK_CONTACT_LINK.sign(tx, mail.id)}`;
  return { ...words, list: [], entries: [], button: { label: button, url } };
}

export function networkContactWording(
  locale: Locale,
  outcome: News,
  told: { readonly network: string; readonly on: string; readonly channel: string },
) {
  const wording: Wording = {
    subject: SUBJECTS.text(outcome, locale),
    paragraphs: [TOLD.text(outcome, locale, told), NEXT.text(outcome, locale)],
  };
  return { ...wording, why: WHY.text(outcome, locale), button: BUTTONS.text(outcome, locale) };
}
