import type { Client } from 'pg';

/** What is copied, and is hidden then from whoever does not look at the whole country. */
const TABLES = [
  'people',
  'person_details',
  'person_contacts',
  'school_ties',
  'oudernetwerken',
  'oudernetwerk_themes',
  'trekkerschappen',
  'memberships',
  'ervaringsdeskundigen',
  'advisory_bodies',
  'advisory_seats',
  'seat_invitations',
  'seat_appointments',
  'continuities',
  'work_items',
];

/** A name that is common there, and nowhere else. */
export const HIDDEN_NAME = 'Zandhoven';

/**
 * Copies all there is so many times, into regions that have nothing. Nobody has a role there, so no copy is seen by a
 * viewer who does not see the country. `superuser`: constraints and triggers are off meanwhile.
 */
export async function addHiddenCountry(superuser: Client, copies: number): Promise<void> {
  const { rows } = await superuser.query<{ id: string }>(
    `select id from regions r where kind = 'JEUGDREGIO' and not exists (select from people p where p.region_id = r.id)
     order by code`,
  );
  await superuser.query('begin; set local session_replication_role = replica');
  // all names at once, and not one by one
  await superuser.query('alter index person_details_spellings set (fastupdate = on)');
  for (const table of TABLES) {
    const columns = await columnsOf(superuser, table);
    const copied = columns.map((column) => `${copyOf(column)} as ${column}`);
    await superuser.query(
      `insert into ${table} (${columns.join(', ')}) select ${copied.join(', ')}
       from ${table} t cross join generate_series(1, $1::integer) copy
       cross join lateral (select ($2::uuid[])[1 + copy % cardinality($2::uuid[])] as hidden) region`,
      [copies, rows.map(({ id }) => id)],
    );
  }
  await superuser.query(`
    insert into names_by_place select d.person_id, place.*, d.search_name, d.name_marks
    from person_details d cross join lateral places_of_name(d) place on conflict do nothing`);
  await superuser.query('commit');
  await superuser.query('vacuum (analyze)');
  await superuser.query('alter index person_details_spellings set (fastupdate = off)');
}

function copyOf(column: string): string {
  switch (column) {
    case 'region_id':
    case 'person_region_id':
      return 'hidden';
    case 'region_ids':
    case 'asked_in':
      return 'array[hidden]';
    case 'oudernetwerk_ids':
    case 'candidate_for':
    case 'body_ids':
    case 'engaged_bodies':
      return `array(select md5(known::text || copy)::uuid from unnest(t.${column}) known)`;
    case 'pseudonym':
      return `pseudonym || '-' || copy`;
    case 'family_name':
      return `case when copy % 2 = 0 then '${HIDDEN_NAME}' else family_name end`;
    // of the reference data, or of an account
    case 'theme_id':
    case 'municipality_id':
    case 'school_id':
    case 'nominated_by_id':
    case 'invited_by':
      return column;
    default:
      return /(^|_)id$|^asked_through$/.test(column) ? `md5(t.${column}::text || copy)::uuid` : `t.${column}`;
  }
}

async function columnsOf(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}
