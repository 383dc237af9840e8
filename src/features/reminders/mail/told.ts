import { dayInSql } from '../../../kernel/clock.js';

/** Who was told what a mail says, and on which day: whoever it reached, and who got it as a letter. */
export const TOLD = `
  select m.id as mail_id, m.recipient_type, m.recipient_id, ${dayInSql('m.sent_at')} as on_day
  from mails m where m.sent_at is not null
  union all
  select t.mail_id, 'PERSON', t.person_id, t.done_on from person_tasks t
  where t.kind = 'LETTER' and t.done_on is not null and not t.lapsed`;
