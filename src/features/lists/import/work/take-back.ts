import { update } from '../../../../db/rows.js';
import type { Transact, Tx } from '../../../../db/transaction.js';
import { Failure } from '../../../../kernel/failure.js';
import type { Viewer } from '../../../../kernel/viewer.js';
import { about } from '../../../../writes/events.js';
import { lockSeen } from '../../../../writes/find.js';
import { ImportEntity, ImportPartEntity, ImportRowEntity } from '../import.entity.js';
import { knownPeople } from '../rows/known-people.js';
import { changePerson, type Patch } from '../rows/record-row.js';

const AT_ONCE = 200;

type Given = Pick<ImportPartEntity, 'id' | 'kind' | 'subjectId' | 'saidBefore' | 'saidAfter'>;

/**
 * Takes back the next things that an import made, last ones first. What has changed since, or is used, stays, and says
 * why.
 */
export function takeBackNext(transact: Transact, viewer: Viewer, importId: string): Promise<number> {
  return transact(viewer, async (tx) => {
    const of = await lockSeen(tx, ImportEntity, importId, []);
    if (of.state !== 'REVERTING' && of.state !== 'UNDOING') return 0;
    const parts = await tx.query<Given>(
      `select id, kind, subject_id as "subjectId", said_before as "saidBefore", said_after as "saidAfter"
       from import_parts where import_id = $1 and kept is null
       order by number desc, array_position(array['MEMBERSHIP', 'SCHOOL_TIE', 'CHANGED', 'CREATED'], kind) limit $2`,
      [importId, AT_ONCE],
    );
    if (parts.length === 0) return finish(tx, of);
    const gone: string[] = [];
    for (const part of parts) {
      const kept = await takeBack(tx, part);
      if (kept === null || kept === 'GONE') gone.push(part.id);
      else update(tx, ImportPartEntity, { id: part.id }, { kept });
    }
    tx.send('delete from import_parts where id = any ($1)', [gone]);
    tx.record({ name: 'import.partsRemoved', ...about('Import', of), details: { parts: gone.length } });
    return parts.length;
  });
}

/** Why it stays; null if it does not. */
async function takeBack(tx: Tx, part: Given): Promise<ImportPartEntity['kept']> {
  if (part.kind === 'CHANGED') return putBack(tx, part);
  const [row] = await tx.query<{ kept: ImportPartEntity['kept'] }>('select undo_import_part($1) as kept', [
    part.id,
  ]);
  return row!.kept;
}

async function putBack(
  tx: Tx,
  { subjectId, saidBefore, saidAfter }: Given,
): Promise<ImportPartEntity['kept']> {
  const person = (await knownPeople(tx, [subjectId])).get(subjectId);
  if (!person) return 'GONE';
  if (person.version !== (saidAfter as { version: number }).version) return 'CHANGED';
  try {
    await changePerson(tx, subjectId, saidBefore as Patch);
    return null;
  } catch (error) {
    if (error instanceof Failure) return 'CHANGED';
    throw error;
  }
}

function finish(tx: Tx, of: ImportEntity): 0 {
  if (of.state === 'REVERTING') {
    update(tx, ImportRowEntity, { importId: of.id }, { applied: false });
    update(tx, ImportEntity, { id: of.id }, { state: 'READY' });
  } else {
    update(tx, ImportEntity, { id: of.id }, { state: 'UNDONE' });
    tx.record({ name: 'import.reverted', ...about('Import', of), details: {} });
  }
  return 0;
}
