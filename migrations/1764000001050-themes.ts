import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SERVICE, SIGNED_IN } from './row-level-rules.js';

const NATIONAL = `current_user = 'okn_national' and ${SIGNED_IN}`;

/** Themes are managed by the national office: whatever it changed is its own from then on, not the reference file's. */
export class Themes1764000001050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table themes
        add column version integer not null default 1,
        -- made or changed by somebody: the reference file does not change it any more
        add column by_hand boolean not null default false;
      create index on themes (parent_id);
      create policy may_insert on themes for insert to ${SERVICE} with check (${NATIONAL});
      create policy may_update on themes for update to ${SERVICE} using (${NATIONAL});
      grant insert on themes to ${SERVICE};
      grant update (version, label_nl, label_en, parent_id, retired_on, by_hand) on themes to ${SERVICE};
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop policy may_insert on themes;
      drop policy may_update on themes;
      revoke insert on themes from ${SERVICE};
      revoke update (version, label_nl, label_en, parent_id, retired_on, by_hand) on themes from ${SERVICE};
      alter table themes drop column version, drop column by_hand;
    `);
  }
}
