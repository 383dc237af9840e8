import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import { dueReminders } from './due-reminders.js';
import { saveReminders, type RemindersSaved } from './save-reminders.js';

/** Creates the reminders that are due, for all regions; run twice, or on two machines at once, it creates no more. */
export async function remind(tx: Tx): Promise<RemindersSaved> {
  return asSystem(tx, async () => saveReminders(tx, await dueReminders(tx)));
}
