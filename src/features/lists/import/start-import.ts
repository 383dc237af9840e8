import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
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

/** An import that nobody ends goes with what stood in its file. */
const DAYS_KEPT = 30;

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
