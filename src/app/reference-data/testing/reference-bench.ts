import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { keepRows } from '../../../testing/kept-rows.js';
import { cloneDatabase } from '../../../testing/database.js';
import { importReferenceData } from '../import-reference-data.js';
import type { ImportReport } from '../import-report.js';

export const DATA = path.join(process.cwd(), 'data');

/** A migrated database without reference data, and a copy of the files that a test may change. */
export interface ReferenceBench {
  readonly client: Client;
  readonly said: string[];
  run(): Promise<ImportReport>;
  edit(file: string, change: (text: string) => string): Promise<void>;
  reset(): Promise<void>;
  close(): Promise<void>;
}

export async function referenceBench(): Promise<ReferenceBench> {
  const database = await cloneDatabase();
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  const directory = await mkdtemp(path.join(tmpdir(), 'okn-reference-'));
  const said: string[] = [];

  const edit = async (file: string, change: (text: string) => string) => {
    const before = await readFile(path.join(directory, file), 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`the edit changes nothing in ${file}`);
    await writeFile(path.join(directory, file), after);
  };
  await emptyReferenceData(client);
  const rows = await keepRows({ urls: database });
  const reset = async () => {
    await rows.restore();
    await cp(DATA, directory, { recursive: true });
    said.length = 0;
    // a handful of schools is enough where their number does not matter
    await edit('schoolvestigingen_bo.csv', (text) => text.split('\n').slice(0, 30).join('\n'));
  };
  await reset();
  return {
    client,
    said,
    edit,
    reset,
    run: () => importReferenceData(database.ownerUrl, { directory, say: (line) => said.push(line) }),
    close: async () => {
      await rows.close();
      await client.end();
      await database.drop();
      await rm(directory, { recursive: true });
    },
  };
}

/**
 * Removes regions, themes and school stages with everything that refers to them, including ledgers that refuse
 * deletion.
 */
export async function emptyReferenceData(client: Client): Promise<void> {
  for (const ledger of ['consents', 'person_access_log', 'audit_values']) {
    await client.query(`alter table ${ledger} disable trigger append_only_truncate`);
  }
  await client.query('truncate regions, themes, school_stages, school_holidays, reference_imports cascade');
}

/** The rows of every table that reference data is written to, to see that nothing changed. */
export async function referenceRows(client: Client): Promise<unknown[]> {
  const { rows } = await client.query(`
    select to_jsonb(r) as row from regions r union all select to_jsonb(m) from municipalities m
    union all select to_jsonb(o) from organisations o union all select to_jsonb(a) from organisation_municipalities a
    union all select to_jsonb(s) from school_stages s union all select to_jsonb(t) from themes t
    union all select to_jsonb(h) from school_holidays h
    order by row`);
  return rows;
}

export function replaced(search: string, replacement: string): (text: string) => string {
  return (text) => text.replace(search, replacement);
}
