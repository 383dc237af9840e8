import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../../db/migration/migrate.js';
import { NotMigrated } from '../../db/migration/bring-up-to-date.js';
import { DATABASE_ROLES } from '../../db/viewer-settings.js';
import { type OwnPostgres, ownPrograms, startOwnPostgres } from '../../testing/own-postgres.js';
import { fillDatabase, on, verified } from './testing/filled-database.js';
import type { Verified } from './verify-database.js';

const programs = ownPrograms();
const title = 'backups by pg_dump, as docs/operations/backups.md has them';

if (!programs) {
  test.skip(`SKIPPED, since this machine has no PostgreSQL with its client: ${title}`, () => undefined);
} else {
  describe(title, () => {
    const here = 'oudernetwerken';
    let folder: string;
    let dump: string;
    let old: OwnPostgres;
    let fresh: OwnPostgres;
    let before: Verified;

    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'okn-backups-'));
      dump = path.join(folder, 'oudernetwerken.dump');
      [old, fresh] = [await startOwnPostgres(programs), await startOwnPostgres(programs)];
      for (const server of [old, fresh]) {
        await administer(
          server,
          'create role okn_owner login createrole; create role okn_service login noinherit',
        );
      }
      await administer(old, `create database ${here} owner okn_owner`);
      await fillDatabase(urlsOf(old, here));
      before = await verified(urlsOf(old, here));
      expect(before.problems).toEqual([]);
      expect(
        await run(
          'pg_dump',
          '--enable-row-security',
          '--format=custom',
          `--file=${dump}`,
          urlsOf(old, here).ownerUrl,
        ),
      ).toBe(0);
    });
    afterAll(async () => {
      await old.stop();
      await fresh.stop();
      await rm(folder, { recursive: true });
    });

    const run = (program: string, ...args: string[]) =>
      new Promise<number>((resolve) => {
        const child = execFile(path.join(programs, program), args, () => resolve(child.exitCode ?? 1));
      });
    const restore = (database: string, ...how: string[]) =>
      run('pg_restore', '--no-owner', `--dbname=${urlsOf(fresh, database).ownerUrl}`, ...how, dump);
    const emptyDatabase = async (name: string) => {
      await administer(fresh, `create database ${name} owner okn_owner`);
      return name;
    };

    test('without --enable-row-security there is no dump', async () => {
      const other = path.join(folder, 'other.dump');
      expect(await run('pg_dump', '--format=custom', `--file=${other}`, urlsOf(old, here).ownerUrl)).toBe(1);
    });

    test('into a server without our roles: the rules are lost, the rows are not, and the next start brings the rules back', async () => {
      const database = await emptyDatabase('roles_missing');
      expect(await restore(database)).toBe(1);
      const { problems } = await verified(urlsOf(fresh, database));
      expect(problems).toEqual([expect.stringContaining('Start the service once')]);
      const { ownerUrl, serviceUrl } = urlsOf(fresh, database);
      expect(await migrate(ownerUrl, serviceUrl)).toMatchObject({ migrated: [] });
      expect(await verified(urlsOf(fresh, database))).toEqual(before);
    });

    test('with the roles first, all of it is there', async () => {
      for (const role of DATABASE_ROLES) {
        await administer(
          fresh,
          `do $$ begin create role ${role} nologin noinherit; exception when duplicate_object then null; end $$`,
        );
        await administer(fresh, `grant ${role} to okn_service`);
      }
      const database = await emptyDatabase('roles_first');
      expect(await restore(database)).toBe(0);
      expect(await verified(urlsOf(fresh, database))).toEqual(before);
    });

    test('in parallel the owner loses foreign keys, and that is refused; in sections all of it is there', async () => {
      const database = await emptyDatabase('in_parallel');
      expect(await restore(database, '--jobs=4')).toBe(1);
      const { ownerUrl, serviceUrl } = urlsOf(fresh, database);
      const start = migrate(ownerUrl, serviceUrl);
      await expect(start).rejects.toThrow(NotMigrated);
      await expect(start).rejects.toThrow(/^- .*FOREIGN KEY/m);
      expect((await verified(urlsOf(fresh, database))).problems).toHaveLength(1);

      const again = await emptyDatabase('in_sections');
      expect(await restore(again, '--section=pre-data')).toBe(0);
      expect(await restore(again, '--section=data', '--jobs=4')).toBe(0);
      expect(await restore(again, '--section=post-data')).toBe(0);
      expect(await verified(urlsOf(fresh, again))).toEqual(before);
    });
  });
}

const urlsOf = (server: OwnPostgres, database: string) => ({
  ownerUrl: server.url('okn_owner', database),
  serviceUrl: server.url('okn_service', database),
});

async function administer(server: OwnPostgres, sql: string): Promise<void> {
  await on(server.url('postgres', 'postgres'), (client) => client.query(sql));
}
