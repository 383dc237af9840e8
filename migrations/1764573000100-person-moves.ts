import type { QueryRunner } from 'typeorm';

/** Somebody moves to another region: the region where they lived answers for them until they say yes, or have a role there. */
export class PersonMoves1764573000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table person_moves (
        id uuid primary key,
        version integer not null default 1,
        person_id uuid not null references people on delete cascade,
        from_region_id uuid not null references regions,
        to_region_id uuid not null references regions,
        -- where they lived: put back when the move never was
        from_municipality_id uuid references municipalities,
        municipality_id uuid references municipalities,
        moved_on date not null,
        account_id uuid references accounts,
        recorded_at timestamptz not null,
        -- whether they may be introduced to the new region
        answer text check (answer in ('YES', 'NO')),
        answered_on date,
        -- their home region changed
        crossed_at timestamptz,
        crossed_because text check (crossed_because in ('YES', 'ROLE')),
        -- nothing is asked any more
        closed_on date,
        closed_because text check (closed_because in ('DEPARTED', 'MOVED_ON')),
        check (from_region_id <> to_region_id),
        check ((answer is null) = (answered_on is null)),
        check ((crossed_at is null) = (crossed_because is null)),
        check ((closed_on is null) = (closed_because is null)),
        check (crossed_at is null or closed_on is null)
      );
      create index on person_moves (person_id, recorded_at desc);
      create unique index person_moves_one_at_a_time on person_moves (person_id)
        where crossed_at is null and closed_on is null;
    `);
  }
}
