import { v7 as uuid } from 'uuid';
import { insert, remove, rowsWhere, update } from '../../../db/rows.js';
import { together } from '../../../db/statements.js';
import type { Tx } from '../../../db/transaction.js';
import { day } from '../../../kernel/clock.js';
import { about } from '../../../writes/events.js';
import { failure } from '../../../kernel/failure.js';
import { fromDateRange, isSamePeriod, overlap, type Period, toDateRange } from '../../../kernel/period.js';
import {
  CaretakershipEntity,
  type OudernetwerkEntity,
  SupportArrangementEntity,
} from '../oudernetwerk.entity.js';
import { type Caretakers, type Engaged, standbyOf, supportersOf, type Turn } from './standby-turns.js';

/**
 * Lets whoever leads for somebody who is away stop with the absence, and makes the standby caretakerships of a network
 * cover exactly the days on which nobody else leads it. Called by every use-case that changes the leadership or the
 * support, after it locked the network and before it commits.
 */
export async function renewStandby(tx: Tx, network: OudernetwerkEntity): Promise<void> {
  const [gaps, caretakerships] = await together(daysToStandBy(tx, network.id), standbyIn(tx, network));
  const standing = caretakerships.map(inDays);
  if (gaps.length + standing.length === 0) return;

  const arranged = standbyOf(gaps, standing, await caretakersOf(tx, network));
  const kept = new Set(arranged.map(({ kept }) => kept));
  for (const each of standing.filter((each) => !kept.has(each))) {
    removeStandby(tx, network, each.id, each);
  }
  for (const { turn, kept } of arranged) {
    if (kept) moveTo(tx, network, kept, turn.period);
    else begin(tx, network, turn);
  }
}

function standbyIn(tx: Tx, { id }: OudernetwerkEntity): Promise<CaretakershipEntity[]> {
  return rowsWhere(tx, CaretakershipEntity, 'oudernetwerk_id = $1 and standby', [id]);
}

/** The days on which nobody else leads it, once whoever leads for somebody stops with the absence. */
async function daysToStandBy(tx: Tx, networkId: string): Promise<Period[]> {
  const rows = await tx.query<{ days: string }>(
    'select days::text from days_to_stand_by($1) days order by days',
    [networkId],
  );
  return rows.map(({ days }) => fromDateRange(days));
}

function inDays({ id, organisationId, period }: CaretakershipEntity) {
  return { id, organisationId, ...period };
}

function moveTo(tx: Tx, network: OudernetwerkEntity, kept: ReturnType<typeof inDays>, period: Period): void {
  if (isSamePeriod(kept, period)) return;
  update(tx, CaretakershipEntity, { id: kept.id }, { period });
  tx.record({ name: 'caretakership.moved', ...standby(network, kept.id, period) });
}

function begin(tx: Tx, network: OudernetwerkEntity, { period, organisationId }: Turn): void {
  if (!organisationId) throw failure('NO_CARETAKER');
  const { id: oudernetwerkId, regionId } = network;
  const row = { id: uuid(), oudernetwerkId, regionId, organisationId, period, standby: true };
  insert(tx, CaretakershipEntity, row);
  tx.record({ name: 'caretakership.started', ...standby(network, row.id, period) });
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
  const standing = await standbyIn(tx, network);
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

async function caretakersOf(tx: Tx, network: OudernetwerkEntity): Promise<Caretakers> {
  const [arrangements, former, [region]] = await Promise.all([
    tx.manager.find(SupportArrangementEntity, {
      where: { oudernetwerkId: network.id },
      order: { id: 'ASC' },
    }),
    formerLastResorts(tx, network),
    tx.query<{ id: string | null }>('select last_resort_of($1) as id', [network.regionId]),
  ]);
  const support = arrangements.map(({ organisationId, period }) => ({ organisationId, ...period }));
  return { supporters: [...supportersOf(support), ...former], lastResort: region!.id };
}

/** Whoever stood by for a region that it was of before passes on, as a supporter who stops does; after all others. */
async function formerLastResorts(tx: Tx, { id, regionId }: OudernetwerkEntity): Promise<Engaged[]> {
  const former = await tx.query<{ id: string; until: string }>(
    `select last_resort_id as id, (moved_on - 1)::text as until from oudernetwerk_moves
     where oudernetwerk_id = $1 and last_resort_id is distinct from last_resort_of($2) order by moved_on`,
    [id, regionId],
  );
  return former.map(({ id: organisationId, until }) => ({
    organisationId,
    from: day('1900-01-01'),
    until: day(until),
  }));
}
