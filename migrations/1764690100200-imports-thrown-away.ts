import type { QueryRunner } from 'typeorm';

/** A list that was thrown away before it was recorded: nothing of it is left but that it was. */
export class ImportsThrownAway1764690100200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table imports drop constraint imports_state_check,
        add constraint imports_state_check check (state = any (array['APPLIED', 'APPLYING', 'AWAITING_FILE', 'DISCARDED',
          'JUDGING', 'READY', 'REVERTING', 'UNDOING', 'UNDONE']));
    `);
  }
}
