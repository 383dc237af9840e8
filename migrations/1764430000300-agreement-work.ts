import type { QueryRunner } from 'typeorm';

/** Agreements between regions are work as well: of the region that decides, and then of the one that asked. */
export class AgreementWork1764430000300 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      declare work text;
      begin
        foreach work in array array['continuity_findings', 'work_items', 'work_item_snoozes'] loop
          execute format('alter table %I
            add column agreement_id uuid references region_agreements on delete cascade,
            drop constraint %I,
            drop constraint %I,
            add check (num_nonnulls(oudernetwerk_id, body_id, ervaringsdeskundige_id, agreement_id) = 1),
            add check (body_id is not null
              or subject_id = coalesce(oudernetwerk_id, ervaringsdeskundige_id, agreement_id))',
            work, work || '_check', work || '_check1');
          execute format('create index on %I (agreement_id) where agreement_id is not null', work);
        end loop;
      end $$;
      alter table stale_subjects
        drop constraint stale_subjects_subject_type_check,
        add check (subject_type in ('Oudernetwerk', 'AdvisorySeat', 'Ervaringsdeskundige', 'RegionAgreement'));
      alter table watched_subjects
        drop constraint watched_subjects_subject_type_check,
        add check (subject_type in ('AdvisorySeat', 'Ervaringsdeskundige', 'RegionAgreement'));
    `);
  }
}
