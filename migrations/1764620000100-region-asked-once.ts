import type { QueryRunner } from 'typeorm';

/**
 * Whether a network may work in a region and whether it goes there are not asked for the same days: two answers could
 * contradict each other. Where both stand open, the question about working there is withdrawn.
 */
export class RegionAskedOnce1764620000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update region_agreements a set answer = 'WITHDRAWN', answered_on = current_date, version = a.version + 1
      where a.kind = 'TAKES_PART' and a.answer is null and a.asked_by is not null
        and exists (select from region_agreements m where m.kind = 'MOVES' and m.asked_by is not null
          and m.subject_id = a.subject_id and m.region_id = a.region_id and m.period && a.period
          and (m.answer is null or m.answer = 'AGREED' and upper_inf(m.period)));
      alter table region_agreements add constraint region_agreements_one_question exclude using gist (
        subject_id with =, region_id with =, kind with <>, period with &&)
        where (asked_by is not null
          and (answer is null or kind = 'MOVES' and answer = 'AGREED' and upper_inf(period)));
    `);
  }
}
