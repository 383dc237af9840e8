import type { QueryRunner } from 'typeorm';

/** Who may sign in with which dated roles, the audit log, and the answers kept for idempotency keys. */
export class Access1764300000500 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table accounts (
        id uuid primary key,
        version integer not null default 1,
        issuer text not null,
        subject text not null,
        display_name text not null,
        email_norm text,
        locale text check (locale in ('nl', 'en')),
        person_id uuid references people,
        created_at timestamptz not null default now(),
        unique (issuer, subject)
      );
      create index on accounts (person_id);

      create table account_roles (
        id uuid primary key,
        account_id uuid not null references accounts,
        role text not null check (role in ('ADMIN', 'COORDINATOR', 'SECRETARY', 'SUPPORTER')),
        region_id uuid references regions,
        organisation_id uuid references organisations,
        period daterange not null check (not isempty(period) and not lower_inf(period)),
        check ((role in ('COORDINATOR', 'SECRETARY')) <= (region_id is not null)),
        check ((role = 'SUPPORTER') = (organisation_id is not null))
      );
      create index on account_roles (account_id);

      -- Append-only: what was done, by whom, to what. It names fields, never personal values.
      create table audit_log (
        id uuid primary key,
        happened_at timestamptz not null,
        account_id uuid,
        action text not null,
        subject_type text not null,
        subject_id uuid not null,
        region_id uuid,
        facts jsonb not null
      );
      create index on audit_log (subject_id, happened_at);

      create table idempotency_keys (
        account_id uuid not null references accounts,
        key uuid not null,
        mutation text not null,
        input_hash text not null,
        answer jsonb not null,
        answered_at timestamptz not null default now(),
        primary key (account_id, key)
      );
      create index on idempotency_keys (answered_at);

      -- In whose name the service writes when nobody asked it to. No token can be of its issuer.
      insert into accounts (id, issuer, subject, display_name)
        values ('00000000-0000-7000-8000-000000000001', 'urn:oudernetwerken', 'system', 'De dienst zelf');
    `);
  }
}
