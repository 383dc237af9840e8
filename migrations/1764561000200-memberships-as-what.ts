import type { QueryRunner } from 'typeorm';

/** A member takes part as one thing at a time: as a parent, where they are one. */
export class MembershipsAsWhat1764561000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table memberships add column perspective text not null default 'OUDER'
        check (perspective in ('OUDER', 'JONGERE', 'PROFESSIONAL'));
      update memberships m set perspective = p.perspectives[1]
      from people p where p.id = m.person_id and not 'OUDER' = any (p.perspectives);
    `);
  }
}
