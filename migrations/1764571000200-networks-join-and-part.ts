import type { QueryRunner } from 'typeorm';

/** Networks that went up in another one, or came from one; and tenures that go on from one to the other. */
export class NetworksJoinAndPart1764571000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table network_successions (
        predecessor_id uuid not null,
        successor_id uuid not null,
        region_id uuid not null references regions,
        kind text not null check (kind in ('MERGED', 'SPLIT')),
        -- the first day of what came of it
        from_day date not null,
        primary key (predecessor_id, successor_id),
        foreign key (predecessor_id) references oudernetwerken on delete cascade,
        foreign key (successor_id) references oudernetwerken on delete cascade,
        check (predecessor_id <> successor_id)
      );
      create index on network_successions (successor_id);
      -- it goes up in one other
      create unique index network_successions_merged_once on network_successions (predecessor_id) where kind = 'MERGED';

      -- the network in which the tenure began; null: its own
      alter table trekkerschappen add line_id uuid references oudernetwerken;
    `);
  }
}
