import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { inBatches, type Job } from '../../../writes/job.js';
import { MOST_ATTEMPTS } from '../mail/deliver.js';
import { makeMail } from '../mail/make-mail.js';
import { makeTask } from '../../moving/people/settle-moves.js';

const AT_ONCE = 100;
const DAYS_TO_TELL = 28;

interface ToTell {
  readonly id: string;
  readonly personId: string;
  readonly regionId: string;
  readonly toRegionId: string;
  readonly on: string;
  readonly reachable: boolean;
}

/**
 * Tells people that their municipality comes under another region, from three months ahead on, and that they may object.
 * Whom no mail reaches their region tells, which it finds on its worklist. They are told when the mail goes out.
 */
export const tellRegionChanges: Job = {
  name: 'tell changes of regions',
  needsMail: true,
  run: async (at) => ({ told: await inBatches(at, (tx) => asSystem(tx, () => tellSome(tx))) }),
};

async function tellSome(tx: Tx): Promise<number> {
  const some = await tx.query<ToTell>(
    `select id, person_id as "personId", region_id as "regionId", to_region_id as "toRegionId", moved_on::text as "on",
       reachable from people_to_tell($1, $2, $3)`,
    [tx.today.toString(), AT_ONCE, MOST_ATTEMPTS],
  );
  for (const each of some) {
    if (each.reachable) mail(tx, each);
    else await makeTask(tx, each, 'REGION_CHANGES', DAYS_TO_TELL);
  }
  return some.length;
}

function mail(tx: Tx, { id, personId, regionId, toRegionId, on }: ToTell): void {
  const params = { outcome: 'REORGANISED', moveId: id, regionId, toRegionId, on };
  makeMail(tx, 'PERSON_MOVE', { recipient_type: 'PERSON', recipient_id: personId }, { params });
}
