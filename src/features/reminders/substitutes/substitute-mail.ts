import * as v from 'valibot';
import { calendarDay, type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import { day, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { bodyInSentence } from '../../advisory/bodies/body-in-sentence.js';
import { anyMail, type Content, type MailKind, type Wording } from '../mail/mail.js';
import { ACTING, type Acting, actingOf, type ToldToAct } from './acting.js';
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
      outcome: v.picklist(['NAMED', 'ENDS', 'OFF']),
      absenceId: v.string(),
      /** the first day on which they act */
      dueOn: calendarDay,
      /** the last day on record when it was made */
      until: v.nullish(v.string()),
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
      isCurrent: async (tx) => (outcome === 'OFF' ? isOff(tx, mail) : (await actingAs(tx, mail)) !== null),
      content: (tx, locale) => contentOf(tx, mail, locale),
      ahead: dueOn,
      onPaper: () => mail.recipient_id,
      audience: () => null,
    };
  },
};

/** What they act in, as long as it is what they are told. As the system. */
async function actingAs(tx: Tx, mail: SubstituteMail): Promise<Acting | null> {
  const acting = await actingOf(tx, toldIn(mail));
  const { outcome, until } = mail.params;
  if (outcome === 'ENDS') return acting?.until === until ? acting : null;
  return acting?.until && isBefore(day(acting.until), tx.today) ? null : acting;
}

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
  if (outcome !== 'OFF') {
    const acting = (await actingAs(tx, mail))!;
    const words = outcome === 'NAMED' ? namedWording(locale, acting) : endsWording(locale, acting, tx.today);
    return { ...words, list: [], entries: [] };
  }
  const [place] = await tx.query<{ name: string; isNetwork: boolean }>(
    `select name, true as "isNetwork" from oudernetwerken where id = $1
     union all select name, false from advisory_bodies where id = $1`,
    [placeId],
  );
  const off = { place: place!.name, isNetwork: place!.isNetwork, since: dueOn.toString() };
  return { ...notNamedWording(locale, off), list: [], entries: [] };
}

/** With the name of the place as it stands in a sentence: of a body `de Raad`. */
function inSentence<Told extends Pick<Acting, 'place' | 'isNetwork'>>(
  { isNetwork, place, ...told }: Told,
  locale: Locale,
) {
  return { ...told, place: isNetwork ? place : bodyInSentence(place, locale) };
}

type Words = Wording & { readonly why: string };

export function namedWording(locale: Locale, told: Acting): Words {
  const acting = inSentence(told, locale);
  return {
    subject: SUBJECTS.text('NAMED', locale),
    paragraphs: [TOLD.text(told.isNetwork ? 'NETWORK' : 'BODY', locale, acting)],
    question: NEXT.text('NAMED', locale),
    why: NEXT.text('whyNAMED', locale),
  };
}

export function endsWording(locale: Locale, told: Acting, today: PlainDate): Words {
  const acting = inSentence(told, locale);
  const params = { ...acting, past: isBefore(day(acting.until!), today) ? 'yes' : 'no' };
  return {
    subject: SUBJECTS.text('ENDS', locale, params),
    paragraphs: [TOLD.text('ENDS', locale, params)],
    question: NEXT.text('ENDS', locale),
    why: NEXT.text('whyOFF', locale),
  };
}

export function notNamedWording(locale: Locale, off: Pick<Acting, 'place' | 'isNetwork' | 'since'>): Words {
  return {
    subject: SUBJECTS.text('OFF', locale),
    paragraphs: [TOLD.text('OFF', locale, inSentence(off, locale))],
    question: NEXT.text('OFF', locale),
    why: NEXT.text('whyOFF', locale),
  };
}
