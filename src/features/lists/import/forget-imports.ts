import { asSystem } from '../../../db/as-system.js';
import type { Job } from '../../../writes/job.js';

/**
 * What stood in a file that nobody recorded goes after two weeks, what is needed to undo a list after 30 days, and an
 * import that never had a file the day after: its address has long stopped working.
 */
export const forgetImports: Job = {
  name: 'forget imports',
  run: async ({ asService }) => ({
    forgotten: await asService((tx) =>
      asSystem(tx, async () => {
        const gone = await tx.query<{ id: string }>(
          `delete from imports where expires_on < $1 or state = 'AWAITING_FILE' and asked_on < $1 returning id`,
          [tx.today.toString()],
        );
        return gone.length;
      }),
    ),
  }),
};
