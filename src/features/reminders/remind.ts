import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import { dueReminders } from './due-reminders.js';
import { keepReminders, type RemindersKept } from './keep-reminders.js';

/** Makes the reminders whose day has come, of all regions; run twice, or on two machines at once, it makes no more. */
export async function remind(tx: Tx): Promise<RemindersKept> {
  return asSystem(tx, async () => keepReminders(tx, await dueReminders(tx)));
}
