import type { QueryRunner } from 'typeorm';

/** Themes that coordinators miss in the managed list, and what the national office made of them. */
export class ThemeProposals1764574000400 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table theme_proposals (
        id uuid primary key,
        version integer not null default 1,
        region_id uuid not null references regions,
        label text not null,
        label_norm text not null generated always as (fold(label)) stored,
        motivation text not null,
        proposed_by uuid references accounts,
        proposed_on date not null,
        answer text check (answer in ('ADOPTED', 'DECLINED')),
        answered_by uuid references accounts,
        answered_on date,
        answer_reason text,
        -- what it became, or what there was already
        theme_id uuid references themes,
        check ((answer is null) = (answered_on is null)),
        check ((answer is not distinct from 'ADOPTED') = (theme_id is not null)),
        check (answer is distinct from 'DECLINED' or answer_reason is not null)
      );
      create index on theme_proposals (proposed_on desc, id desc);
      create index on theme_proposals (theme_id);
      create unique index theme_proposals_once on theme_proposals (region_id, label_norm) where answer is null;
    `);
  }
}
