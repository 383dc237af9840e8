import type { QueryRunner } from 'typeorm';

/** A body, or a network, works in a region that is not its own only after that region agreed. */
export class RegionAgreements1764430000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table region_agreements (
        id uuid primary key,
        version integer not null default 1,
        -- exactly one says what works elsewhere as well; the home region is its own
        body_id uuid,
        oudernetwerk_id uuid,
        subject_id uuid not null generated always as (coalesce(body_id, oudernetwerk_id)) stored,
        home_region_id uuid not null,
        region_id uuid not null references regions,
        -- null: a body worked there before agreements were recorded, and nobody knows who arranged that
        asked_by uuid references accounts,
        asked_on date not null,
        motivation text not null,
        -- the days that it is asked for, and once it is agreed those on which it holds: it is only ever shortened
        period daterange not null check (not isempty(period) and not lower_inf(period)),
        answer text check (answer in ('AGREED', 'DECLINED', 'WITHDRAWN')),
        answered_by uuid references accounts,
        answered_on date,
        answer_reason text,
        -- the side that ended it, if it did not run until the day that was agreed
        ended_by_region_id uuid references regions,
        end_reason text,
        foreign key (body_id, home_region_id) references advisory_bodies (id, region_id) on update cascade,
        foreign key (oudernetwerk_id, home_region_id) references oudernetwerken (id, region_id) on update cascade,
        check (num_nonnulls(body_id, oudernetwerk_id) = 1),
        check (region_id <> home_region_id),
        check ((answer is null) = (answered_on is null)),
        constraint region_agreements_decided_by_another check (answer = 'WITHDRAWN' or answered_by <> asked_by),
        check ((ended_by_region_id is null) = (end_reason is null)),
        constraint region_agreements_one_at_a_time exclude using gist
          (subject_id with =, region_id with =, period with &&) where (answer is null or answer = 'AGREED')
      );
      create index on region_agreements (body_id, asked_on desc, id desc);
      create index on region_agreements (oudernetwerk_id) where oudernetwerk_id is not null;
      create index on region_agreements (home_region_id);
      create index on region_agreements (region_id);
      create index on region_agreements (asked_on desc, id desc);

      -- what coordinators extended by themselves counts as asked
      insert into region_agreements (id, body_id, home_region_id, region_id, asked_by, asked_on, motivation, period)
      select gen_random_uuid(), b.id, b.region_id, r.id,
        (select l.account_id from audit_log l
          where l.subject_id = b.id and l.action in ('advisoryBody.created', 'advisoryBody.updated')
            and l.facts -> 'regionIds' ? r.id::text
          order by l.happened_at desc, l.id desc limit 1),
        d.today, 'Deze groep werkte al in deze regio, voordat regio’s dat met elkaar afspraken.', daterange(d.today, null)
      from advisory_body_regions further
      join advisory_bodies b on b.id = further.body_id
      join regions r on r.id = further.region_id
      left join regions above on above.id = r.parent_id
      cross join (select (now() at time zone 'Europe/Amsterdam')::date as today) d
      where b.region_id not in (r.id, coalesce(above.id, r.id), coalesce(above.parent_id, r.id))
        and (b.ended_on is null or b.ended_on > d.today);

      drop table advisory_body_regions;
      alter table advisory_bodies drop column region_ids;
    `);
  }
}
