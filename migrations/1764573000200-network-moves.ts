import type { QueryRunner } from 'typeorm';

/** A network goes to another region: asked and decided as other agreements are, and from a day on a fact. */
export class NetworkMoves1764573000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table region_agreements
        -- MOVES: the network is to be the other region's. Open until it is done, then the one day on which it was.
        add kind text not null default 'TAKES_PART' check (kind in ('TAKES_PART', 'MOVES')),
        add constraint region_agreements_moves_network check (kind = 'TAKES_PART' or oudernetwerk_id is not null),
        drop constraint region_agreements_one_at_a_time,
        add constraint region_agreements_one_at_a_time exclude using gist
          (subject_id with =, kind with =, region_id with =, period with &&) where (answer is null or answer = 'AGREED'),
        -- what was agreed with the region that it became part of is past
        drop constraint region_agreements_check1,
        add constraint region_agreements_check1 check (region_id <> home_region_id or answer is not null);
      create unique index region_agreements_one_move on region_agreements (oudernetwerk_id)
        where kind = 'MOVES' and (answer is null or answer = 'AGREED') and upper_inf(period);

      -- the regions that a network was of before
      create table oudernetwerk_moves (
        id uuid primary key,
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        from_region_id uuid not null references regions,
        to_region_id uuid not null references regions,
        moved_on date not null,
        -- the organisation that was its caretaker of last resort until then
        last_resort_id uuid references organisations,
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id) on update cascade
      );
      create index on oudernetwerk_moves (oudernetwerk_id, moved_on);
    `);
  }
}
