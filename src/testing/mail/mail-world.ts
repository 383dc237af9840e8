import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '../../config.js';
import { Makers } from '../makers/makers.js';
import { readEmail, type WrittenEmail } from './read-email.js';
import { startTestService, type TestService } from '../test-service.js';

/** A service that writes its mail to its own folder, and ways to fill its database and read that folder. */
export interface MailWorld {
  readonly service: TestService;
  readonly make: Makers;
  /** the emails, in order of address and name */
  emails(): Promise<WrittenEmail[]>;
  forgetEmails(): Promise<void>;
  email(personId: string, address: string): Promise<void>;
  accountEmail(subject: string, address: string): Promise<void>;
  count(table: string): Promise<number>;
  close(): Promise<void>;
}

export async function startMailWorld(settings: Partial<Config> = {}): Promise<MailWorld> {
  const folder = await emptyFolder();
  const service = await startTestService({
    MAIL_DIR: folder,
    PUBLIC_URL: 'https://okn.example',
    ...settings,
  });
  const { owner } = service;
  return {
    service,
    make: new Makers(owner),
    async emails() {
      const names = (await readdir(folder)).sort();
      const emails = await Promise.all(
        names.map(async (name) => readEmail(name, await readFile(path.join(folder, name), 'utf8'))),
      );
      return emails.sort((a, b) => (`${a.header('to')} ${a.name}` < `${b.header('to')} ${b.name}` ? -1 : 1));
    },
    async forgetEmails() {
      for (const name of await readdir(folder)) await rm(path.join(folder, name));
    },
    email: async (personId, address) => {
      await owner.query(
        `insert into person_contacts (person_id, email) values ($1, $2)
         on conflict (person_id) do update set email = excluded.email`,
        [personId, address],
      );
    },
    accountEmail: async (subject, address) => {
      await owner.query('update accounts set email_norm = $2 where subject = $1', [subject, address]);
    },
    async count(table) {
      const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count from ${table}`);
      return rows[0]!.count;
    },
    async close() {
      await service.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The same one each time, if no other world has it: a service whose settings are the same is not started again. */
async function emptyFolder(): Promise<string> {
  const usual = path.join(tmpdir(), `okn-mail-${process.pid}`);
  return mkdir(usual).then(
    () => usual,
    () => mkdtemp(`${usual}-`),
  );
}
