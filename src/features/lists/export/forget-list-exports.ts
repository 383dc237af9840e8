import { asSystem } from '../../../db/as-system.js';
import type { Job } from '../../../writes/job.js';

/** The link has long stopped working by then. What was taken along stays in the access log and the audit. */
const HOURS_KEPT = 24;

/** A filter may hold a name that was searched for: it is not kept. */
export const forgetListExports: Job = {
  name: 'forget lists',
  async run({ asService }) {
    const gone = await asService((tx) =>
      asSystem(tx, () =>
        tx.query('delete from list_exports where asked_at < $1 returning id', [
          tx.now.subtract({ hours: HOURS_KEPT }).toString(),
        ]),
      ),
    );
    return { forgotten: gone.length };
  },
};
