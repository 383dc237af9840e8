import type { QueryRunner } from 'typeorm';

/** Where an old id leads at last: to follow a chain of thousands of corrections anew each time takes seconds. */
export class EndsOfChains1764690020200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- kept by triggers
      alter table annulments add line uuid, add step integer, add check ((line is null) = (step is null));
      create index on annulments (line, step) where line is not null;
      update annulments a set line = last.id, step = -last.step
      from annulments before cross join lateral (
        with recursive later as (
          select before.replaced_by as id, 1 as step
          union all
          select a.replaced_by, l.step + 1 from annulments a join later l on a.subject_id = l.id
          where a.replaced_by is not null
        )
        select id, step from later order by step desc limit 1) last
      where a.id = before.id and before.replaced_by is not null;
    `);
  }
}
