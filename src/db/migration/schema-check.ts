import { readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { loginsOf, type Query } from './catalogue.js';
import { catalogueDifference } from './compare-catalogue.js';
import { databaseSqlFile } from './current-rules.js';
import { landedMigrations } from './landed-migrations.js';
import { missingRoles } from './roles.js';

/** The newest migration that this code needs. */
const VERSION = landedMigrations().at(-1)!.name;

/** Changes whenever a row of the catalogue does that says what tables hold, who may what, and what is checked. */
const MARK = `select string_agg(rows, ' ') as mark from (${[
  'pg_class',
  'pg_attribute',
  'pg_constraint',
  'pg_policy',
  'pg_proc',
  'pg_trigger',
  'pg_auth_members',
]
  .map((name) => `select concat_ws(' ', count(*), sum(xmin::text::bigint)) as rows from ${name}`)
  .join(' union all ')}) marks`;

/**
 * Whether a database is what this version needs, seen through the service's login: a restore may have lost policies
 * or constraints without a migration being the less. What was found right is looked at again once it changed.
 */
export class SchemaCheck {
  private rightAt: string | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** In words for the operator; null if nothing is wrong. */
  trouble(): Promise<string | null> {
    return this.dataSource.transaction(async ({ queryRunner }) => {
      const query: Query = async <Row>(sql: string, values?: unknown[]) =>
        (await queryRunner!.query(sql, values, true)).records as Row[];
      const [newest] = await query<{ name: string }>(
        'select name from migrations order by timestamp desc limit 1',
      );
      if (newest?.name !== VERSION) return 'the database schema is not of this version';
      const [{ mark } = { mark: '' }] = await query<{ mark: string }>(MARK);
      if (mark === this.rightAt) return null;
      if (await isUnlike(query)) {
        return 'the database lacks rules of its schema: start this version once with DATABASE_OWNER_URL';
      }
      this.rightAt = mark;
      return null;
    });
  }
}

async function isUnlike(query: Query): Promise<boolean> {
  const logins = await loginsOf(query);
  if ((await missingRoles(query, logins.service)).length > 0) return true;
  return (await catalogueDifference(query, logins, readFileSync(databaseSqlFile(), 'utf8'))) !== null;
}
