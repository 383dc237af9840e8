import type { QueryRunner } from 'typeorm';

/** Whoever looks at the name and address of a nominee is kept until the nominee answers; with a yes they can see it. */
export class NomineeLookups1764480000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table nominee_lookups (
        invitation_id uuid not null references seat_nominees on delete cascade,
        account_id uuid not null references accounts on delete cascade,
        -- by the calendar of the Netherlands
        looked_on date not null,
        looked_at timestamptz not null,
        primary key (invitation_id, account_id, looked_on)
      );
      create index on nominee_lookups (account_id);
    `);
  }
}
