import type { QueryRunner } from 'typeorm';

/** Whoever holds a seat does so as one thing at a time, and a seat can ask for that. */
export class SeatsAsWhat1764592000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table seat_appointments add column perspective text not null default 'OUDER'
        check (perspective in ('OUDER', 'JONGERE', 'PROFESSIONAL'));
      update seat_appointments a set perspective = p.perspectives[1]
      from people p where p.id = a.person_id and not 'OUDER' = any (p.perspectives);

      alter table seat_requirements drop constraint seat_requirements_kind_check;
      alter table seat_requirements add check (
        kind in ('THEME', 'DOMAIN', 'LEVEL', 'REGION', 'LANGUAGE', 'DAY_PART', 'TRAINING', 'PERSPECTIVE'));
      alter table traits drop constraint traits_kind_check;
      alter table traits add check (
        kind in ('THEME', 'DOMAIN', 'LEVEL', 'REGION', 'LANGUAGE', 'DAY_PART', 'SILENT', 'PERSPECTIVE'));

      insert into traits (position, kind, value)
      select (select max(position) from traits) + place, 'PERSPECTIVE', value
      from unnest(array['OUDER', 'JONGERE', 'PROFESSIONAL']) with ordinality given (value, place);
      update ervaringsdeskundigen e set traits = e.traits | (
        select bit_or(set_bit(0::bit(512), t.position, 1)) from traits t
        where t.kind = 'PERSPECTIVE' and t.value = any (p.perspectives))
      from people p where p.id = e.person_id;
    `);
  }
}
