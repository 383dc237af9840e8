import type { Tx } from '../../../db/transaction.js';
import { beginOf, day, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { about } from '../../../writes/events.js';
import type { Letter } from './mail.js';
import type { Audience } from './recipients.js';

/**
 * The last day on which the reader of a letter is left alone; null: they are not, or may have this one all the same, or it is
 * a reminder for which somebody else is in line. So every kind of mail heeds the pause, and says only what is special to it.
 */
export async function pauseOf(
  tx: Tx,
  { mail, scope, inPause }: Letter,
  audience: Audience | null,
): Promise<PlainDate | null> {
  if ((scope !== null && audience !== null) || inPause === 'SENT') return null;
  const [pause] = await tx.query<{ until: string | null }>('select mail_pause($1) as until', [mail.id]);
  return pause?.until ? day(pause.until) : null;
}

/**
 * The last day of the school holiday that a volunteer is in; null: none, or this letter does not rest. It does if it asks
 * them something as a reminder, unless the day that it is about would pass meanwhile.
 */
export async function holidayOf(tx: Tx, { mail, scope, ahead, isNews }: Letter): Promise<PlainDate | null> {
  if (scope !== 'reminders' || isNews || mail.recipient_type !== 'PERSON') return null;
  const [holiday] = await tx.query<{ until: string | null }>('select holiday_of($1, $2) as until', [
    mail.recipient_id,
    tx.today.toString(),
  ]);
  if (!holiday?.until) return null;
  const until = day(holiday.until);
  const wouldPass = ahead && !isBefore(ahead, tx.today) && !isBefore(until, ahead);
  return wouldPass ? null : until;
}

/** Puts a mail off until the day after another one, when it is judged again. */
export async function restUntil(tx: Tx, { mail }: Letter, lastDay: PlainDate): Promise<'QUIET'> {
  await tx.query(`update mails set due_at = $2, last_error = 'RESTS' where id = $1`, [
    mail.id,
    beginOf(lastDay.add({ days: 1 })).toString(),
  ]);
  return 'QUIET';
}

/**
 * Whoever keeps the record of its reader tells what it says: a task, once for each mail. The mail itself still leaves when
 * they may be reached again: nobody keeps something from its reader by leaving them alone.
 */
export async function tellByHand(tx: Tx, { mail }: Letter): Promise<void> {
  const made = await tx.query<{ id: string; regionId: string }>(
    'select id, region_id as "regionId" from tell_by_hand($1, $2)',
    [mail.id, tx.today.toString()],
  );
  for (const task of made) {
    tx.record({ name: 'personTask.opened', ...about('PersonTask', task), details: { kind: 'NOTICE' } });
  }
}
