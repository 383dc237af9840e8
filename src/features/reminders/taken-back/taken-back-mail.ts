import * as v from 'valibot';
import { calendarDay, type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { constant, sql } from '../../../reads/sql.js';
import { calendarChanges, ofReader } from '../calendars/calendar-changes.js';
import { entryOf } from '../calendars/calendar-mail.js';
import { offSummary } from '../calendars/calendar-wording.js';
import type { CalendarEntry } from '../mail/calendar-event.js';
import { nameFor, partners } from '../network-ends/carriers.js';
import { anyMail, type Content, type MailKind, type Wording } from '../mail/mail.js';
import { TOLD } from '../mail/told.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

/** What somebody may have been told of a role that never was, or of an end that is otherwise. */
export const TAKEN_BACK_KINDS = ['EXPECTED_END', 'DEPARTURE', 'SUPPORT_ENDING', 'NETWORK_END'] as const;
/** Mails to somebody who takes part in a network; if they never did, that is what was wrong. */
export const TAKES_PART_KINDS = ['NETWORK_CONTACT', 'ACTIVITY', 'TIE_UNCONFIRMED'] as const;
/** what was said otherwise: `NETWORK_MERGED` that a network ends on a day, and it went up in another one */
type TakenBackKind = (typeof TAKEN_BACK_KINDS)[number] | 'NETWORK_MERGED' | 'TAKES_PART';

/** Whether a person `person` is on record in a network `network`, as whatever and whenever. */
export const takesPart = (person: string, network: string) =>
  `exists (select from memberships p where p.person_id = ${person} and p.oudernetwerk_id = ${network}
    union all select from trekkerschappen p where p.person_id = ${person} and p.oudernetwerk_id = ${network})`;
/** the merge by which a network `network` went up in another one */
const mergedOf = (network: string) =>
  `select s.successor_id, s.from_day from network_successions s where s.predecessor_id = ${network} and s.kind = 'MERGED'`;
const isOfTakingPart = `m.kind in ('${TAKES_PART_KINDS.join(`', '`)}')`;

const SUBJECTS = new Catalogue<TakenBackKind>({ nl: nl.subjects, en: en.subjects });
const FACTS = new Catalogue<TakenBackKind>({ nl: nl.facts, en: en.facts });
const REQUESTS = new Catalogue({ nl: nl.requests, en: en.requests });

const TAKEN_BACK = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.literal('TAKEN_BACK'),
    oudernetwerk_id: v.string(),
    retracts: v.string(),
    params: v.object({
      subjectId: v.string(),
      dueOn: calendarDay,
      self: v.nullable(v.string()),
      without: v.nullable(v.string()),
      regionId: v.string(),
    }),
  }),
);
type TakenBackMail = Checked<typeof TAKEN_BACK>;

/** To whoever was told of something that was taken back since, and to nobody else: once, and only while it is not so. */
export const takenBackMail: MailKind = {
  names: ['TAKEN_BACK'],
  letterOf(row) {
    const mail = TAKEN_BACK.check(row);
    return {
      mail,
      scope: 'reminders',
      isNews: true,
      place: () => ({ oudernetwerk_id: mail.oudernetwerk_id, region_id: mail.params.regionId }),
      isCurrent: (tx) => isNotSo(tx, mail),
      content: (tx, locale) => takenBackContent(tx, mail, locale),
      onPaper: () => (mail.recipient_type === 'PERSON' ? mail.recipient_id : null),
      audience: () => null,
    };
  },
};

/** Whether what the mail said does not hold now, of what replaced the record that it was about. As the system. */
async function isNotSo(tx: Tx, { retracts }: TakenBackMail): Promise<boolean> {
  const [told] = await tx.query<{ holds: boolean | null }>(
    `select case m.kind
       when 'NETWORK_END' then exists (select from oudernetwerken n where n.id = m.subject and n.ended_on is not null
         and not exists (${mergedOf('n.id')}))
       when 'TAKES_PART' then ${takesPart('m.recipient_id', 'm.subject')}
       when 'SUPPORT_ENDING' then calendar_day('SUPPORT_END', m.subject, $2) = m.due_on
       else exists (select from tenure_of(m.subject) t where t.person_id = m.about) and case m.kind
         when 'DEPARTURE' then
           (select upper(t.period) - 1 from last_of_tenure(m.subject) t) = m.due_on
         else calendar_day('TREKKERSCHAP_END', m.subject, $2) = m.due_on end end as holds
     from (
       select case when ${isOfTakingPart} then 'TAKES_PART' else m.kind end as kind, m.recipient_id,
         (params ->> 'dueOn')::date as due_on, coalesce(params ->> 'self', params ->> 'without')::uuid as about,
         case when ${isOfTakingPart} then m.oudernetwerk_id
           else coalesce(corrected_id((params ->> 'subjectId')::uuid), (params ->> 'subjectId')::uuid) end as subject
       from mails m where id = $1) m`,
    [retracts, tx.today.toString()],
  );
  return told!.holds !== true;
}

async function takenBackContent(tx: Tx, mail: TakenBackMail, locale: Locale): Promise<Content> {
  const { self, without, subjectId, dueOn } = mail.params;
  const [about] = await tx.query<Omit<TakenBack, 'self' | 'on'>>(
    `select case when ${isOfTakingPart} then 'TAKES_PART' when m.kind = 'NETWORK_END' and merged.from_day is not null
         then 'NETWORK_MERGED' else m.kind end as kind,
       n.name as network, d.display_name as person, (merged.from_day - 1)::text as last,
       ${nameFor('$3', 'merged.successor_id', '$4')} as successor,
       exists (select from (${partners('n.id', '$4')}) p where p.recipient_id = $3) as partner,
       (select min(told.on_day)::text from (${TOLD}) told where told.mail_id = m.id and told.recipient_id = $3) as sent
     from mails m join oudernetwerken n on n.id = m.oudernetwerk_id
     left join lateral (${mergedOf('n.id')}) merged on true
     left join person_details d on d.person_id = $2 where m.id = $1`,
    [mail.retracts, self ?? without, mail.recipient_id, tx.today.toString()],
  );
  const isSelf = mail.recipient_type === 'PERSON' && mail.recipient_id === self;
  // an organisation's mailbox is read by people we do not know
  const person = mail.recipient_type === 'ORGANISATION' ? null : about!.person;
  const words = takenBackWording(locale, { ...about!, person, self: isSelf, on: dueOn });
  if (about!.kind === 'TAKES_PART') return { ...words, list: [], entries: await plansOf(tx, mail, locale) };
  const which = sql`${ofReader(mail)} and c.subject_id = (select first_recorded(${constant(subjectId)}::uuid))`;
  const changes = await calendarChanges(tx, which);
  return { ...words, list: [], entries: changes.map((change) => entryOf(change, locale)) };
}

/** What the network plans and they have in their calendar: it is off for them. As the system. */
async function plansOf(
  tx: Tx,
  { recipient_id, oudernetwerk_id }: TakenBackMail,
  locale: Locale,
): Promise<CalendarEntry[]> {
  const plans = await tx.query<{ id: string; summary: string | null }>(
    `select c.subject_id as id, c.summary from calendar_copies c join activities a on a.id = c.subject_id
     where c.recipient_id = $1 and c.what = 'ACTIVITY' and a.oudernetwerk_id = $2 and not c.is_off and c.day >= $3
     order by c.day, c.subject_id`,
    [recipient_id, oudernetwerk_id, tx.today.toString()],
  );
  return plans.map(({ id, summary }) => ({
    what: 'ACTIVITY',
    subjectId: id,
    on: null,
    summary: offSummary(locale, summary),
  }));
}

/** What a mail said, and when. */
export interface TakenBack {
  readonly kind: TakenBackKind;
  readonly network: string;
  /** the day on which it was sent */
  readonly sent: string;
  readonly on: PlainDate;
  /** it was about the reader */
  readonly self: boolean;
  /** the parent concerned; null if the reader may not know */
  readonly person: string | null;
  /** the last day of a network that went up in another one; null: it did not */
  readonly last: string | null;
  /** the one in which it went up; null if the reader may not know */
  readonly successor: string | null;
  /** the reader coordinates another region that took part in it */
  readonly partner: boolean;
}

export function takenBackWording(
  locale: Locale,
  { kind, partner, ...told }: TakenBack,
): Wording & { readonly why?: string } {
  const params = { ...told, self: told.self ? 'yes' : 'no' };
  return {
    ...(kind === 'TAKES_PART' && { why: REQUESTS.text('whyTAKES_PART', locale) }),
    subject: SUBJECTS.text(kind, locale, params),
    paragraphs: [
      FACTS.text(kind, locale, params),
      ...(kind === 'NETWORK_MERGED' && partner ? [REQUESTS.text('partner', locale)] : []),
    ],
    question: REQUESTS.text('nothing', locale, params),
  };
}
