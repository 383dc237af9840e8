import type { QueryRunner } from 'typeorm';

/** What regions do, and parents are mailed, because of a move. */
export class MoveKinds1764579000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table person_tasks
        drop constraint person_tasks_kind_check,
        add constraint person_tasks_kind_check check (kind in ('DIED', 'STOPPED', 'DEATH_TAKEN_BACK', 'STOP_TAKEN_BACK',
          'NOTICE', 'LETTER', 'MOVED_AWAY', 'MOVED_HERE', 'MOVE_TAKEN_BACK'));
      alter table mails
        drop constraint mails_kind_check,
        add constraint mails_kind_check check (kind in ('EXPECTED_END', 'SUPPORT_ENDING', 'HANDOVER_OVERDUE',
          'TIE_UNCONFIRMED', 'DEPARTURE', 'DIGEST', 'INVITATION', 'INVITATION_ANSWERED', 'INVITATION_CLOSED',
          'ADDRESS_PROOF', 'ADDRESS_NEWS', 'CONSENT_RECORDED', 'CALENDAR', 'PERSON_TASK', 'TAKEN_BACK', 'ACTIVITY',
          'PERSON_MOVE'));
    `);
  }
}
