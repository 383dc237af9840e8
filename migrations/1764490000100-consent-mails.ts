import type { QueryRunner } from 'typeorm';

/** Whoever's consent somebody else records or withdraws is told by mail. */
export class ConsentMails1764490000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- whose consent it is about
      alter table mails add ervaringsdeskundige_id uuid references ervaringsdeskundigen on delete cascade;
      alter table mails drop constraint mails_kind_check;
      alter table mails add constraint mails_kind_check check (kind in ('EXPECTED_END', 'SUPPORT_ENDING',
        'HANDOVER_OVERDUE', 'TIE_UNCONFIRMED', 'DEPARTURE', 'DIGEST', 'INVITATION', 'INVITATION_ANSWERED',
        'INVITATION_CLOSED', 'ADDRESS_PROOF', 'ADDRESS_NEWS', 'CONSENT_RECORDED'));
      alter table mails add constraint mails_of_consent
        check ((kind = 'CONSENT_RECORDED') = (ervaringsdeskundige_id is not null));
      create index on mails (ervaringsdeskundige_id) where ervaringsdeskundige_id is not null;
    `);
  }
}
