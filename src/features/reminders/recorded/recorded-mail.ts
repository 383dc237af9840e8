import * as v from 'valibot';
import { calendarDay, type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { anyMail, type Content, type MailKind, type Wording } from '../mail/mail.js';
import type { Place } from '../mail/page/letterhead.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const TEXT = new Catalogue({ nl: nl.recorded, en: en.recorded });
const FROM = new Catalogue({ nl: nl.recordedFrom, en: en.recordedFrom });
const KEPT = new Catalogue({ nl: nl.recordedKept, en: en.recordedKept });

/** By which way somebody came on record without having asked. */
export const RECORDED_FROM = ['LIST', 'COORDINATOR', 'NETWORK'] as const;
export type RecordedFrom = (typeof RECORDED_FROM)[number];

/** What may be kept of them, in the order in which it is told. */
export const RECORDED_KEPT = [
  'NAME',
  'EMAIL',
  'PHONE',
  'MUNICIPALITY',
  'LANGUAGE',
  'PERSPECTIVES',
  'FORMS',
  'NETWORK',
  'TREKKER',
  'SEAT',
  'SCHOOL',
  'NOTE',
] as const;
type Kept = (typeof RECORDED_KEPT)[number];

const MAIL = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.literal('RECORDED'),
    params: v.object({ on: calendarDay, source: v.picklist(RECORDED_FROM) }),
  }),
);
type RecordedMail = Checked<typeof MAIL>;

/**
 * To somebody who was recorded without having asked: what is kept of them, where it came from and what they can do about it
 * (AVG, article 14). It asks them nothing. Until they have it, no other mail reaches them.
 */
export const recordedMail: MailKind = {
  names: ['RECORDED'],
  letterOf(row) {
    const mail = MAIL.check(row);
    return {
      mail,
      scope: null,
      place: (tx) => placeOf(tx, mail),
      isCurrent: (tx) => isOwed(tx, mail),
      content: (tx, locale) => contentOf(tx, mail, locale),
      onPaper: () => mail.recipient_id,
      inPause: 'TOLD',
      waits: true,
      audience: () => null,
    };
  },
};

async function placeOf(tx: Tx, { recipient_id }: RecordedMail): Promise<Place> {
  const [place] = await tx.query<Place>(
    'select null::uuid as oudernetwerk_id, region_id from people where id = $1',
    [recipient_id],
  );
  return place!;
}

/** While they are on record, and were not told on paper. */
async function isOwed(tx: Tx, { recipient_id }: RecordedMail): Promise<boolean> {
  const [row] = await tx.query<{ owed: boolean }>('select awaits_notice($1) as owed', [recipient_id]);
  return row!.owed;
}

async function contentOf(tx: Tx, { recipient_id, params }: RecordedMail, locale: Locale): Promise<Content> {
  const [known] = await tx.query<{ region: string; network: string | null; kept: Kept[] }>(
    `select r.name as region, n.name as network, what_is_recorded(p.id) as kept
     from people p join regions r on r.id = p.region_id
     left join lateral (
       select o.name from memberships m join oudernetwerken o on o.id = m.oudernetwerk_id
       where m.person_id = p.id and m.period @> $2::date order by lower(m.period), o.id limit 1) n on true
     where p.id = $1`,
    [recipient_id, tx.today.toString()],
  );
  return { ...recordedWording(locale, { ...known!, ...params }), entries: [] };
}

export function recordedWording(
  locale: Locale,
  told: {
    readonly on: PlainDate;
    readonly source: RecordedFrom;
    readonly region: string;
    /** that they are a member of; null: none */
    readonly network: string | null;
    readonly kept: readonly Kept[];
  },
): Wording & { readonly why: string; readonly list: readonly string[] } {
  const { region, network, on, source, kept } = told;
  const say = (key: keyof (typeof nl)['recorded']) => TEXT.text(key, locale, { region, network });
  return {
    subject: say('subject'),
    paragraphs: [
      FROM.text(source, locale, { region, network, on }),
      say('purpose'),
      say('seen'),
      say('howLong'),
      say('rights'),
      say('kept'),
    ],
    list: kept.map((what) => KEPT.text(what, locale, { network })),
    question: say('question'),
    why: say('why'),
  };
}
