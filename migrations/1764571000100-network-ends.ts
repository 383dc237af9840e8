import type { QueryRunner } from 'typeorm';

/**
 * A network may be planned to end. That it has ended is a matter of the day, so what is stored is only how far it came:
 * past and planned ends are one shape. What an end closes is kept as it was written, to be there again without it.
 */
export class NetworkEnds1764571000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table oudernetwerken
        drop constraint oudernetwerken_status_check,
        drop constraint oudernetwerken_check,
        drop constraint oudernetwerken_check1,
        drop constraint oudernetwerken_check2,
        drop constraint oudernetwerken_check3;
      alter table oudernetwerken rename column status to phase;
      update oudernetwerken set phase = case when active_from is null then 'FORMING' else 'ACTIVE' end
        where phase = 'ENDED';
      alter table oudernetwerken
        add constraint oudernetwerken_phase_check check (phase in ('FORMING', 'ACTIVE', 'DORMANT')),
        add constraint oudernetwerken_active_from_check check ((phase = 'FORMING') = (active_from is null)),
        add constraint oudernetwerken_end_reason_check check ((ended_on is null) = (end_reason is null));

      create table network_closings (
        place integer primary key generated always as identity,
        oudernetwerk_id uuid not null references oudernetwerken on delete cascade,
        kept_table text not null,
        row_id uuid not null unique,
        was jsonb not null,
        -- null: it is gone
        became jsonb
      );
      create index on network_closings (oudernetwerk_id, place);

      -- what is left to do for a network that ends
      create table network_end_tasks (
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        task text not null check (task in ('TELL_MEMBERS', 'HAND_OVER_FILES', 'WHERE_MEMBERS_GO')),
        done_on date,
        primary key (oudernetwerk_id, task),
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id)
          on update cascade on delete cascade
      );

      -- also a network that has ended, and is assessed no more, may need somebody
      alter table continuity_findings drop constraint continuity_findings_oudernetwerk_id_fkey;
    `);
  }
}
