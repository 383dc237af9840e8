import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may sign in with which dated roles, the audit log, and the answers kept for idempotency keys. */
export class Accounts1764000000400 implements MigrationInterface {
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

      -- Everything a request needs to know of who asks, on a day. The one door that opens before a viewer is set.
      create function viewer_of(text, text, date) returns jsonb
        language sql stable security definer set search_path = public, pg_temp as $$
        with recursive account as (select * from accounts where issuer = $1 and subject = $2),
        roles as (
          select r.* from account_roles r join account a on a.id = r.account_id where r.period @> $3
        ),
        below as (
          select region_id as id from roles where role = 'COORDINATOR'
          union
          select r.id from regions r join below b on r.parent_id = b.id
        ),
        led as (
          select t.oudernetwerk_id as id from trekkerschappen t join account a on a.person_id = t.person_id
          join oudernetwerken n on n.id = t.oudernetwerk_id and n.status <> 'ENDED'
          where t.period @> $3
        ),
        supported as (
          select s.oudernetwerk_id as id from support_arrangements s join roles r on r.organisation_id = s.organisation_id
          where r.role = 'SUPPORTER' and s.period @> $3
        ),
        own as (
          select t.oudernetwerk_id as id from trekkerschappen t join account a on a.person_id = t.person_id
          union
          select m.oudernetwerk_id from memberships m join account a on a.person_id = m.person_id
        )
        select jsonb_build_object(
          'accountId', a.id, 'locale', a.locale, 'personId', a.person_id,
          'roles', coalesce((select jsonb_agg(jsonb_build_object('kind', role, 'regionId', region_id,
            'organisationId', organisation_id) order by role, id) from roles), '[]'),
          'regions', coalesce((select jsonb_agg(id order by id) from below), '[]'),
          'led', coalesce((select jsonb_agg(distinct id) from led), '[]'),
          'supported', coalesce((select jsonb_agg(distinct id) from supported), '[]'),
          'outlines', coalesce((select jsonb_agg(id order by id) from own), '[]'))
        from account a
      $$;

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
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit log is append-only';
      end $$;
      create trigger append_only before update or delete on audit_log
        for each row execute function refuse_change();
      create trigger append_only_truncate before truncate on audit_log
        for each statement execute function refuse_change();

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
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function viewer_of;
      drop table idempotency_keys, audit_log, account_roles, accounts;
      drop function refuse_change;
    `);
  }
}
