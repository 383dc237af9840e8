import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The wider themes of those that a profile names. */
const WIDER = `union select trait_of('THEME', wider.id::text) from ervaringsdeskundige_themes t
            join themes own on own.id = t.theme_id join themes wider on wider.id = own.parent_id
            where t.ervaringsdeskundige_id = $1.id`;

/** Who has experience with a theme has it with the wider one: a seat that asks for that finds them, as the list does. */
export class WiderThemes1764000001800 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await traitsOfProfile(db, WIDER);
    await db.query(`
      create function themes_follow() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        -- sets what is derived anew
        update ervaringsdeskundigen set domains = domains
        where id in (select ervaringsdeskundige_id from ervaringsdeskundige_themes where theme_id = new.id);
        return null;
      end $$;
      create trigger follow_wider after update of parent_id on themes
        for each row when (new.parent_id is distinct from old.parent_id) execute function themes_follow();
      revoke execute on function themes_follow from public;
    `);
    await deriveAnew(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop trigger follow_wider on themes; drop function themes_follow');
    await traitsOfProfile(db, '');
    await deriveAnew(db);
  }
}

async function traitsOfProfile(db: QueryRunner, wider: string): Promise<void> {
  await db.query(`
    create or replace function traits_of_profile(ervaringsdeskundigen) returns bit(512) language sql as $$
      with recursive above as (
        select id, parent_id from regions where id = $1.region_id
        union all select r.id, r.parent_id from regions r join above a on r.id = a.parent_id
      )
      select bits_of(array(
        select trait_of('THEME', t.theme_id::text) from ervaringsdeskundige_themes t where t.ervaringsdeskundige_id = $1.id
        ${wider}
        union select trait_of('DOMAIN', value) from unnest($1.domains) value
        union select trait_of('LEVEL', value) from unnest($1.levels) value
        union select trait_of('LANGUAGE', value) from unnest($1.languages) value
        union select trait_of('DAY_PART', value) from unnest($1.day_parts) value
        union select trait_of('SILENT', 'DOMAIN') where $1.domains = '{}'
        union select trait_of('SILENT', 'LEVEL') where $1.levels = '{}'
        union select trait_of('SILENT', 'DAY_PART') where $1.day_parts = '{}'
        union select trait_of('SILENT', 'THEME')
          where not exists (select from ervaringsdeskundige_themes t where t.ervaringsdeskundige_id = $1.id)
        union select trait_of('REGION', id::text) from above))
    $$
  `);
}

/** Of all whom it may be about. */
async function deriveAnew(db: QueryRunner): Promise<void> {
  await db.query(`
    update ervaringsdeskundigen set domains = domains
    where id in (select t.ervaringsdeskundige_id from ervaringsdeskundige_themes t join themes on themes.id = t.theme_id
      where themes.parent_id is not null)
  `);
}
