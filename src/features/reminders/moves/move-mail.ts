import * as v from 'valibot';
import { type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import { day, isBefore } from '../../../kernel/clock.js';
import type { Sender } from '../../../kernel/email.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { anyMail, type Content, type MailKind, type Wording } from '../mail/mail.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { MOVE_LINK } from './move-by-link.js';

const SUBJECTS = new Catalogue({ nl: nl.moveSubjects, en: en.moveSubjects });
const TOLD = new Catalogue({ nl: nl.moves, en: en.moves });
const NEXT = new Catalogue({ nl: nl.moveNext, en: en.moveNext });

/** What somebody who moves is told: that they are asked, that their municipality changes, or that either is not so. */
export const MOVE_NEWS = ['ASKED', 'REORGANISED', 'TAKEN_BACK', 'NOT_REORGANISED'] as const;
type MoveNews = (typeof MOVE_NEWS)[number];

const WHY = {
  ASKED: 'why',
  TAKEN_BACK: 'whyTAKEN_BACK',
  REORGANISED: 'whyREORGANISED',
  NOT_REORGANISED: 'whyNOT_REORGANISED',
} as const;

const MOVE_MAIL = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.literal('PERSON_MOVE'),
    params: v.object({
      outcome: v.picklist(MOVE_NEWS),
      moveId: v.string(),
      /** the region where they live, which writes */
      regionId: v.string(),
      toRegionId: v.string(),
      on: v.string(),
    }),
  }),
);
type MoveMail = Checked<typeof MOVE_MAIL>;

/** To whoever moves, and to nobody else. */
export const moveMail: MailKind = {
  names: ['PERSON_MOVE'],
  letterOf(row) {
    const mail = MOVE_MAIL.check(row);
    return {
      mail,
      scope: null,
      place: () => ({ oudernetwerk_id: null, region_id: mail.params.regionId }),
      isCurrent: (tx) => isOff(mail.params.outcome) || isToBeAnswered(tx, mail),
      content: (tx, locale, sender) => contentOf(tx, mail, locale, sender),
      // a question is the region's to ask, by a task of its own
      ...(isOff(mail.params.outcome) && { onPaper: () => mail.recipient_id }),
      // a question waits; that other people will answer for them is theirs to know, and to object to in time
      ...(isOfReorganisation(mail.params.outcome) && { inPause: 'TOLD' as const }),
      audience: () => null,
    };
  },
};

function isOff(outcome: MoveNews): outcome is 'TAKEN_BACK' | 'NOT_REORGANISED' {
  return outcome === 'TAKEN_BACK' || outcome === 'NOT_REORGANISED';
}

function isOfReorganisation(outcome: MoveNews): boolean {
  return outcome === 'REORGANISED' || outcome === 'NOT_REORGANISED';
}

async function isToBeAnswered(tx: Tx, { params }: MoveMail): Promise<boolean> {
  const waiting = await tx.query(
    `select from person_moves where id = $1 and answer is null and crossed_at is null and closed_on is null`,
    [params.moveId],
  );
  return waiting.length > 0;
}

async function contentOf(tx: Tx, { id, params }: MoveMail, locale: Locale, sender: Sender): Promise<Content> {
  const { outcome, toRegionId, on, moveId } = params;
  const [region] = await tx.query<{ name: string }>('select name from regions where id = $1', [toRegionId]);
  const { button, ...words } = moveWording(locale, outcome, {
    to: region!.name,
    on,
    moved: isBefore(day(on), tx.today),
  });
  const content = { ...words, list: [], entries: [] };
  if (button === undefined) return content;
  const url = `${sender.publicUrl}/mail/move?token=${await MOVE_LINK.sign(tx, `${moveId}.${id}`)}`;
  return { ...content, button: { label: button, url } };
}

export function moveWording(
  locale: Locale,
  outcome: MoveNews,
  told: { readonly to: string; readonly on: string; readonly moved: boolean },
): Wording & { readonly why: string; readonly button?: string } {
  const words = {
    subject: SUBJECTS.text(outcome, locale),
    why: NEXT.text(WHY[outcome], locale),
  };
  const news = TOLD.text(outcome, locale, { ...told, moved: told.moved ? 'yes' : 'no' });
  if (isOff(outcome)) return { ...words, paragraphs: [news] };
  const [roles, consent] = [NEXT.text('roles', locale), NEXT.text(`consent${outcome}`, locale)];
  return { ...words, paragraphs: [news, roles, consent], button: NEXT.text(`button${outcome}`, locale) };
}
