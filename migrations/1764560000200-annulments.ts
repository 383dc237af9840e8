import type { QueryRunner } from 'typeorm';

/** What was recorded by mistake, and what replaced it; the record itself is gone. */
export class Annulments1764560000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table annulments (
        id uuid primary key,
        subject_type text not null,
        -- of a row that is gone
        subject_id uuid not null,
        region_id uuid not null references regions,
        account_id uuid not null references accounts,
        annulled_at timestamptz not null,
        reason text not null,
        -- the record that was made instead; null: it never was
        replaced_by uuid
      );
      create index on annulments (subject_id);

      -- a plan keeps its trekkerschap until the end of the transaction that takes that away, in which it is settled
      alter table succession_plans
        drop constraint succession_plans_trekkerschap_id_fkey,
        drop constraint succession_plans_successor_id_fkey,
        add foreign key (trekkerschap_id) references trekkerschappen deferrable initially deferred,
        add foreign key (successor_id) references trekkerschappen deferrable initially deferred;
      create index on succession_plans (successor_id) where successor_id is not null;

      -- where a candidate was when appointed: there they are again when that is taken back
      alter table successor_candidates add appointed_from text
        check (appointed_from in ('IDENTIFIED', 'APPROACHED', 'EXPLORING', 'AGREED', 'SHADOWING', 'READY')),
        add check (appointed_from is null or stage = 'APPOINTED');
    `);
  }
}
