import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import type { ObjectName } from './access-objects.js';

type Row = Readonly<Record<string, unknown>>;

/** A list that came in here, with a row of every kind; and one elsewhere. */
export async function putImports(
  owner: Client,
  put: (table: string, row: Row) => Promise<unknown>,
  keep: (name: ObjectName, type: string, table: string, row: Row) => Promise<string>,
  places: {
    readonly here: string;
    readonly elsewhere: string;
    readonly network: string;
    readonly known: string;
  },
): Promise<void> {
  const { here, elsewhere, network, known } = places;
  const { rows } = await owner.query<{ id: string }>('select id from accounts order by id limit 1');
  const list = {
    account_id: rows[0]!.id,
    kind: 'MEMBERS',
    columns: '{Naam,Netwerk}',
    mapping: '{NAME,NETWORK}',
    asked_on: '2026-11-20',
    expires_on: '2026-12-20',
    school_year: '2026-2027',
  };
  const applied = { ...list, state: 'APPLIED', applied_on: '2026-11-20' };
  const import_id = await keep('import', 'Import', 'imports', {
    ...applied,
    region_id: here,
    oudernetwerk_id: network,
  });
  await keep('import elsewhere', 'Import', 'imports', { ...applied, region_id: elsewhere });
  const ofImport = { import_id, region_id: here };
  await put('import_rows', {
    id: uuid(),
    ...ofImport,
    number: 2,
    cells: '{Jan Bos,Noord}',
    outcome: 'CHANGES',
    name: 'Jan Bos',
    person_id: known,
    candidates: JSON.stringify([{ personId: known, reasons: ['SAME_NAME'] }]),
    changes: JSON.stringify([{ field: 'NETWORK', from: null, to: 'Noord' }]),
    problems: JSON.stringify([{ code: 'REQUIRED', column: 0, params: {} }]),
    decision: 'LEAVE_OUT',
  });
  await put('import_parts', {
    id: uuid(),
    ...ofImport,
    number: 2,
    kind: 'CREATED',
    subject_id: known,
    person_id: known,
    kept: 'CHANGED',
  });
  await put('import_columns', { region_id: here, kind: 'MEMBERS', name: `wie ${uuid()}`, field: 'NAME' });
}
