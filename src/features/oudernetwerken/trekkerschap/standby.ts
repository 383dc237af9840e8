import { v7 as uuid } from 'uuid';
import { insert, remove, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import { isBefore, type PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { type Period, toDateRange } from '../../../kernel/period.js';
import { overlap, uncovered } from './leadership-cover.js';
import {
  CaretakershipEntity,
  type OudernetwerkEntity,
  type SupportArrangementEntity,
  TrekkerschapEntity,
} from '../oudernetwerk.entity.js';

/**
 * Makes the standby caretakerships of a network cover exactly the days on which nobody else leads it. Called by every
 * use-case that changes the leadership, after it locked the network and before it commits.
 */
export async function renewStandby(tx: Tx, network: OudernetwerkEntity): Promise<void> {
  const ofNetwork = { oudernetwerkId: network.id };
  const [trekkerschappen, caretakerships] = await Promise.all([
    tx.manager.findBy(TrekkerschapEntity, ofNetwork),
    tx.manager.findBy(CaretakershipEntity, ofNetwork),
  ]);
  // of two that become one, the first goes on
  caretakerships.sort((a, b) => (isBefore(a.period.from, b.period.from) ? -1 : 1));
  const appointed = caretakerships.filter(({ standby }) => !standby);
  const standing = new Set(caretakerships.filter(({ standby }) => standby));

  const led = [...trekkerschappen, ...appointed].map(({ period }) => period);
  const { activeFrom, endedOn } = network;
  const gaps = activeFrom ? uncovered({ from: activeFrom, until: endedOn }, led) : [];
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
  for (const { id, period } of standing) removeStandby(tx, network, id, period);
  for (const { gap, organisationId } of additions) {
    const { id: oudernetwerkId, regionId } = network;
    const row = { id: uuid(), oudernetwerkId, regionId, organisationId, period: gap, standby: true };
    insert(tx, CaretakershipEntity, row);
    tx.record({ name: 'caretakership.started', ...standby(network, row.id, gap) });
  }
}

/**
 * The same after support was recorded otherwise. Who stands by is decided anew where that may have been the reason: where
 * one of these organisations does, and where somebody began to while it supports.
 */
export async function renewStandbyAnew(
  tx: Tx,
  network: OudernetwerkEntity,
  support: readonly Pick<SupportArrangementEntity, 'organisationId' | 'period'>[],
): Promise<void> {
  const standing = await tx.manager.findBy(CaretakershipEntity, {
    oudernetwerkId: network.id,
    standby: true,
  });
  const touched = standing.filter(({ organisationId, period: { from } }) =>
    support.some(
      (each) => each.organisationId === organisationId || overlap(each.period, { from, until: from }),
    ),
  );
  for (const { id, period } of touched) removeStandby(tx, network, id, period);
  await renewStandby(tx, network);
}

function removeStandby(tx: Tx, network: OudernetwerkEntity, id: string, period: Period): void {
  remove(tx, CaretakershipEntity, { id });
  tx.record({ name: 'caretakership.removed', ...standby(network, id, period) });
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
