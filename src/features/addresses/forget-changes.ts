import { asSystem } from '../../db/as-system.js';
import type { Job } from '../../writes/job.js';
import { DAYS_REMEMBERED } from './change-address.js';

/** Addresses that no longer count are not kept. */
export const forgetAddressChanges: Job = {
  name: 'forget addresses',
  async run({ asService }) {
    const [row] = await asService((tx) =>
      asSystem(tx, () =>
        tx.query<{ forgotten: number }>('select forget_addresses($1) as forgotten', [
          tx.now.subtract({ hours: 24 * DAYS_REMEMBERED }).toString(),
        ]),
      ),
    );
    return { forgotten: row!.forgotten };
  },
};
