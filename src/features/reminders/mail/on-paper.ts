import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import type { Letter } from './mail.js';

/** If no mail reaches the parent whom a letter is for, their region sends it on paper: a task, once for each mail. */
export async function offerOnPaper(tx: Tx, letter: Letter): Promise<void> {
  const parent = await letter.onPaper?.(tx);
  if (!parent) return;
  const made = await tx.query<{ id: string; regionId: string }>(
    'select id, region_id as "regionId" from letter_on_paper($1, $2, $3, $4)',
    [letter.mail.id, parent, letter.scope === 'reminders', tx.today.toString()],
  );
  for (const task of made) {
    tx.record({ name: 'personTask.opened', ...about('PersonTask', task), details: { kind: 'LETTER' } });
  }
}
