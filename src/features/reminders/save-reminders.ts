import { v7 as uuid } from 'uuid';
import type { Tx } from '../../db/transaction.js';
import type { PlainDate } from '../../kernel/clock.js';
import { type Recipient, recipientsOf, type Audience } from './mail/recipients.js';

/** Each kind, and who hears it after the person concerned: whoever helps the network, or those alone who can record it. */
const HEARD_BY = {
  EXPECTED_END: 'HELPERS',
  SUPPORT_ENDING: 'HELPERS',
  HANDOVER_OVERDUE: 'HELPERS',
  TIE_UNCONFIRMED: 'HELPERS',
  DEPARTURE: 'HELPERS',
  ABSENCE_OVERDUE: 'COORDINATORS',
} as const;
export type ReminderKind = keyof typeof HEARD_BY;
export const REMINDER_KINDS = Object.keys(HEARD_BY) as readonly ReminderKind[];

/** Something to remind somebody of. */
export interface Reminder extends Audience {
  readonly kind: ReminderKind;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly dueOn: PlainDate;
  /** months before the due day; 0: on it, or after it */
  readonly step: number;
  /** the parameters of its text: days and booleans, never a name */
  readonly facts?: Readonly<Record<string, string | boolean>>;
}

/** The result of a run of the reminders. */
export interface RemindersSaved {
  readonly made: number;
  /** the ids (uuid) of those without a recipient yet; the next run looks again */
  readonly undelivered: readonly string[];
}

/**
 * Stores the reminders that were not given before, each with its email. The unique key of a reminder decides: a
 * second run, or another machine at the same moment, gives none of them again. Without a recipient there is no
 * reminder yet: it is given as soon as there is one. As the system.
 */
export async function saveReminders(tx: Tx, reminders: readonly Reminder[]): Promise<RemindersSaved> {
  const fresh = await insertNew(tx, reminders);
  const recipients = await recipientsOf(tx, fresh.map(audienceOf));
  const told = fresh.map((reminder, index) => ({ ...reminder, recipient: recipients[index] ?? null }));
  insertMails(tx, told.filter(hasRecipient));
  return {
    made: told.filter((each) => each.isNew || hasRecipient(each)).length,
    undelivered: told.filter((each) => each.isNew && !hasRecipient(each)).map(({ id }) => id),
  };
}

export function audienceOf({ kind, ...about }: Audience & { readonly kind: ReminderKind }): Audience {
  return HEARD_BY[kind] === 'COORDINATORS' ? { ...about, oudernetwerk_id: null } : about;
}

type Fresh = Reminder & { readonly id: string; readonly isNew: boolean };

async function insertNew(tx: Tx, reminders: readonly Reminder[]): Promise<Fresh[]> {
  if (reminders.length === 0) return [];
  const rows = new Map(
    reminders
      .map((reminder) => [keyOf(reminder), { ...reminder, id: uuid() }] as const)
      // always in the same order, so that two machines wait for each other without a deadlock
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const inserted = await tx.query<{ id: string; key: string; is_new: boolean }>(
    `insert into reminders as r (id, kind, subject_type, subject_id, oudernetwerk_id, region_id, due_on, step, made_at)
     select id, kind, "subjectType", "subjectId", oudernetwerk_id, region_id, "dueOn", step, $2
     from jsonb_to_recordset($1) n (id uuid, kind text, "subjectType" text, "subjectId" uuid, oudernetwerk_id uuid,
       region_id uuid, "dueOn" date, step integer)
     on conflict (subject_id, kind, due_on, step) do update set made_at = excluded.made_at where r.told is null
     returning id, concat_ws(' ', subject_id, kind, due_on, step) as key, xmax = 0 as is_new`,
    [JSON.stringify([...rows.values()]), tx.now.toString()],
  );
  return inserted.map(({ id, key, is_new }) => ({ ...rows.get(key)!, id, isNew: is_new }));
}

function keyOf({ subjectId, kind, dueOn, step }: Reminder): string {
  return `${subjectId} ${kind} ${dueOn.toString()} ${step}`;
}

type Delivered = Fresh & { readonly recipient: Recipient };

function hasRecipient(each: Fresh & { recipient: Recipient | null }): each is Delivered {
  return each.recipient !== null;
}

function insertMails(tx: Tx, delivered: readonly Delivered[]): void {
  if (delivered.length === 0) return;
  const rows = delivered.map((reminder) => ({
    id: uuid(),
    reminder_id: reminder.id,
    kind: reminder.kind,
    oudernetwerk_id: reminder.oudernetwerk_id,
    ...reminder.recipient,
    params: paramsOf(reminder),
  }));
  tx.send(
    `with mail as (
       select * from jsonb_to_recordset($1) m (id uuid, reminder_id uuid, kind text, oudernetwerk_id uuid, told text,
         recipient_type text, recipient_id uuid, params jsonb)
     ),
     made as (
       insert into mails (id, kind, recipient_type, recipient_id, oudernetwerk_id, params, made_at, due_at)
       select id, kind, recipient_type, recipient_id, oudernetwerk_id, params, $2, $2 from mail
       returning id
     )
     update reminders r set mail_id = made.id, told = mail.told
     from made join mail on mail.id = made.id where r.id = mail.reminder_id`,
    [JSON.stringify(rows), tx.now.toString()],
  );
}

function paramsOf({ subjectType, subjectId, dueOn, step, self, without, facts, region_id }: Fresh) {
  return {
    subjectType,
    subjectId,
    dueOn: dueOn.toString(),
    step,
    self,
    without,
    regionId: region_id,
    ...facts,
  };
}
