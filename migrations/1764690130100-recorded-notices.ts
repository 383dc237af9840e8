import type { QueryRunner } from 'typeorm';

/** Whoever is recorded without having asked is to be told, and that they were. Of people on record before, nothing is known. */
export class RecordedNotices1764690130100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table recorded_notices (
        person_id uuid primary key references people on delete cascade,
        source text not null check (source in ('LIST', 'COORDINATOR', 'NETWORK')),
        recorded_on date not null,
        due_on date not null,
        told_on date,
        told_by text check (told_by in ('MAIL', 'LETTER', 'NOTICE')),
        check ((told_on is null) = (told_by is null))
      );
      create index recorded_notices_owed on recorded_notices (due_on) where told_on is null;
      alter table mails
        drop constraint mails_kind_check,
        add constraint mails_kind_check check (kind in (
          'ABSENCE_OVERDUE', 'ACTIVITY', 'ADDRESS_NEWS', 'ADDRESS_PROOF', 'CALENDAR', 'CONSENT_RECORDED',
          'DEPARTURE', 'DIGEST', 'EXPECTED_END', 'HANDOVER_OVERDUE', 'INVITATION', 'INVITATION_ANSWERED',
          'INVITATION_CLOSED', 'INVITATION_REOPENED', 'NETWORK_CONTACT', 'NETWORK_END', 'PERSON_MOVE',
          'PERSON_TASK', 'RECORDED', 'SUBSTITUTE', 'SUPPORT_ENDING', 'TAKEN_BACK', 'THEME_PROPOSAL',
          'TIE_UNCONFIRMED'));
      -- one is under way at a time
      create unique index mails_recorded on mails (recipient_id)
        where kind = 'RECORDED' and sent_at is null and attempts < 12;
    `);
  }
}
