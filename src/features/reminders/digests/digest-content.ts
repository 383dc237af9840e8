import * as v from 'valibot';
import { calendarDay, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import { day, isBefore } from '../../../kernel/clock.js';
import { allOf, Catalogue, type Locale } from '../../../kernel/messages.js';
import { ask } from '../../../reads/ask.js';
import { constant, numeral, type Parameter, raw, sql } from '../../../reads/sql.js';
import { isForBody } from '../../advisory/bodies/body-reach.js';
import type { Place } from '../mail/page/letterhead.js';
import { anyMail, type Content, type MailKind, type Wording } from '../mail/mail.js';
import type { CalendarEntry } from '../mail/calendar-event.js';
import { calendarChanges, inDigestOf } from '../calendars/calendar-changes.js';
import { entryOf } from '../calendars/calendar-mail.js';
import { summaryOf } from '../calendars/calendar-wording.js';
import { awake } from './digest.js';
import { NAMED_WORK, WORK_NAME } from '../calendars/work-name.js';
import { onOneLine } from '../../../kernel/lines.js';
import { en } from '../messages.en.js';
import { nl } from '../messages.nl.js';

const WORDS = new Catalogue({ nl: nl.digest, en: en.digest });

const DIGEST = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.literal('DIGEST'),
    /** the Monday of the week it is for */
    week: calendarDay,
  }),
);

/** The worklist of one account, once a week. */
export const digestMail: MailKind = {
  names: ['DIGEST'],
  letterOf(row) {
    const mail = DIGEST.check(row);
    const { recipient_id: accountId, week } = mail;
    return {
      mail,
      scope: 'digest',
      place: (tx) => placeOf(tx, accountId),
      // one that could not leave in its week: the next one says more
      isCurrent: async (tx) => isBefore(tx.today, week.add({ weeks: 1 })) && (await hasNews(tx, accountId)),
      content: (tx, locale) => digestContent(tx, accountId, locale),
      audience: () => null,
    };
  },
};

/** Maximum number of work items in one digest; the counts include all. */
const LONGEST = 20;

interface ItemRow {
  readonly name: string;
  readonly subject_id: string;
  readonly due_on: string | null;
  readonly reasons: string[];
}

interface Counts {
  readonly total: number;
  readonly critical: number;
  readonly at_risk: number;
  readonly attention: number;
}

/** Whether the account is responsible for `w`, a work item. */
const isOf = (account: Parameter, today: Parameter) =>
  sql`(w.region_id in (select b.id from account_roles r cross join regions_below(r.region_id) b (id)
    where r.account_id = ${account} and r.role = 'COORDINATOR' and r.period @> ${today}::date)
  or w.body_id in (select b.id from account_roles r join advisory_bodies b on ${isForBody(raw('r'), raw('b'))}
    where r.account_id = ${account} and r.role = 'SECRETARY' and r.period @> ${today}::date))`;

/** The region of the role that somebody has had longest. As the system. */
async function placeOf(tx: Tx, accountId: string): Promise<Place> {
  const [role] = await tx.query<{ region_id: string | null }>(
    `select coalesce(r.region_id, b.region_id) as region_id
     from account_roles r left join advisory_bodies b on b.id = r.body_id
     where r.account_id = $1 and r.role in ('COORDINATOR', 'SECRETARY') and r.period @> $2::date
     order by r.period, r.region_id, r.body_id limit 1`,
    [accountId, tx.today.toString()],
  );
  return { oudernetwerk_id: null, region_id: role?.region_id ?? null };
}

/** Whether there is work, or a day of work in their calendar that is not right any more. As the system. */
async function hasNews(tx: Tx, accountId: string): Promise<boolean> {
  const today = constant(tx.today.toString());
  const work = await ask(
    tx,
    sql`select from work_items w where ${isOf(constant(accountId), today)} and ${awake(today)} limit 1`,
  );
  return work.length > 0 || (await calendarChanges(tx, inDigestOf(accountId))).length > 0;
}

/** The worklist of a coordinator or a secretary as it is now, most urgent first. As the system. */
async function digestContent(tx: Tx, accountId: string, locale: Locale): Promise<Content> {
  const today = constant(tx.today.toString());
  const waits = sql`${isOf(constant(accountId), today)} and ${awake(today)}`;
  const [counts] = await ask<Counts>(
    tx,
    sql`select count(*)::int as total, count(*) filter (where band = 'CRITICAL')::int as critical,
       count(*) filter (where band = 'AT_RISK')::int as at_risk,
       count(*) filter (where band = 'ATTENTION')::int as attention
     from work_items w where ${waits}`,
  );
  const items = await ask<ItemRow>(
    tx,
    sql`select ${WORK_NAME} as name, w.subject_id, w.due_on,
       array(select f.${raw(`message_${locale}`)} from continuity_findings f
         where f.subject_id = w.subject_id order by f.severity desc, f.code) as reasons
     from ${NAMED_WORK} where ${waits} order by w.urgency desc, w.id desc limit ${numeral(LONGEST)}`,
  );
  const { total, at_risk: atRisk, ...others } = counts!;
  const words = digestWording(locale, { total, atRisk, ...others, shown: items.length });
  const list = items.map(({ name, reasons }) => onOneLine(`${name}: ${reasons.join(' ')}`));
  const days = await calendarOfWork(tx, accountId, items, locale);
  const own: CalendarEntry = { what: 'DIGEST', subjectId: accountId, on: tx.today, summary: words.subject };
  const entries = days.some(({ on }) => on !== null) ? days : [...days, own];
  return { ...words, list, entries };
}

interface Counted {
  readonly total: number;
  readonly critical: number;
  readonly atRisk: number;
  readonly attention: number;
  readonly shown: number;
}

const BANDS = ['critical', 'atRisk', 'attention'] as const;

export function digestWording(locale: Locale, counted: Counted) {
  const word = (key: keyof (typeof nl)['digest']) => WORDS.text(key, locale, { ...counted });
  const bands = allOf(BANDS.filter((band) => counted[band] > 0).map(word), locale);
  const say = (key: keyof (typeof nl)['digest']) => WORDS.text(key, locale, { ...counted, bands });
  const wording: Wording = {
    subject: say('subject'),
    paragraphs: [say('counts'), ...(counted.shown < counted.total ? [say('shown')] : [])],
  };
  return { ...wording, why: say('why') };
}

/** The days of the items that are shown, and what became of those in earlier digests. */
async function calendarOfWork(
  tx: Tx,
  accountId: string,
  items: readonly ItemRow[],
  locale: Locale,
): Promise<CalendarEntry[]> {
  const shown = items.flatMap(({ name, subject_id: subjectId, due_on }): CalendarEntry[] => {
    if (due_on === null) return [];
    return [
      {
        what: 'WORK_DUE',
        subjectId,
        on: day(due_on),
        summary: summaryOf({ what: 'WORK_DUE', name }, locale),
      },
    ];
  });
  const ids = new Set(shown.map(({ subjectId }) => subjectId));
  const changes = await calendarChanges(tx, inDigestOf(accountId));
  const others = changes.filter(({ subjectId }) => !ids.has(subjectId));
  return [...shown, ...others.map((change) => entryOf(change, locale))];
}
