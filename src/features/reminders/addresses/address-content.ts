import type { Tx } from '../../../db/transaction.js';
import type { Sender } from '../../../kernel/email.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { ADDRESS_LINK } from '../../addresses/confirm-address.js';
import { FROM_SERVICE } from '../mail/page/letterhead.js';
import type { Content, MailKind, Wording } from '../mail/mail.js';
import { ADDRESS_KINDS, ADDRESS_MAIL, type AddressMail } from './address-mail.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const PROOF = new Catalogue({ nl: nl.proof, en: en.proof });
const NEWS = new Catalogue({ nl: nl.news, en: en.news });
const SUBJECTS = new Catalogue({ nl: nl.newsSubjects, en: en.newsSubjects });
const FRAME = new Catalogue({ nl: nl.addressFrame, en: en.addressFrame });

/** About an address: it goes to that address itself, and is for nobody else. */
export const addressMail: MailKind = {
  names: ADDRESS_KINDS,
  letterOf(row) {
    const mail = ADDRESS_MAIL.check(row);
    return {
      mail,
      scope: null,
      place: () => FROM_SERVICE,
      isCurrent: () => true,
      content: (tx, locale, sender) => addressContent(tx, mail, locale, sender),
      inPause: 'SENT',
      atOnce: true,
      toAnybody: true,
      audience: () => null,
    };
  },
};

/**
 * The content of an email about an address. It names an organisation and no person: whoever reads an address that was
 * mistyped learns of nobody. As the system.
 */
async function addressContent(
  tx: Tx,
  mail: AddressMail,
  locale: Locale,
  { publicUrl }: Sender,
): Promise<Content> {
  const [change] = await tx.query<{ organisation: string | null; until: string }>(
    `select coalesce(o.name, n.name, r.name) as organisation, c.expires_on as until
     from mail_address_changes c left join organisations o on o.id = c.organisation_id
     left join oudernetwerken n on n.id = c.oudernetwerk_id left join regions r on r.id = c.region_id
     where c.id = $1`,
    [mail.address_change_id],
  );
  const { organisation, until } = change!;
  const nothing = { list: [], entries: [] };
  const told = { organisation, until };
  if (mail.kind === 'ADDRESS_NEWS') {
    return { ...nothing, ...newsWording(locale, mail.params.outcome, told) };
  }
  const { button: label, ...words } = proofWording(locale, told);
  const token = await ADDRESS_LINK.sign(tx, mail.address_change_id);
  return { ...nothing, ...words, button: { label, url: `${publicUrl}/mail/address?token=${token}` } };
}

interface Told {
  readonly organisation: string | null;
  readonly until: string;
}

/** To the address before. */
export function newsWording(locale: Locale, outcome: AddressMail['params']['outcome'], told: Told) {
  const wording: Wording = {
    subject: SUBJECTS.text(outcome, locale),
    paragraphs: [NEWS.text(outcome, locale, { ...told }), FRAME.text('notYou', locale)],
  };
  return { ...wording, why: FRAME.text('whyOld', locale) };
}

/** To the new address. */
export function proofWording(locale: Locale, told: Told) {
  const say = (key: keyof (typeof nl)['proof']) => PROOF.text(key, locale, { ...told });
  const wording: Wording = {
    subject: say('subject'),
    paragraphs: [say('asked'), say('until'), say('notYou')],
  };
  return { ...wording, button: say('button'), why: FRAME.text('whyNew', locale) };
}
