import type { Tx } from '../../db/transaction.js';
import { day, isBefore, type PlainDate } from '../../kernel/clock.js';
import { dueReminders } from './due-reminders.js';
import type { ReminderKind } from './save-reminders.js';
import { departuresOf } from './tell-departures.js';

/** A reminder as it was made. */
interface Made {
  readonly kind: ReminderKind;
  readonly made_on: string;
  readonly params: { readonly subjectId: string; readonly dueOn: PlainDate; readonly step: number };
}

/**
 * Whether a reminder that is about to leave would be made today as well, by the same rule that made it. One for another
 * day or a later step is another reminder. As the system.
 */
export async function isStillDue(tx: Tx, { kind, made_on, params }: Made): Promise<boolean> {
  const { subjectId, dueOn, step } = params;
  if (kind !== 'DEPARTURE') {
    const due = await dueReminders(tx, subjectId);
    return due.some((each) => each.kind === kind && each.dueOn.equals(dueOn) && each.step === step);
  }
  const [departure] = await departuresOf(tx, [subjectId]);
  if (!departure || !day(departure.ends_on).equals(dueOn)) return false;
  return departure.alone || !isBefore(dueOn, day(made_on));
}
