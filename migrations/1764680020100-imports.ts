import type { QueryRunner } from 'typeorm';

/**
 * Lists that come in from a file: what stood in it until it is applied, and what applying it did for as long as that can be
 * undone.
 */
export class Imports1764680020100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table imports (
        id uuid primary key,
        version integer not null default 1,
        region_id uuid not null references regions,
        account_id uuid not null references accounts,
        kind text not null check (kind = any (array['MEMBERS', 'PEOPLE'])),
        state text not null check (state = any (array['APPLIED', 'APPLYING', 'AWAITING_FILE', 'JUDGING', 'READY',
          'REVERTING', 'UNDOING', 'UNDONE'])),
        oudernetwerk_id uuid references oudernetwerken,
        school_year text,
        columns text[] not null default '{}',
        -- the field of each column; empty for one that is left out
        mapping text[] not null default '{}',
        asked_on date not null,
        applied_on date,
        -- of the rows, once they are gone
        counts jsonb,
        expires_on date not null
      );
      create index on imports (region_id);
      create index on imports (account_id);
      create index on imports (oudernetwerk_id);
      create table import_rows (
        id uuid primary key,
        import_id uuid not null references imports on delete cascade,
        region_id uuid not null references regions,
        number integer not null,
        cells text[] not null,
        outcome text check (outcome = any (array['BAD', 'CHANGES', 'DOUBTFUL', 'NEW', 'SAME'])),
        name text,
        person_id uuid references people on delete set null,
        candidates jsonb not null default '[]',
        changes jsonb not null default '[]',
        problems jsonb not null default '[]',
        decision text check (decision = any (array['LEAVE_OUT', 'NEW', 'SAME'])),
        -- who it is of, as far as the row says: the same for two rows of one person
        twin text,
        applied boolean not null default false,
        unique (import_id, number)
      );
      create index on import_rows (person_id);
      create index on import_rows (import_id, twin);
      create index on import_rows (region_id);
      create table import_parts (
        id uuid primary key,
        import_id uuid not null references imports on delete cascade,
        region_id uuid not null references regions,
        number integer not null,
        kind text not null check (kind = any (array['CHANGED', 'CREATED', 'MEMBERSHIP', 'SCHOOL_TIE'])),
        subject_id uuid not null,
        person_id uuid references people on delete cascade,
        said_before jsonb,
        said_after jsonb,
        -- why it was not undone
        kept text check (kept = any (array['CHANGED', 'GONE', 'USED']))
      );
      create index on import_parts (import_id, number);
      create index on import_parts (person_id);
      create index on import_parts (region_id);
      -- who is on record with a number is looked up for every row
      create index on person_contacts (phone) where phone is not null;
      create table import_columns (
        region_id uuid not null references regions,
        kind text not null check (kind = any (array['MEMBERS', 'PEOPLE'])),
        name text not null,
        -- null: it is left out
        field text,
        primary key (region_id, kind, name)
      );
    `);
  }
}
