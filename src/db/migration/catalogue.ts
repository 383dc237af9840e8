import { catalogueQueries, type CatalogueRow } from './catalogue-queries.js';

export type Query = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** The names of the two logins of a database. */
export interface Logins {
  readonly owner: string;
  readonly service: string;
}

/** Settings that decide how PostgreSQL writes an expression; a login or a server may have changed them. */
const SETTINGS = {
  search_path: 'public, pg_temp',
  datestyle: 'ISO',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  quote_all_identifiers: 'off',
};

const HEAD = `-- What a migrated database holds, read from its catalogue. \`npm run schema\` writes this file; change migrations/ instead.
-- :owner and :service stand for the logins of the owner and of the service.`;

/**
 * Everything in schema public that migrations and the files in migrations/current create, as text: in a fixed order,
 * whatever the names of the logins. To be read inside a transaction.
 */
export async function catalogueText(query: Query, { owner, service }: Logins): Promise<string> {
  const logins = { 'catalogue.owner': owner, 'catalogue.service': service };
  for (const [name, value] of Object.entries({ ...SETTINGS, ...logins })) {
    await query('select set_config($1, $2, true)', [name, value]);
  }
  const blocks = new Map<string, string[]>();
  for (const sql of catalogueQueries) {
    for (const { of, text } of await query<CatalogueRow>(sql)) {
      blocks.set(of, [...(blocks.get(of) ?? []), text]);
    }
  }
  return [HEAD, ...[...blocks.values()].map((lines) => lines.join('\n'))].join('\n\n') + '\n';
}

/** The logins of a database that was migrated: the owner of `migrations`, and who else may read it. */
export async function loginsOf(query: Query): Promise<Logins> {
  const [logins] = await query<Logins>(
    `select pg_get_userbyid(relowner) as owner, coalesce((select pg_get_userbyid(grantee) from aclexplode(relacl)
       where grantee <> relowner and privilege_type = 'SELECT' limit 1)::text, '') as service
     from pg_class where oid = to_regclass('public.migrations')`,
  );
  return logins ?? { owner: '', service: '' };
}
