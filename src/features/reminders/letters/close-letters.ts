import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import type { Job } from '../../../writes/job.js';
import { MAIL_KINDS } from '../mail-kinds.js';
import { LETTER_COLUMNS, letterOf } from '../mail/mail.js';

interface Open {
  readonly id: string;
  readonly regionId: string;
  readonly kind: string;
  readonly mail: { readonly kind: string };
}

/** Closes tasks whose letter says nothing any more: it was answered, or another one tells what holds. */
export const closeLetters: Job = {
  name: 'close letters',
  run: async ({ asService }) => ({ closed: await asService((tx) => asSystem(tx, () => close(tx))) }),
};

async function close(tx: Tx): Promise<number> {
  const open = await tx.query<Open>(
    `select t.id, t.region_id as "regionId", t.kind, to_jsonb(m) as mail
     from person_tasks t join (select ${LETTER_COLUMNS} from mails) m on m.id = t.mail_id where t.done_on is null`,
  );
  const over: Open[] = [];
  for (const task of open) if (!(await letterOf(MAIL_KINDS, task.mail).isCurrent(tx))) over.push(task);
  if (over.length === 0) return 0;
  await tx.query('select settle_letters($1, $2)', [over.map(({ id }) => id), tx.today.toString()]);
  for (const task of over) {
    tx.record({
      name: 'personTask.closed',
      ...about('PersonTask', task),
      details: { kind: task.kind },
    });
  }
  return over.length;
}
