import { v7 as uuid } from 'uuid';
import { insert, rowOf } from '../../../db/rows.js';
import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { parseNodeId } from '../../../kernel/node-id.js';
import { hasRole, type Viewer } from '../../../kernel/viewer.js';
import { find } from '../../../writes/find.js';
import { about } from '../../../writes/events.js';
import type { UseCase } from '../../../writes/use-case.js';
import { AccountLink, AN_ID, type Asked } from '../../access/account-link.js';
import { allow, carries, fills } from '../../access/policies.js';
import { AdvisoryBodyEntity } from '../../advisory/advisory.entity.js';
import { logAccess } from '../../advisory/access-log/log-access.js';
import { RegionEntity } from '../../regions/region.entity.js';
import { OudernetwerkEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { ListExportEntity } from './list-export.entity.js';
import type { ListExportInput, ListFilterInput } from './list-export.inputs.js';
import { LISTS } from './lists.js';
import type { Shown } from './read-list.js';

/** Links to lists. */
export const LIST_LINK = new AccountLink('list', '/downloads/list', AN_ID);

const anybodyWithARole = (viewer: Viewer) =>
  hasRole(viewer, 'ADMIN', 'COORDINATOR', 'SECRETARY', 'SUPPORTER', 'PARENT');

export const exportList: UseCase<ListExportInput, { url: string; expiresAt: string }> = {
  policy: anybodyWithARole,
  async run(tx, { kind, purpose, format, filter }, { serviceUrl }) {
    const list = LISTS[kind];
    const rules = list.purposes[purpose];
    if (!rules) {
      throw failure('NOT_THIS_PURPOSE', ['input', 'purpose'], {
        purposes: Object.keys(list.purposes).join(', '),
      });
    }
    allow(rules.policy(tx.viewer));
    const checks = new Checks();
    const at = (field: keyof ListFilterInput) => ['input', 'filter', field];
    for (const field of ['networkStatus', 'band', 'seatStatus'] as const)
      checks.list(filter[field] ?? [], at(field));
    checks.done();
    const { regionId, oudernetwerkId, bodyId } = filter;
    if (regionId != null) await find(tx, RegionEntity, regionId, at('regionId'));
    const subjects = {
      network:
        oudernetwerkId != null
          ? await find(tx, OudernetwerkEntity, oudernetwerkId, at('oudernetwerkId'))
          : undefined,
      body: bodyId != null ? await find(tx, AdvisoryBodyEntity, bodyId, at('bodyId')) : undefined,
    };
    allow(mayHave(tx.viewer, subjects));
    const given = (Object.keys(filter) as (keyof ListFilterInput)[]).filter((field) => filter[field] != null);
    for (const field of given)
      if (!list.filters.includes(field)) checks.refuse('NOT_FOR_THIS_LIST', at(field));
    const [first] = list.filters;
    if (list.needs && !given.includes(first!)) checks.refuse('REQUIRED', at(first!));
    checks.done();

    const row = {
      id: uuid(),
      accountId: tx.viewer.accountId!,
      kind,
      purpose,
      format,
      filter,
      askedAt: tx.now.toString(),
    };
    insert(tx, ListExportEntity, row);
    tx.record({
      name: 'list.exported',
      ...about('ListExport', { ...row, regionId: null }),
      details: { kind, purpose, format },
    });
    return LIST_LINK.give(tx, { id: row.id }, serviceUrl);
  },
};

/** The network and body that a list is of; null: hidden by now, undefined: it is of none. */
interface Subjects {
  readonly network: OudernetwerkEntity | null | undefined;
  readonly body: AdvisoryBodyEntity | null | undefined;
}

/** Those who carry a network have its members; those who fill the seats of a body know its holders. */
function mayHave(viewer: Viewer, { network, body }: Subjects): boolean {
  return (
    (network === undefined || (network !== null && carries(viewer, network))) &&
    (body === undefined || (body !== null && fills(viewer, body)))
  );
}

/** What the holder of a link asked for; null if that account no longer may have it. */
export async function listOfLink(
  tx: Tx,
  { id }: Asked<{ readonly id: string }>,
): Promise<ListExportEntity | null> {
  const asked = await rowOf(tx, ListExportEntity, id);
  if (!asked || !LISTS[asked.kind].purposes[asked.purpose]?.policy(tx.viewer)) return null;
  const { oudernetwerkId, bodyId } = asked.filter;
  const subjects = {
    network: oudernetwerkId ? await rowOf(tx, OudernetwerkEntity, uuidIn(oudernetwerkId)) : undefined,
    body: bodyId ? await rowOf(tx, AdvisoryBodyEntity, uuidIn(bodyId)) : undefined,
  };
  return mayHave(tx.viewer, subjects) ? asked : null;
}

const uuidIn = (id: string): string => parseNodeId(id)!.uuid;

/** Of these people, those who asked to be left in peace today. */
export async function leftAlone(tx: Tx, people: readonly string[]): Promise<ReadonlySet<string>> {
  const paused = await asSystem(tx, () =>
    tx.query<{ person_id: string }>(
      'select person_id from contact_pauses where person_id = any ($1::uuid[]) and period @> $2::date',
      [people, tx.today.toString()],
    ),
  );
  return new Set(paused.map(({ person_id }) => person_id));
}

/** Of whom a list would show, those who were not told yet that they are on record: ids of people, and of profiles. */
export async function notToldYet(tx: Tx, { people, profiles }: Shown): Promise<ReadonlySet<string>> {
  const untold = await asSystem(tx, () =>
    tx.query<{ id: string }>(
      `select person_id as id from recorded_notices where told_on is null and person_id = any ($1::uuid[])
       union all
       select e.id from recorded_notices n join ervaringsdeskundigen e on e.person_id = n.person_id
       where n.told_on is null and e.id = any ($2::uuid[])`,
      [people, profiles],
    ),
  );
  return new Set(untold.map(({ id }) => id));
}

/** Everybody whom the list shows can see that, and why; before it leaves. */
export async function logList(
  tx: Tx,
  { id, purpose }: ListExportEntity,
  { people, profiles }: Shown,
  rows: number,
): Promise<void> {
  const why = {
    why: 'LIST',
    listPurpose: purpose,
    accountId: tx.viewer.accountId,
    bodyId: null,
    invitationId: null,
  } as const;
  await logAccess(tx, [
    ...people.map((personId) => ({ personId, what: 'NAME_EXPORTED', ...why }) as const),
    ...(await peopleOf(tx, profiles)).map(
      (personId) => ({ personId, what: 'PROFILE_EXPORTED', ...why }) as const,
    ),
  ]);
  const subject = about('ListExport', { id, regionId: null });
  tx.record({ name: 'list.downloaded', ...subject, details: { rows } });
}

async function peopleOf(tx: Tx, profiles: readonly string[]): Promise<string[]> {
  if (profiles.length === 0) return [];
  const rows = await asSystem(tx, () =>
    tx.query<{ person_id: string }>(
      'select person_id from ervaringsdeskundigen where id = any ($1::uuid[])',
      [profiles],
    ),
  );
  return rows.map(({ person_id }) => person_id);
}
