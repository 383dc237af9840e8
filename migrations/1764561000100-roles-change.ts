import type { QueryRunner } from 'typeorm';

/** A trekkerschap that ends because its trekker goes on in another role has no reason: it is no departure. */
export class RolesChange1764561000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        execute format('alter table trekkerschappen drop constraint %I', (
          select conname from pg_constraint where conrelid = 'trekkerschappen'::regclass and contype = 'c'
            and pg_get_constraintdef(oid) like '%upper_inf(period) = (end_reason IS NULL)%'));
      end $$;
      alter table trekkerschappen add constraint trekkerschappen_reason_of_end
        check (upper_inf(period) <= (end_reason is null));
    `);
  }
}
