import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { nodeId } from '../../../kernel/node-id.js';

/** A good input for every mutation about lists that come in, each on a list of its own in a region (uuid). */
export async function importInputs(
  owner: Client,
  region: string,
  known: string,
): Promise<Record<string, Record<string, unknown>>> {
  const list = async (state: 'APPLIED' | 'READY', isDecided = false) => {
    const id = uuid();
    await owner.query(
      `insert into imports (id, region_id, account_id, kind, state, columns, mapping, asked_on, expires_on)
       select $1, $2, id, 'PEOPLE', $3, '{Naam}', '{NAME}', '2026-11-20', '2026-12-20'
       from accounts order by id limit 1`,
      [id, region, state],
    );
    await owner.query(
      `insert into import_rows (id, import_id, region_id, number, cells, outcome, candidates, decision)
       values ($1, $2, $3, 2, '{Jan Bos}', 'NEW', '[]', null), ($4, $2, $3, 3, '{Eva Bos}', 'DOUBTFUL', $5, $6)`,
      [
        uuid(),
        id,
        region,
        uuid(),
        JSON.stringify([{ personId: known, reasons: ['SAME_NAME'] }]),
        isDecided ? 'NEW' : null,
      ],
    );
    return nodeId('Import', id);
  };
  return {
    importStart: { kind: 'PEOPLE', regionId: nodeId('Region', region) },
    importMap: {
      id: await list('READY'),
      expectedVersion: 1,
      columns: [{ index: 0, field: 'NAME' }],
      schoolYear: '2026-2027',
      remember: true,
    },
    importDecide: {
      id: await list('READY'),
      rows: [{ number: 3, decision: 'SAME', personId: nodeId('Person', known) }],
    },
    importApply: { id: await list('READY', true), expectedVersion: 1 },
    importDiscard: { id: await list('READY'), expectedVersion: 1 },
    importUndo: { id: await list('APPLIED'), expectedVersion: 1 },
  };
}
