import { rowOf } from '../../../../db/rows.js';
import type { Transact, Tx } from '../../../../db/transaction.js';
import type { Viewer } from '../../../../kernel/viewer.js';
import { ImportEntity } from '../import.entity.js';
import { subjectRows } from '../subjects/kinds.js';
import { NEXT_ROWS, togetherBy } from './next-rows.js';
import { judgePeople } from './judge-people.js';
import { judgeSubjects } from './judge-subjects.js';
import type { Given, Judged } from './judging.js';

/** At most, in one transaction. */
const AT_ONCE = 100;

/** What was found out, on its way out of a transaction of which nothing is to stay. */
class DryRun extends Error {
  constructor(readonly rows: readonly Judged[]) {
    super('nothing of a dry run stays');
  }
}

/**
 * Judges the next rows as they would be recorded: by recording them, which is then taken back. Returns how many.
 */
export async function judgeNext(transact: Transact, viewer: Viewer, of: ImportEntity): Promise<number> {
  const given = await transact(viewer, (tx) =>
    tx.query<Given>(
      `select id, number, cells from import_rows where import_id = $1 and outcome is null ${NEXT_ROWS}`,
      [of.id, AT_ONCE, togetherBy(of)],
    ),
  );
  if (given.length === 0) return 0;
  const judged = await dryRun(transact, viewer, of, given);
  await transact(viewer, async (tx) => {
    // by these columns still, and until this is written
    if ((await rowOf(tx, ImportEntity, of.id, 'for share'))?.version !== of.version) return;
    tx.send(
      `update import_rows r set outcome = j.outcome, name = j.name, person_id = j."personId", candidates = j.candidates,
         changes = j.changes, problems = j.problems, twin = j.twin
       from jsonb_to_recordset($1) as j (id uuid, outcome text, name text, "personId" uuid, candidates jsonb,
         changes jsonb, problems jsonb, twin text)
       where r.id = j.id`,
      [JSON.stringify(judged)],
    );
  });
  return judged.length;
}

async function dryRun(
  transact: Transact,
  viewer: Viewer,
  of: ImportEntity,
  given: readonly Given[],
): Promise<readonly Judged[]> {
  try {
    return await transact(viewer, async (tx) => {
      throw new DryRun(await judge(tx, of, given));
    });
  } catch (error) {
    if (error instanceof DryRun) return error.rows;
    throw error;
  }
}

function judge(tx: Tx, of: ImportEntity, given: readonly Given[]): Promise<Judged[]> {
  const rows = subjectRows(of.kind);
  return rows ? judgeSubjects(tx, of, rows, given) : judgePeople(tx, of, given);
}
