import type { Tx } from '../../../db/transaction.js';
import type { OudernetwerkEntity } from '../oudernetwerk.entity.js';

/**
 * What was asked about a network that is gone for good is decided by nobody, and what was agreed and has not begun never
 * will: it moves nowhere.
 */
export function withdrawAgreements(tx: Tx, { id }: Pick<OudernetwerkEntity, 'id'>): void {
  tx.send(
    `update region_agreements set version = version + 1, answer = 'WITHDRAWN', answered_on = $2, answered_by = $3
     where oudernetwerk_id = $1 and (answer is null
       or answer = 'AGREED' and (lower(period) > $2 or kind = 'MOVES' and upper_inf(period)))`,
    [id, tx.today.toString(), tx.viewer.accountId],
  );
}
