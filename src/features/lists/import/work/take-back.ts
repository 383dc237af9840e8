import { isDeepStrictEqual } from 'node:util';
import { update } from '../../../../db/rows.js';
import type { Transact, Tx } from '../../../../db/transaction.js';
import { Failure } from '../../../../kernel/failure.js';
import type { Viewer } from '../../../../kernel/viewer.js';
import { nodeId } from '../../../../kernel/node-id.js';
import { about } from '../../../../writes/events.js';
import { lockSeen } from '../../../../writes/find.js';
import { annulAppointment } from '../../../advisory/appointments/undo/undo-appointment.js';
import type { OudernetwerkPatch } from '../../../oudernetwerken/oudernetwerk.inputs.js';
import type { ActivityPatch } from '../../../oudernetwerken/records/activity.inputs.js';
import { correctActivity, removeActivity } from '../../../oudernetwerken/records/save-activity.js';
import { annulSupport } from '../../../oudernetwerken/records/undo-support.js';
import { updateOudernetwerk } from '../../../oudernetwerken/save-oudernetwerk.js';
import { annulTrekkerschap } from '../../../oudernetwerken/trekkerschap/undo-trekkerschap.js';
import { ImportEntity, ImportPartEntity, ImportRowEntity, type PartKind } from '../import.entity.js';
import { knownPeople } from '../rows/known-people.js';
import { does } from '../rows/part.js';
import { changePerson, type Patch } from '../rows/record-row.js';
import { oneTurn } from './one-turn.js';
import { recordedNow } from './recorded-now.js';

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
       order by kind = 'BODY', id desc limit $2`,
      [importId, AT_ONCE],
    );
    if (parts.length === 0) return finish(tx, of);
    const gone: string[] = [];
    let taken = 0;
    for (const part of oneTurn(parts)) {
      taken++;
      const kept = await takeBack(tx, part);
      if (kept === null || kept === 'GONE') gone.push(part.id);
      else update(tx, ImportPartEntity, { id: part.id }, { kept });
    }
    tx.send('delete from import_parts where id = any ($1)', [gone]);
    tx.record({ name: 'import.partsRemoved', ...about('Import', of), details: { parts: gone.length } });
    return taken;
  });
}

/** Why it stays; null if it does not. */
async function takeBack(tx: Tx, part: Given): Promise<ImportPartEntity['kept']> {
  if (part.kind === 'CHANGED') return putBack(tx, part);
  if (!OF_PEOPLE.includes(part.kind)) {
    const now = await recordedNow(tx, part.kind, part.subjectId);
    if (now === null) return 'GONE';
    if (!isDeepStrictEqual(now, part.saidAfter)) return 'CHANGED';
  }
  const undo = UNDO[part.kind];
  if (undo) return undone(tx, () => undo(tx, part));
  const [row] = await tx.query<{ kept: ImportPartEntity['kept'] }>('select undo_import_part($1) as kept', [
    part.id,
  ]);
  return row!.kept;
}

/** Of these the database itself knows whether they have changed. */
const OF_PEOPLE: readonly PartKind[] = ['CREATED', 'MEMBERSHIP', 'SCHOOL_TIE'];

const REASON = { reason: 'Import teruggedraaid' };

/** As a coordinator would take it back: whoever was told of it is told. */
const UNDO: Readonly<Partial<Record<PartKind, (tx: Tx, part: Given) => Promise<unknown>>>> = {
  ACTIVITY: (tx, { subjectId }) => does(tx, removeActivity, { id: nodeId('Activity', subjectId) }),
  ACTIVITY_CHANGED: (tx, { subjectId, saidBefore }) =>
    does(tx, correctActivity, { id: nodeId('Activity', subjectId), patch: saidBefore as ActivityPatch }),
  APPOINTMENT: (tx, { subjectId }) =>
    does(tx, annulAppointment, { id: nodeId('SeatAppointment', subjectId), ...REASON }),
  NETWORK_CHANGED: (tx, { subjectId, saidBefore }) =>
    does(tx, updateOudernetwerk, {
      id: nodeId('Oudernetwerk', subjectId),
      patch: saidBefore as OudernetwerkPatch,
    }),
  SUPPORT: (tx, { subjectId }) =>
    does(tx, annulSupport, { id: nodeId('SupportArrangement', subjectId), ...REASON }),
  TREKKERSCHAP: (tx, { subjectId }) =>
    does(tx, annulTrekkerschap, { id: nodeId('Trekkerschap', subjectId), ...REASON }),
};

/** Refused, it is because something else builds on it by now. */
async function undone(tx: Tx, undo: () => Promise<unknown>): Promise<ImportPartEntity['kept']> {
  tx.send('savepoint import_part');
  try {
    await undo();
    await tx.query('release savepoint import_part');
    return null;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await tx.query('rollback to savepoint import_part');
    return 'USED';
  }
}

async function putBack(
  tx: Tx,
  { subjectId, saidBefore, saidAfter }: Given,
): Promise<ImportPartEntity['kept']> {
  const person = (await knownPeople(tx, [subjectId])).get(subjectId);
  if (!person) return 'GONE';
  if (person.version !== (saidAfter as { version: number }).version) return 'CHANGED';
  const before = saidBefore as Patch;
  const email = before.contact?.email;
  try {
    await changePerson(tx, subjectId, before, person.version);
    // by itself, the address that counts takes back one that waits for its reader
    if (email) await changePerson(tx, subjectId, { contact: { email } });
    return null;
  } catch (error) {
    if (error instanceof Failure) return 'CHANGED';
    throw error;
  }
}

function finish(tx: Tx, of: ImportEntity): 0 {
  if (of.state === 'REVERTING') {
    update(tx, ImportRowEntity, { importId: of.id }, { applied: false });
    tx.send(
      `update imports i set state = case when exists (
         select from import_rows r where r.import_id = i.id and r.outcome is null) then 'JUDGING' else 'READY' end
       where i.id = $1`,
      [of.id],
    );
  } else {
    update(tx, ImportEntity, { id: of.id }, { state: 'UNDONE' });
    tx.record({ name: 'import.reverted', ...about('Import', of), details: {} });
  }
  return 0;
}
