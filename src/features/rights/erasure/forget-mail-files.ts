import { asSystem } from '../../../db/as-system.js';
import type { Job } from '../../../writes/job.js';

/**
 * Mail that became files, where there is no mail server, may name whoever was erased since: it goes after each erasure.
 * What was mailed is in the mailboxes of its readers, and out of reach.
 */
export const forgetMailFiles: Job = {
  name: 'forget mail files',
  async run({ asService, transport }) {
    const erased = await asService((tx) =>
      asSystem(tx, () =>
        tx.query<{ id: string }>('select person_id as id from erasures where files_gone_at is null'),
      ),
    );
    if (erased.length === 0) return { forgotten: 0 };
    const forgotten = await transport.forget();
    await asService((tx) =>
      asSystem(tx, () =>
        tx.query('update erasures set files_gone_at = $2 where person_id = any ($1::uuid[])', [
          erased.map(({ id }) => id),
          tx.now.toString(),
        ]),
      ),
    );
    return { forgotten };
  },
};
