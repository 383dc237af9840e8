import type { QueryRunner } from 'typeorm';

/** How safe each network is: thresholds, the assessment that is kept of it, and when those who lead it are to leave. */
export class Continuity1764300000900 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- null: as the region above says, and in the end as thresholds_of() says
      create table continuity_thresholds (
        id uuid primary key,
        region_id uuid unique references regions,
        oudernetwerk_id uuid unique references oudernetwerken,
        tenure_guideline_months integer check (tenure_guideline_months between 1 and 240),
        term_limit_months integer check (term_limit_months between 1 and 240),
        ends_soon_months integer check (ends_soon_months between 1 and 36),
        leave_together_days integer check (leave_together_days between 1 and 365),
        support_ending_months integer check (support_ending_months between 1 and 36),
        inactive_days integer check (inactive_days between 1 and 730),
        most_roles integer check (most_roles between 1 and 50),
        tie_confirmed_months integer check (tie_confirmed_months between 1 and 60),
        lead_months integer check (lead_months between 1 and 36),
        check ((region_id is null) <> (oudernetwerk_id is null))
      );

      create table continuities (
        oudernetwerk_id uuid primary key,
        region_id uuid not null,
        band text not null check (band in ('STABLE', 'ATTENTION', 'AT_RISK', 'CRITICAL')),
        -- of the worst finding; 0 without any
        severity integer not null check (severity between 0 and 10),
        secured_until date,
        rule_version integer not null,
        computed_at timestamptz not null,
        -- the day that it is an assessment of
        assessed_on date not null,
        -- the first day on which it would be another one though nothing happened; null: never
        changes_on date,
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id)
          on update cascade on delete cascade
      );
      create index on continuities (changes_on);
      create index on continuities (region_id, severity, oudernetwerk_id);
      create index on continuities (severity, oudernetwerk_id);
      create index on continuities (region_id, (coalesce(secured_until, '0001-01-01')), oudernetwerk_id);
      create index on continuities ((coalesce(secured_until, '0001-01-01')), oudernetwerk_id);

      create table expected_ends (
        trekkerschap_id uuid primary key references trekkerschappen on delete cascade,
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        person_id uuid not null references people,
        expected_on date not null,
        earliest date not null,
        latest date not null,
        driver text not null check (driver in
          ('RECORDED', 'PLANNED', 'CHILD_LEAVES_SCHOOL', 'TERM_LIMIT', 'TENURE_GUIDELINE')),
        confidence text not null check (confidence in ('HIGH', 'MEDIUM', 'LOW')),
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id) on update cascade,
        check (earliest <= expected_on and expected_on <= latest)
      );
      create index on expected_ends (oudernetwerk_id);
      create index on expected_ends (region_id, expected_on);
      create index on expected_ends (person_id);
    `);
  }
}
