import { v7 as uuid } from 'uuid';
import { insert, remove, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { type Period, toDateRange } from '../../../kernel/period.js';
import { overlap, uncovered } from './leadership-cover.js';
import { CaretakershipEntity, type OudernetwerkEntity, TrekkerschapEntity } from '../oudernetwerk.entity.js';

/**
 * Makes the standby caretakerships of a network cover exactly the days on which nobody else leads it. Called by every
 * use-case that changes the leadership, after it locked the network and before it commits.
 */
export async function renewStandby(tx: Tx, network: OudernetwerkEntity): Promise<void> {
  if (!network.activeFrom) return;
  const ofNetwork = { oudernetwerkId: network.id };
  const [trekkerschappen, caretakerships] = await Promise.all([
    tx.manager.findBy(TrekkerschapEntity, ofNetwork),
    tx.manager.findBy(CaretakershipEntity, ofNetwork),
  ]);
  const appointed = caretakerships.filter(({ standby }) => !standby);
  const standing = new Set(caretakerships.filter(({ standby }) => standby));

  const required: Period = { from: network.activeFrom, until: network.endedOn };
  const gaps = uncovered(
    required,
    [...trekkerschappen, ...appointed].map(({ period }) => period),
  );
  let caretaker: string | null = null;
  const additions: { gap: Period; organisationId: string }[] = [];
  for (const gap of gaps) {
    const kept = [...standing].find(({ period }) => overlap(period, gap));
    if (kept) {
      standing.delete(kept);
      caretaker = kept.organisationId;
      if (toDateRange(kept.period) !== toDateRange(gap)) {
        update(tx, CaretakershipEntity, { id: kept.id }, { period: gap });
        tx.record({ name: 'caretakership.moved', ...standby(network, kept.id, gap) });
      }
    } else {
      const organisationId =
        (await supporterOn(tx, network, gap.from)) ?? caretaker ?? (await lastResort(tx, network));
      additions.push({ gap, organisationId });
    }
  }
  for (const { id, period } of standing) {
    remove(tx, CaretakershipEntity, { id });
    tx.record({ name: 'caretakership.removed', ...standby(network, id, period) });
  }
  for (const { gap, organisationId } of additions) {
    const { id: oudernetwerkId, regionId } = network;
    const row = { id: uuid(), oudernetwerkId, regionId, organisationId, period: gap, standby: true };
    insert(tx, CaretakershipEntity, row);
    tx.record({ name: 'caretakership.started', ...standby(network, row.id, gap) });
  }
}

function standby({ regionId }: OudernetwerkEntity, id: string, period: Period) {
  const details = { standby: true, period: toDateRange(period) } as const;
  return { ...about('Caretakership', { id, regionId }), details };
}

/** The organisation that has supported the network longest on a day. */
async function supporterOn(tx: Tx, network: OudernetwerkEntity, day: PlainDate): Promise<string | null> {
  const [support] = await tx.query<{ organisation_id: string }>(
    `select organisation_id from support_arrangements where oudernetwerk_id = $1 and period @> $2::date
     order by lower(period), id limit 1`,
    [network.id, day.toString()],
  );
  return support?.organisation_id ?? null;
}

/** The coordinating organisation of the region, or of the nearest region above that has one. */
async function lastResort(tx: Tx, network: OudernetwerkEntity): Promise<string> {
  const [found] = await tx.query<{ organisation_id: string }>(
    `with recursive up as (
       select parent_id, coordinating_organisation_id, 0 as steps from regions where id = $1
       union all
       select r.parent_id, r.coordinating_organisation_id, steps + 1 from regions r join up on up.parent_id = r.id
     )
     select coordinating_organisation_id as organisation_id from up
     where coordinating_organisation_id is not null order by steps limit 1`,
    [network.regionId],
  );
  if (!found) throw failure('NO_CARETAKER');
  return found.organisation_id;
}
