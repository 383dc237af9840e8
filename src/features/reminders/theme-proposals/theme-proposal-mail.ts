import * as v from 'valibot';
import { type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { FROM_SERVICE } from '../mail/page/letterhead.js';
import { anyMail, type MailKind, type Wording } from '../mail/mail.js';
import type { Paragraph } from '../mail/page/mail-page.js';
import { ofRegion } from '../mail/recipients.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const WORDS = new Catalogue({ nl: nl.themeProposalMail, en: en.themeProposalMail });

/** What is told of a theme that a region misses: that to the national office, and either of the others to the region. */
export const THEME_PROPOSAL_NEWS = ['PROPOSED', 'ADOPTED', 'DECLINED'] as const;
type News = (typeof THEME_PROPOSAL_NEWS)[number];

const MAIL = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.literal('THEME_PROPOSAL'),
    params: v.object({
      outcome: v.picklist(['PROPOSED', 'DECIDED']),
      proposalId: v.string(),
      /** that proposed it */
      regionId: v.string(),
    }),
  }),
);
type ProposalMail = Checked<typeof MAIL>;

/** By the region to the national office, which decides; and by that to the region. */
export const themeProposalMail: MailKind = {
  names: ['THEME_PROPOSAL'],
  letterOf(row) {
    const mail = MAIL.check(row);
    const { outcome, regionId } = mail.params;
    const isOpen = outcome === 'PROPOSED';
    return {
      mail,
      scope: 'reminders',
      place: () => (isOpen ? { oudernetwerk_id: null, region_id: regionId } : FROM_SERVICE),
      isCurrent: (tx) => (isOpen ? isToBeDecided(tx, mail) : true),
      async content(tx, locale) {
        const { answer, ...told } = await toldOf(tx, mail, locale);
        return { ...themeProposalWording(locale, answer ?? 'PROPOSED', told), list: [], entries: [] };
      },
      audience: () => (isOpen ? null : ofRegion(regionId)),
    };
  },
};

/** While it waits, and its reader is of the national office. */
async function isToBeDecided(tx: Tx, { params, recipient_id }: ProposalMail): Promise<boolean> {
  const waiting = await tx.query(
    `select from theme_proposals p join account_roles r on r.account_id = $2 and r.role = 'ADMIN' and r.period @> $3::date
     where p.id = $1 and p.answer is null limit 1`,
    [params.proposalId, recipient_id, tx.today.toString()],
  );
  return waiting.length > 0;
}

interface Told {
  readonly label: string;
  readonly region: string;
  /** null: it became none */
  readonly theme: string | null;
  /** why it is missed, or what was said with the decision; null: nothing */
  readonly said: string | null;
}

async function toldOf(
  tx: Tx,
  { params }: ProposalMail,
  locale: Locale,
): Promise<Told & { readonly answer: 'ADOPTED' | 'DECLINED' | null }> {
  const [told] = await tx.query<Told & { readonly answer: 'ADOPTED' | 'DECLINED' | null }>(
    `select p.label, p.answer, r.name as region, case $2 when 'en' then t.label_en else t.label_nl end as theme,
       case when p.answer is null then p.motivation else p.answer_reason end as said
     from theme_proposals p join regions r on r.id = p.region_id left join themes t on t.id = p.theme_id where p.id = $1`,
    [params.proposalId, locale],
  );
  return told!;
}

export function themeProposalWording(locale: Locale, news: News, { said, ...told }: Told) {
  const say = (key: keyof (typeof nl)['themeProposalMail']) => WORDS.text(key, locale, told);
  const paragraphs: Paragraph[] = [say(news)];
  if (said !== null) paragraphs.push({ quoted: [said] });
  if (news === 'PROPOSED') paragraphs.push(say('decide'));
  const wording: Wording = { subject: say(`subject${news}`), paragraphs };
  return { ...wording, why: say(news === 'PROPOSED' ? 'whyOffice' : 'whyRegion') };
}
