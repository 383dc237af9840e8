import { DataSource } from 'typeorm';
import { Client } from 'pg';
import { Places1764000000100 } from '../../migrations/1764000000100-places.js';
import { People1764000000200 } from '../../migrations/1764000000200-people.js';
import { Oudernetwerken1764000000300 } from '../../migrations/1764000000300-oudernetwerken.js';
import { Accounts1764000000400 } from '../../migrations/1764000000400-accounts.js';
import { RowLevelSecurity1764000000500 } from '../../migrations/1764000000500-row-level-security.js';
import { ReferenceImports1764000000600 } from '../../migrations/1764000000600-reference-imports.js';
import { Succession1764000000700 } from '../../migrations/1764000000700-succession.js';
import { Continuity1764000000800 } from '../../migrations/1764000000800-continuity.js';
import { Forecast1764000000850 } from '../../migrations/1764000000850-forecast.js';
import { Mail1764000000900 } from '../../migrations/1764000000900-mail.js';
import { Ervaringsdeskundigen1764000001000 } from '../../migrations/1764000001000-ervaringsdeskundigen.js';
import { Themes1764000001050 } from '../../migrations/1764000001050-themes.js';
import { Advisory1764000001100 } from '../../migrations/1764000001100-advisory.js';
import { Matching1764000001150 } from '../../migrations/1764000001150-matching.js';
import { SeatsInContinuity1764000001200 } from '../../migrations/1764000001200-seats-in-continuity.js';
import { WorkOfEveryKind1764000001300 } from '../../migrations/1764000001300-work-of-every-kind.js';
import { InvitationMail1764000001400 } from '../../migrations/1764000001400-invitation-mail.js';
import { InjectedClock1764000001500 } from '../../migrations/1764000001500-injected-clock.js';
import { SeatSought1764000001600 } from '../../migrations/1764000001600-seat-sought.js';
import { AppointedIsTold1764000001700 } from '../../migrations/1764000001700-appointed-is-told.js';
import { WiderThemes1764000001800 } from '../../migrations/1764000001800-wider-themes.js';
import { migrateJobTables } from './job-tables.js';
import { DATABASE_ROLES } from './viewer-settings.js';

const MIGRATIONS = [
  Places1764000000100,
  People1764000000200,
  Oudernetwerken1764000000300,
  Accounts1764000000400,
  RowLevelSecurity1764000000500,
  ReferenceImports1764000000600,
  Succession1764000000700,
  Continuity1764000000800,
  Forecast1764000000850,
  Mail1764000000900,
  Ervaringsdeskundigen1764000001000,
  Themes1764000001050,
  Advisory1764000001100,
  Matching1764000001150,
  SeatsInContinuity1764000001200,
  WorkOfEveryKind1764000001300,
  InvitationMail1764000001400,
  InjectedClock1764000001500,
  SeatSought1764000001600,
  AppointedIsTold1764000001700,
  WiderThemes1764000001800,
];

/** The newest migration this code needs; `/readyz` compares it with the database. */
export const SCHEMA_VERSION = MIGRATIONS.at(-1)!.name;

/** An administrator must do first what the owner login may not; the message holds the SQL. */
export class RolesMissing extends Error {}

/** Brings the database up to date as its owner and lets the service login act in its roles. */
export async function migrate(ownerUrl: string, serviceUrl: string): Promise<string[]> {
  const owner = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    poolSize: 1,
    installExtensions: false,
  });
  await owner.initialize();
  try {
    // one service at a time migrates a database
    await owner.query(`select pg_advisory_lock(hashtext('oudernetwerken.migrate'))`);
    const service = new Client({ connectionString: serviceUrl }).user ?? '';
    try {
      const done = await owner.runMigrations({ transaction: 'each' });
      await allowService(owner, service);
      await migrateJobTables(ownerUrl);
      return done.map((migration) => migration.name);
    } catch (error) {
      throw (await rolesMissing(owner, service, error)) ?? error;
    }
  } finally {
    await owner.destroy();
  }
}

async function allowService(owner: DataSource, service: string): Promise<void> {
  for (const role of DATABASE_ROLES) {
    const [row] = await owner.query<{ member: boolean }[]>(`select pg_has_role($1, $2, 'member') as member`, [
      service,
      role,
    ]);
    if (!row?.member) await owner.query(`grant ${role} to ${quoted(service)}`);
  }
  await owner.query(`grant select on migrations to ${quoted(service)}`);
}

/** An owner without CREATEROLE, or one that did not make the roles of a server that another database shares. */
async function rolesMissing(
  owner: DataSource,
  service: string,
  error: unknown,
): Promise<RolesMissing | null> {
  const { code, message } = error as { code?: unknown; message?: string };
  const insufficientPrivilege = '42501';
  if (code !== insufficientPrivilege || !message?.includes('role')) return null;
  const statements: string[] = [];
  for (const role of DATABASE_ROLES) {
    const [found] = await owner.query<{ member: boolean }[]>(
      `select pg_has_role($1, oid, 'member') as member from pg_roles where rolname = $2`,
      [service, role],
    );
    if (!found) statements.push(`create role ${role} nologin noinherit;`);
    if (!found?.member) statements.push(`grant ${role} to ${quoted(service)};`);
  }
  if (statements.length === 0) return null;
  return new RolesMissing(
    `The owner login may not make or grant roles. Let an administrator of the server run:\n  ${statements.join('\n  ')}`,
  );
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
