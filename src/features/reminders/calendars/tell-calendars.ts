import { v7 as uuid } from 'uuid';
import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { MOST_ATTEMPTS } from '../mail/deliver.js';
import { calendarChanges, outsideDigest } from './calendar-changes.js';

/**
 * Makes an email for everybody with something in their calendar that is not right any more. Returns how many. One that
 * waits says it all, so there is no second; one that could not be sent is tried again a month later.
 */
export async function tellCalendars(tx: Tx): Promise<number> {
  return asSystem(tx, async () => {
    const changes = await calendarChanges(tx, outsideDigest(tx));
    const readers = new Map(changes.map(({ reader }) => [reader.recipient_id, { id: uuid(), ...reader }]));
    if (readers.size === 0) return 0;
    const made = await tx.query(
      `insert into mails as m (id, kind, recipient_type, recipient_id, params, made_at, due_at)
       select id, 'CALENDAR', recipient_type, recipient_id, '{}', $2, $2
       from jsonb_to_recordset($1) r (id uuid, recipient_type text, recipient_id uuid) order by recipient_id
       on conflict (recipient_id) where kind = 'CALENDAR' and sent_at is null
       do update set attempts = 0, due_at = excluded.due_at, last_error = null
       where m.attempts >= ${MOST_ATTEMPTS} and (m.last_error = 'UNWANTED' or m.due_at < $2::timestamptz - interval '30 days')
       returning id`,
      [JSON.stringify([...readers.values()]), tx.now.toString()],
    );
    return made.length;
  });
}

/**
 * What stands in whose calendar is known until its day has passed; that it is off for 90 days, in which it may be on
 * again or a file may be read in again. Of readers who are not there any more nothing is known. Returns how many.
 */
export async function forgetCalendars(tx: Tx): Promise<number> {
  return asSystem(tx, async () => {
    const gone = await tx.query(
      `with gone as (
         delete from calendar_copies
         where case when is_off then given_at < $2::timestamptz - interval '90 days' else day < $1 end
           or recipient_id in (select r.recipient_id
             from (select distinct recipient_type, recipient_id from calendar_copies) r
             where not exists (select from mail_reach(r.recipient_type, r.recipient_id)))
         returning recipient_id
       )
       select recipient_id from gone`,
      [tx.today.toString(), tx.now.toString()],
    );
    return gone.length;
  });
}
