import * as v from 'valibot';
import { calendarDay, type Checked, JsonShape } from '../../db/json-shape.js';
import type { Tx } from '../../db/transaction.js';
import { isBefore } from '../../kernel/clock.js';
import type { Sender } from '../../kernel/email.js';
import type { Locale } from '../../kernel/messages.js';
import type { CalendarEntry, CalendarSubject } from './mail/calendar-event.js';
import { summaryOf } from './calendars/calendar-wording.js';
import { anyMail, type Content, type MailKind } from './mail/mail.js';
import { checkButton, dayWording, type NetworkNews, wordingOf } from './reminder-wording.js';
import { audienceOf, REMINDER_KINDS, type ReminderKind } from './save-reminders.js';
import { CHECK_LINK } from './checks/check-by-link.js';
import { isStillDue } from './still-due.js';
import { departuresOf } from './tell-departures.js';

const REMINDER = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.picklist(REMINDER_KINDS),
    oudernetwerk_id: v.string(),
    params: v.object({
      subjectType: v.string(),
      subjectId: v.string(),
      dueOn: calendarDay,
      step: v.number(),
      self: v.nullable(v.string()),
      without: v.nullable(v.string()),
      regionId: v.string(),
      byThemselves: v.optional(v.boolean()),
    }),
  }),
);

type ReminderMail = Checked<typeof REMINDER>;

/** What the day of a reminder is in a calendar: an end is the same one, expected or recorded. */
const IN_CALENDAR = {
  EXPECTED_END: 'TREKKERSCHAP_END',
  DEPARTURE: 'TREKKERSCHAP_END',
  SUPPORT_ENDING: 'SUPPORT_END',
  HANDOVER_OVERDUE: 'HANDOVER_DUE',
  TIE_UNCONFIRMED: 'TIE_CONFIRM',
} as const satisfies Record<Exclude<ReminderKind, 'ABSENCE_OVERDUE'>, CalendarSubject>;

/** Reminders of a network, and the news that a trekker leaves it. */
export const reminderMail: MailKind = {
  names: REMINDER_KINDS,
  letterOf(row) {
    const mail = REMINDER.check(row);
    const { regionId: region_id, self, without } = mail.params;
    return {
      mail,
      scope: 'reminders',
      place: () => ({ oudernetwerk_id: mail.oudernetwerk_id, region_id }),
      isCurrent: (tx) => isStillDue(tx, mail),
      content: (tx, locale, sender) => reminderContent(tx, mail, locale, sender),
      ahead: mail.params.dueOn,
      onPaper: () => self,
      audience: () =>
        audienceOf({
          kind: mail.kind,
          oudernetwerk_id: mail.oudernetwerk_id,
          region_id,
          self,
          without,
        }),
    };
  },
};

async function reminderContent(
  tx: Tx,
  mail: ReminderMail,
  locale: Locale,
  { publicUrl }: Sender,
): Promise<Content> {
  const { subjectId, dueOn, self, byThemselves = false } = mail.params;
  const [about] = await tx.query<{
    network: string;
    person: string | null;
    overdue: number;
    recorded: boolean;
  }>(
    `select n.name as network,
       (select d.display_name from person_details d where d.person_id in (
          select person_id from trekkerschappen where id = $2 union all select person_id from absences where id = $2)) as person,
       (select count(*)::int from handover_items i
        where i.plan_id = $2 and i.done_on is null and i.due_on < $3::date) as overdue,
       exists (select from expected_ends e join tenure_of($2) t on t.id = e.trekkerschap_id
         where e.driver = 'RECORDED') as recorded
     from oudernetwerken n where n.id = $1`,
    [mail.oudernetwerk_id, subjectId, tx.today.toString()],
  );
  const [departure] = mail.kind === 'DEPARTURE' ? await departuresOf(tx, [subjectId]) : [];
  // an organisation's mailbox is read by people we do not know
  const known = mail.recipient_type !== 'ORGANISATION';
  const { network, person, overdue, recorded } = about!;
  const isSelf = mail.recipient_type === 'PERSON' && mail.recipient_id === self;
  const { kind } = mail;
  const told: NetworkNews = {
    network,
    on: dueOn,
    when: isBefore(dueOn, tx.today) ? 'past' : recorded ? 'recorded' : 'expected',
    self: isSelf,
    person: known ? person : null,
    overdue,
    alone: departure?.alone ?? false,
    byThemselves,
  };
  const entries = entriesOf(kind, subjectId, locale, { ...told, recorded });
  const button = checkButton(kind, locale, told);
  return {
    ...wordingOf(kind, locale, told),
    list: [],
    entries,
    ...(button && {
      button: { label: button, url: `${publicUrl}/mail/check?token=${await CHECK_LINK.sign(tx, mail.id)}` },
    }),
  };
}

function entriesOf(
  kind: ReminderKind,
  subjectId: string,
  locale: Locale,
  { recorded, ...told }: NetworkNews & { readonly recorded: boolean },
): CalendarEntry[] {
  // that day is over, and no other one follows from it
  if (kind === 'ABSENCE_OVERDUE') return [];
  const { network: name, self, on } = told;
  const summary =
    kind === 'HANDOVER_OVERDUE' || kind === 'TIE_UNCONFIRMED'
      ? dayWording(kind, locale, told)
      : summaryOf({ what: IN_CALENDAR[kind], name, self, expected: !recorded }, locale);
  return [{ what: IN_CALENDAR[kind], subjectId, on, summary }];
}
