import type { QueryRunner } from 'typeorm';

/** What something closed or removed is kept, to be there again when that was a mistake. */
export class KeptRows1764591000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table kept_rows (
        cause_id uuid not null,
        place integer not null generated always as identity,
        kept_table text not null,
        row_id uuid not null,
        was jsonb not null,
        -- null: it is gone
        became jsonb,
        primary key (cause_id, kept_table, row_id)
      );
      create index on kept_rows (row_id);

      alter table mails
        drop constraint mails_of_invitation,
        add constraint mails_of_invitation check ((kind in ('INVITATION', 'INVITATION_ANSWERED', 'INVITATION_CLOSED',
          'INVITATION_REOPENED')) = (invitation_id is not null));
    `);
  }
}
