import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import * as v from 'valibot';
import { JsonShape } from '../../db/json-shape.js';

const ENTRY = new JsonShape(
  'an entry of the erasure ledger',
  v.object({ personId: v.string(), erasedAt: v.string(), reason: v.string() }),
);

/** That somebody was erased: an id, an instant and a code. */
export interface Erased {
  readonly personId: string;
  readonly erasedAt: string;
  readonly reason: string;
}

/** Who was erased, kept apart from the database: a backup of that does not know it. It only grows. */
export interface ErasureLedger {
  all(): Promise<readonly Erased[]>;
  /** what is in it already stays as it is */
  append(erased: readonly Erased[]): Promise<void>;
}

/** The ledger that a setting names: a folder, or the address of a PostgreSQL of its own. */
export function erasureLedger(setting: string): ErasureLedger {
  return /^postgres(ql)?:/.test(setting) ? ledgerIn(setting) : ledgerAt(setting);
}

const ENTRY_FILE = /^[0-9a-f-]{36}\.json$/;

/** A file for each entry, written once. */
function ledgerAt(folder: string): ErasureLedger {
  const names = async () => (await readdir(folder)).filter((name) => ENTRY_FILE.test(name));
  return {
    async all() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const texts = await Promise.all(
        (await names()).map((name) => readFile(path.join(folder, name), 'utf8')),
      );
      return texts.map((text) => ENTRY.parse(text));
    },
    async append(erased) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const there = new Set(await names());
      for (const entry of erased) {
        const name = `${entry.personId}.json`;
        if (!there.has(name)) await writeWhole(path.join(folder, name), JSON.stringify(entry));
      }
    },
  };
}

/** Either all of it is there afterwards, or nothing, also when the machine stops meanwhile. */
async function writeWhole(file: string, text: string): Promise<void> {
  const unfinished = `${file}.${process.pid}.part`;
  const handle = await open(unfinished, 'w', 0o400);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}

/** A table in another PostgreSQL, made when it is not there. */
function ledgerIn(url: string): ErasureLedger {
  return {
    all: () =>
      connected(url, async (client) => {
        const { rows } = await client.query<Erased>(
          `select person_id as "personId", to_char(erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt",
             reason from erasure_ledger`,
        );
        return rows;
      }),
    append: (erased) =>
      connected(url, async (client) => {
        await client.query(
          `insert into erasure_ledger (person_id, erased_at, reason)
           select "personId", "erasedAt", reason
           from jsonb_to_recordset($1) entry ("personId" uuid, "erasedAt" timestamptz, reason text) on conflict do nothing`,
          [JSON.stringify(erased)],
        );
      }),
  };
}

async function connected<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // the statement that meets the error reports it
  try {
    await client.connect();
    await client.query(
      'create table if not exists erasure_ledger (person_id uuid primary key, erased_at timestamptz not null, reason text not null)',
    );
    return await work(client);
  } finally {
    await client.end();
  }
}
