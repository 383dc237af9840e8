import { asSystem } from '../../../db/as-system.js';
import type { Job } from '../../../writes/job.js';

/** What stood in files, and what is needed to undo them, goes after 30 days. */
export const forgetImports: Job = {
  name: 'forget imports',
  run: async ({ asService }) => ({
    forgotten: await asService((tx) =>
      asSystem(tx, async () => {
        const gone = await tx.query<{ id: string }>(
          'delete from imports where expires_on < $1 returning id',
          [tx.today.toString()],
        );
        return gone.length;
      }),
    ),
  }),
};
