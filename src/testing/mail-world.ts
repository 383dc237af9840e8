import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '../config.js';
import { Makers } from './makers/makers.js';
import { startTestService, type TestService } from './test-service.js';

/** An email as it lies in the folder. */
export interface WrittenEmail {
  readonly name: string;
  readonly raw: string;
  readonly header: (name: string) => string | null;
  /** the text parts, decoded, one after another: text, HTML, calendar */
  readonly body: string;
}

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
  const folder = await mkdtemp(path.join(tmpdir(), 'okn-mail-'));
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
        names.map(async (name) => parsed(name, await readFile(path.join(folder, name), 'utf8'))),
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

function parsed(name: string, raw: string): WrittenEmail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  return {
    name,
    raw,
    header: (wanted) => {
      const line = unfolded
        .split('\r\n')
        .find((each) => each.toLowerCase().startsWith(`${wanted.toLowerCase()}: `));
      return line ? encodedWords(line.slice(wanted.length + 2)) : null;
    },
    body: decoded(rest.join('\r\n\r\n')),
  };
}

function encodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_all, how: string, word: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString()
        : quotedPrintable(word.replaceAll('_', ' ')),
    );
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Every leaf of the MIME tree, decoded. */
function decoded(body: string): string {
  return body
    .split(/\r\n?--[-\w=.]+(?:--)?\r\n/)
    .map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n');
      const content = rest.join('\r\n\r\n');
      if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(content, 'base64').toString();
      if (/content-transfer-encoding: quoted-printable/i.test(head)) return quotedPrintable(content);
      return content;
    })
    .join('\n');
}
