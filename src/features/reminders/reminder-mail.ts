import * as v from 'valibot';
import { calendarDay, type Checked, JsonShape } from '../../db/json-shape.js';
import type { Tx } from '../../db/transaction.js';
import { isBefore } from '../../kernel/clock.js';
import { onOneLine } from '../../kernel/lines.js';
import type { Locale } from '../../kernel/messages.js';
import { anyMail, type Content, type MailKind } from './mail/mail.js';
import { wordingOf } from './reminder-wording.js';
import { REMINDER_KINDS } from './save-reminders.js';

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
      self: v.nullable(v.string()),
      without: v.nullable(v.string()),
      regionId: v.string(),
      alone: v.optional(v.boolean()),
      byThemselves: v.optional(v.boolean()),
    }),
  }),
);

type ReminderMail = Checked<typeof REMINDER>;

/** Reminders of a network, and the news that a trekker leaves it. */
export const reminderMail: MailKind = {
  names: REMINDER_KINDS,
  letterOf(row) {
    const mail = REMINDER.check(row);
    const { regionId: region_id, self, without } = mail.params;
    return {
      mail,
      scope: 'reminders',
      isCurrent: () => true,
      content: (tx, locale, { domain }) => reminderContent(tx, mail, locale, domain),
      audience: () => ({ oudernetwerk_id: mail.oudernetwerk_id, region_id, self, without }),
    };
  },
};

async function reminderContent(tx: Tx, mail: ReminderMail, locale: Locale, domain: string): Promise<Content> {
  const { subjectId, dueOn, self, alone = false, byThemselves = false } = mail.params;
  const [about] = await tx.query<{
    network: string;
    person: string | null;
    overdue: number;
    recorded: boolean;
    moves: number;
  }>(
    `select n.name as network,
       (select d.display_name from trekkerschappen t join person_details d on d.person_id = t.person_id
        where t.id = $2) as person,
       (select count(*)::int from handover_items i
        where i.plan_id = $2 and i.done_on is null and i.due_on < $3::date) as overdue,
       exists (select from expected_ends e where e.trekkerschap_id = $2 and e.driver = 'RECORDED') as recorded,
       (select count(distinct r.due_on)::int from reminders r
        where r.subject_id = $2 and r.kind = $4 and r.due_on <> $5::date
          and r.made_at < (select m.made_at from mails m where m.id = $6)) as moves
     from oudernetwerken n where n.id = $1`,
    [mail.oudernetwerk_id, subjectId, tx.today.toString(), mail.kind, dueOn.toString(), mail.id],
  );
  // an organisation's mailbox is read by people we do not know
  const known = mail.recipient_type !== 'ORGANISATION';
  const { network, person, overdue, recorded, moves } = about!;
  const { subject, paragraphs } = wordingOf(mail.kind, locale, {
    network,
    on: dueOn,
    when: isBefore(dueOn, tx.today) ? 'past' : recorded ? 'recorded' : 'expected',
    self: mail.recipient_type === 'PERSON' && mail.recipient_id === self,
    person: known ? person : null,
    overdue,
    alone,
    byThemselves,
  });
  const uid = `${mail.kind.toLowerCase()}-${subjectId}@${domain}`;
  const days = [{ uid, sequence: moves, on: dueOn, summary: onOneLine(subject) }];
  return { subject, paragraphs, list: [], days };
}
