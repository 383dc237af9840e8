import type { QueryRunner } from 'typeorm';

/** A mail for a parent whom no mail reaches is a letter that somebody prints and sends. */
export class Letters1764575000400 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table person_tasks
        drop constraint person_tasks_kind_check,
        add constraint person_tasks_kind_check check (kind in ('DIED', 'STOPPED', 'DEATH_TAKEN_BACK', 'STOP_TAKEN_BACK',
          'NOTICE', 'LETTER')),
        drop constraint person_tasks_of_mail,
        add constraint person_tasks_of_mail check ((kind in ('NOTICE', 'LETTER')) = (mail_id is not null));
    `);
  }
}
