import type { QueryRunner } from 'typeorm';

/** Every kind of mail, in the order of their names: added one by one they would be in that of the migrations. */
export class KindsOfMail1764595000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table mails
        drop constraint mails_kind_check,
        add constraint mails_kind_check check (kind in (
          'ABSENCE_OVERDUE', 'ACTIVITY', 'ADDRESS_NEWS', 'ADDRESS_PROOF', 'CALENDAR', 'CONSENT_RECORDED',
          'DEPARTURE', 'DIGEST', 'EXPECTED_END', 'HANDOVER_OVERDUE', 'INVITATION', 'INVITATION_ANSWERED',
          'INVITATION_CLOSED', 'INVITATION_REOPENED', 'NETWORK_CONTACT', 'NETWORK_END', 'PERSON_MOVE',
          'PERSON_TASK', 'SUBSTITUTE', 'SUPPORT_ENDING', 'TAKEN_BACK', 'THEME_PROPOSAL', 'TIE_UNCONFIRMED'));
    `);
  }
}
