import * as v from 'valibot';
import { calendarDay, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import { day, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { ask } from '../../../reads/ask.js';
import { constant, numeral, type Parameter, raw, sql } from '../../../reads/sql.js';
import { isForBody } from '../../advisory/bodies/body-reach.js';
import { anyMail, type Content, type MailKind } from '../mail/mail.js';
import { awake } from './digest.js';
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
      // one that could not leave in its week: the next one says more
      isCurrent: ({ today }) => isBefore(today, week.add({ weeks: 1 })),
      content: (tx, locale, { domain }) => digestContent(tx, accountId, week, locale, domain),
      audience: () => null,
    };
  },
};

/** Maximum number of work items in one digest; the counts include all. */
const LONGEST = 20;

interface ItemRow {
  /** the network, the body and the seat or the region, or the ervaringsdeskundige, by pseudonym */
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

/** The worklist of a coordinator or a secretary as it is now, most urgent first. As the system. */
async function digestContent(
  tx: Tx,
  accountId: string,
  week: PlainDate,
  locale: Locale,
  domain: string,
): Promise<Content> {
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
    sql`select coalesce(n.name, b.name || ', ' || s.title, e.pseudonym, works.name || ', ' || there.name) as name, w.subject_id, w.due_on,
       array(select f.${raw(`message_${locale}`)} from continuity_findings f
         where f.subject_id = w.subject_id order by f.severity desc, f.code) as reasons
     from work_items w left join oudernetwerken n on n.id = w.oudernetwerk_id
     left join advisory_bodies b on b.id = w.body_id left join advisory_seats s on s.id = w.subject_id
     left join ervaringsdeskundigen e on e.id = w.ervaringsdeskundige_id
     left join region_agreements a on a.id = w.agreement_id left join advisory_bodies works on works.id = a.body_id
     left join regions there on there.id = a.region_id
     where ${waits} order by w.urgency desc, w.id desc limit ${numeral(LONGEST)}`,
  );
  const { total, at_risk: atRisk, ...others } = counts!;
  const shown = items.length;
  const say = (key: keyof (typeof nl)['digest']) =>
    WORDS.text(key, locale, { total, atRisk, ...others, shown });
  const subject = say('subject');
  const paragraphs = [say('counts'), ...(shown < total ? [say('shown')] : [])];
  const list = items.map(({ name, reasons }) => onOneLine(`${name}: ${reasons.join(' ')}`));
  const due = items.flatMap(({ name, subject_id, due_on }) =>
    due_on
      ? [{ uid: `work-${subject_id}@${domain}`, sequence: 0, on: day(due_on), summary: onOneLine(name) }]
      : [],
  );
  const own = {
    uid: `digest-${accountId}-${week.toString()}@${domain}`,
    sequence: 0,
    on: tx.today,
    summary: subject,
  };
  return { subject, paragraphs, list, days: due.length > 0 ? due : [own], why: say('why') };
}
