import type { QueryRunner } from 'typeorm';

/** Whoever was told of what never was, or is not so any more, is told that too: once for each mail. */
export class TakenBackMails1764570000400 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table mails
        add retracts uuid references mails on delete cascade,
        drop constraint mails_kind_check,
        add constraint mails_kind_check check (kind in ('EXPECTED_END', 'SUPPORT_ENDING', 'HANDOVER_OVERDUE',
          'TIE_UNCONFIRMED', 'DEPARTURE', 'DIGEST', 'INVITATION', 'INVITATION_ANSWERED', 'INVITATION_CLOSED',
          'ADDRESS_PROOF', 'ADDRESS_NEWS', 'CONSENT_RECORDED', 'CALENDAR', 'PERSON_TASK', 'TAKEN_BACK')),
        add constraint mails_taken_back check ((kind = 'TAKEN_BACK') = (retracts is not null)),
        add constraint mails_taken_back_once unique (retracts);
      create index mails_told_of on mails ((params ->> 'subjectId'))
        where sent_at is not null and kind in ('EXPECTED_END', 'DEPARTURE', 'SUPPORT_ENDING');
      create index on annulments (replaced_by) where replaced_by is not null;
    `);
  }
}
