import { asSystem } from '../../../db/as-system.js';
import { IN_MAIL, LinkKind } from '../../../db/link-kind.js';
import { onBehalfOf } from '../../../db/on-behalf.js';
import type { Tx } from '../../../db/transaction.js';
import { day, dayInSql, isBefore } from '../../../kernel/clock.js';
import { holderOfLink } from '../../access/holder-of-link.js';
import { dueReminders } from '../due-reminders.js';
import type { Check, CheckAnswer } from './check.js';
import { settleCheck } from './settle-check.js';

/** Says the id of the mail that asks, and nothing about the person. */
export const CHECK_LINK = new LinkKind('check what a mail says', new RegExp(`^${IN_MAIL}$`));

/** How long the link in a mail can be answered. */
const DAYS_TO_ANSWER = 60;

/** What the token of a link asks: null if the token is not ours, GONE if what it was about is no longer kept. */
export async function checkByLink(tx: Tx, token: string): Promise<Check | 'GONE' | null> {
  return asSystem(tx, async () => {
    const [id] = (await CHECK_LINK.read(tx, token)) ?? [];
    return id === undefined ? null : checkOf(tx, id);
  });
}

/** The answer of the holder of the link, once, by the rules of whoever answers signed in. */
export async function answerCheck(tx: Tx, token: string, answer: CheckAnswer): Promise<void> {
  const check = await asSystem(tx, async () => {
    const [id] = (await CHECK_LINK.read(tx, token)) ?? [];
    if (id === undefined || !(await claim(tx, id))) return null;
    return checkOf(tx, id, 'OPEN');
  });
  if (!check || check === 'GONE' || check.state !== 'OPEN') return;
  await onBehalfOf(tx, holderOfLink(tx, check.personId, [check.networkId]), (own) =>
    settleCheck(own, check, answer),
  );
}

/** Of two who press the button at once one answers. */
async function claim(tx: Tx, id: string): Promise<boolean> {
  const claimed = await tx.query(
    'with claimed as (update mails set answered_at = $2 where id = $1 and answered_at is null returning id) select from claimed',
    [id, tx.now.toString()],
  );
  return claimed.length > 0;
}

interface Row extends Omit<Check, 'state' | 'on'> {
  /** by which reminders know it */
  readonly reminded: string;
  readonly made_on: string;
  readonly due_on: string;
  readonly exit_on: string | null;
  readonly is_answered: boolean;
}

/** `state`: what holds of an answer, where that is known already */
async function checkOf(tx: Tx, id: string, state?: 'OPEN'): Promise<Check | 'GONE'> {
  const [row] = await tx.query<Row>(
    `select m.id as "mailId", m.kind, m.recipient_id as "personId",
       coalesce(held.id, about.id) as "subjectId", coalesce(first_of_tenure(held.id), about.id) as reminded,
       n.id as "networkId", n.name as network, m.params ->> 'dueOn' as due_on,
       ${dayInSql('m.made_at')} as made_on, m.answered_at is not null as is_answered,
       (select exit_latest from school_ties where id = about.id) as exit_on,
       (select driver from expected_ends where trekkerschap_id = held.id) as driver,
       reach.locale
     from mails m
     cross join lateral (select (m.params ->> 'subjectId')::uuid as id) asked
     -- what was corrected since is asked of all the same
     cross join lateral (select coalesce(corrected_id(asked.id), asked.id) as id) about
     -- a last day is that of the role in which they go on
     left join lateral last_of_tenure(about.id) held on m.kind = 'EXPECTED_END'
     join oudernetwerken n on n.id = coalesce(held.oudernetwerk_id, m.oudernetwerk_id)
     cross join lateral mail_reach('PERSON', m.recipient_id) reach
     where m.id = $1 and m.kind in ('EXPECTED_END', 'TIE_UNCONFIRMED') and m.recipient_type = 'PERSON'
       and m.recipient_id = (m.params ->> 'self')::uuid`,
    [id],
  );
  if (!row) return 'GONE';
  const { made_on, due_on, exit_on, is_answered, reminded, ...asked } = row;
  const on = asked.kind === 'EXPECTED_END' ? due_on : exit_on;
  const check = { ...asked, on: on === null ? null : day(on) };
  if (is_answered && state === undefined) return { ...check, state: 'ANSWERED' };
  const isLate = isBefore(day(made_on).add({ days: DAYS_TO_ANSWER }), tx.today);
  const due = await dueReminders(tx, reminded);
  const isSo = due.some(
    ({ kind, self, dueOn }) => kind === asked.kind && self === asked.personId && dueOn.toString() === due_on,
  );
  return { ...check, state: isLate || !isSo ? 'OVER' : 'OPEN' };
}
