import { rowOf, update } from '../../../../db/rows.js';
import type { Transact } from '../../../../db/transaction.js';
import type { Viewer } from '../../../../kernel/viewer.js';
import { ImportEntity } from '../import.entity.js';
import { applyNext } from './apply-rows.js';
import { judgeNext } from './judge-rows.js';
import { takeBackNext } from './take-back.js';

/**
 * Does a part of what an import waits for, in transactions of the account that asked for it: false once it waits for
 * nothing but somebody's decision. Repeating it does no harm, nor does doing it twice at once.
 */
export async function workOnImport(transact: Transact, viewer: Viewer, id: string): Promise<boolean> {
  const of = await transact(viewer, (tx) => rowOf(tx, ImportEntity, id));
  switch (of?.state) {
    case 'JUDGING': {
      if ((await judgeNext(transact, viewer, of)) > 0) return true;
      await transact(viewer, async (tx) =>
        update(tx, ImportEntity, { id, state: 'JUDGING', version: of.version }, { state: 'READY' }),
      );
      return false;
    }
    case 'APPLYING':
      await applyNext(transact, viewer, id);
      return true;
    case 'REVERTING':
    case 'UNDOING':
      await takeBackNext(transact, viewer, id);
      return true;
    default:
      return false;
  }
}
