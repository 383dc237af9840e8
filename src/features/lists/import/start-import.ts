import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { find } from '../../../writes/find.js';
import type { UseCase } from '../../../writes/use-case.js';
import { AccountLink, AN_ID } from '../../access/account-link.js';
import { allow, coordinators, manages, worksWith } from '../../access/policies.js';
import { OudernetwerkEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { RegionEntity } from '../../regions/region.entity.js';
import type { ImportKind } from './columns/fields.js';
import { ImportEntity } from './import.entity.js';
import type { ImportStartInput } from './import.inputs.js';

/** Where the file of an import is uploaded. */
export const UPLOADS = new AccountLink('upload of an import', '/uploads/import', AN_ID);

/** Lists whose rows may leave out of which network they are. */
const OF_NETWORK: readonly ImportKind[] = ['ACTIVITIES', 'MEMBERS'];

/** An import that nobody ends goes with what stood in its file: names and addresses that are on record nowhere. */
const DAYS_KEPT = 14;

/** Lists that are not recorded yet, each with the details of people in its rows. */
const MOST_OPEN = { account: 10, region: 30 };

type Started = { import: string; url: string; expiresAt: string };

export const startImport: UseCase<ImportStartInput, Started> = {
  policy: coordinators,
  async run(tx, { kind, regionId, oudernetwerkId }, { serviceUrl }) {
    const region = await find(tx, RegionEntity, regionId, ['input', 'regionId']);
    allow(manages(tx.viewer, region.id));
    const path = ['input', 'oudernetwerkId'];
    const network = oudernetwerkId == null ? null : await find(tx, OudernetwerkEntity, oudernetwerkId, path);
    if (network && !OF_NETWORK.includes(kind)) throw failure('NO_NETWORK_OF_LIST', path);
    if (network) allow(worksWith(tx.viewer, network));
    await refuseTooManyOpen(tx, region.id);
    const row = {
      id: uuid(),
      regionId: region.id,
      accountId: tx.viewer.accountId!,
      kind,
      state: 'AWAITING_FILE' as const,
      oudernetwerkId: network?.id ?? null,
      askedOn: tx.today,
      expiresOn: tx.today.add({ days: DAYS_KEPT }),
    };
    insert(tx, ImportEntity, row);
    tx.record({ name: 'import.started', ...about('Import', row), details: { kind } });
    return { import: row.id, ...(await UPLOADS.give(tx, { id: row.id }, serviceUrl)) };
  },
};

/** Two at once may both be let in: it keeps lists from piling up, and nothing depends on the number. */
async function refuseTooManyOpen(tx: Tx, regionId: string): Promise<void> {
  const [open] = await tx.query<{ account: number; region: number }>(
    `select count(*) filter (where account_id = $2)::integer as account,
       count(*) filter (where region_id = $1)::integer as region
     from imports where (region_id = $1 or account_id = $2) and state in ('AWAITING_FILE', 'JUDGING', 'READY')`,
    [regionId, tx.viewer.accountId],
  );
  for (const whose of ['account', 'region'] as const) {
    const limit = MOST_OPEN[whose];
    if (open![whose] >= limit) throw failure('IMPORTS_OPEN', ['input', 'regionId'], { whose, limit });
  }
}
