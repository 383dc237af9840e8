import { asSystem } from '../../db/as-system.js';
import type { Job } from '../../writes/job.js';
import { DAYS_REMEMBERED } from './change-address.js';

/** Addresses that no longer count are not kept. */
export const forgetAddressChanges: Job = {
  name: 'forget addresses',
  async run({ asService }) {
    const forgotten = await asService((tx) =>
      asSystem(tx, () =>
        tx.query('delete from mail_address_changes where asked_at <= $1 returning id', [
          tx.now.subtract({ hours: 24 * DAYS_REMEMBERED }).toString(),
        ]),
      ),
    );
    return { forgotten: forgotten.length };
  },
};
