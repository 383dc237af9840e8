import type { QueryRunner } from 'typeorm';

/** What the end of a network closed is in the region where the network is, also when it moved there since. */
export class ClosingsMove1764591000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update network_closings c set was = c.was || jsonb_build_object('region_id', n.region_id),
        became = c.became || jsonb_build_object('region_id', n.region_id)
      from oudernetwerken n where n.id = c.oudernetwerk_id and c.was ? 'region_id'
        and c.was ->> 'region_id' <> n.region_id::text;
    `);
  }
}
