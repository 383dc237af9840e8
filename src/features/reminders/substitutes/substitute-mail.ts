import * as v from 'valibot';
import { calendarDay, type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { anyMail, type Content, type MailKind, type Wording } from '../mail/mail.js';
import { ACTING, type Acting, actingNow, type ToldToAct } from './acting.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const SUBJECTS = new Catalogue({ nl: nl.substituteSubjects, en: en.substituteSubjects });
const TOLD = new Catalogue({ nl: nl.substitutes, en: en.substitutes });
const NEXT = new Catalogue({ nl: nl.substituteNext, en: en.substituteNext });

const SUBSTITUTE_MAIL = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.literal('SUBSTITUTE'),
    oudernetwerk_id: v.nullable(v.string()),
    params: v.object({
      outcome: v.picklist(['NAMED', 'OFF']),
      absenceId: v.string(),
      /** the first day on which they act */
      dueOn: calendarDay,
      /** the network or the body */
      placeId: v.string(),
      regionId: v.string(),
    }),
  }),
);
type SubstituteMail = Checked<typeof SUBSTITUTE_MAIL>;

/** To whoever acts for somebody who is away, and to nobody else: for whom, from when, until when; or that it is off. */
export const substituteMail: MailKind = {
  names: ['SUBSTITUTE'],
  letterOf(row) {
    const mail = SUBSTITUTE_MAIL.check(row);
    const { outcome, regionId, dueOn } = mail.params;
    return {
      mail,
      scope: null,
      place: () => ({ oudernetwerk_id: mail.oudernetwerk_id, region_id: regionId }),
      isCurrent: async (tx) =>
        outcome === 'OFF' ? isOff(tx, mail) : (await actingNow(tx, toldIn(mail))) !== null,
      content: (tx, locale) => contentOf(tx, mail, locale),
      ahead: dueOn,
      onPaper: () => mail.recipient_id,
      audience: () => null,
    };
  },
};

function toldIn({ recipient_id, params: { absenceId, dueOn } }: SubstituteMail): ToldToAct {
  return { absenceId, personId: recipient_id, since: dueOn.toString() };
}

/** Not of somebody who goes on to lead in their own right. As the system. */
async function isOff(tx: Tx, { recipient_id, params: { absenceId, placeId, dueOn } }: SubstituteMail) {
  const acts = await tx.query(
    `select from (${ACTING}) a where absence_id = $1 and person_id = $2
     union all select from trekkerschappen where oudernetwerk_id = $3 and person_id = $2 and period @> $4::date`,
    [absenceId, recipient_id, placeId, dueOn.toString()],
  );
  return acts.length === 0;
}

async function contentOf(tx: Tx, mail: SubstituteMail, locale: Locale): Promise<Content> {
  const { outcome, placeId, dueOn } = mail.params;
  if (outcome === 'NAMED') {
    return { ...namedWording(locale, (await actingNow(tx, toldIn(mail)))!), list: [], entries: [] };
  }
  const [place] = await tx.query<{ name: string }>(
    'select name from oudernetwerken where id = $1 union all select name from advisory_bodies where id = $1',
    [placeId],
  );
  const off = { place: place!.name, since: dueOn.toString() };
  return { ...notNamedWording(locale, off), list: [], entries: [] };
}

type Words = Wording & { readonly why: string };

export function namedWording(locale: Locale, { isNetwork, ...acting }: Acting): Words {
  return {
    subject: SUBJECTS.text('NAMED', locale),
    paragraphs: [TOLD.text(isNetwork ? 'NETWORK' : 'BODY', locale, acting)],
    question: NEXT.text('NAMED', locale),
    why: NEXT.text('whyNAMED', locale),
  };
}

export function notNamedWording(locale: Locale, off: Pick<Acting, 'place' | 'since'>): Words {
  return {
    subject: SUBJECTS.text('OFF', locale),
    paragraphs: [TOLD.text('OFF', locale, off)],
    question: NEXT.text('OFF', locale),
    why: NEXT.text('whyOFF', locale),
  };
}
