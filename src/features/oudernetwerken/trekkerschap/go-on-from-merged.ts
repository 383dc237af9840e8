import { asSystem } from '../../../db/as-system.js';
import { rowOf, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { day, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { fromDateRange, overlap, type Period, toDateRange } from '../../../kernel/period.js';
import { manages } from '../../access/policies.js';
import { NetworkSuccessionEntity, OudernetwerkEntity, TrekkerschapEntity } from '../oudernetwerk.entity.js';
import { aboutTrekkerschap } from '../oudernetwerken.events.js';
import { goOnIn, lineOf } from './exchange-trekkerschap.js';
import { absencesLeftIn, moveAbsences } from './move-absences.js';
import { renewStandby } from './standby.js';
import { newTrekkerschap } from './start-trekkerschap.js';

/** A trekkerschap that ended, or never began, with a network that went up in another one. */
interface Ended {
  readonly id: string;
  readonly mergedId: string;
  /** the network in which its tenure began */
  readonly line: string;
  readonly written: Period;
  readonly begun: boolean;
  readonly name: string;
  readonly from: PlainDate;
}

/**
 * Whoever led a network that went up in this one, or was to, and did not go on here since they were on record here as well,
 * does so from that day where that is taken back: also in what this one went up in, in its turn.
 */
export async function goOnFromMerged(
  tx: Tx,
  network: OudernetwerkEntity,
  wrong: TrekkerschapEntity,
): Promise<void> {
  const ended = await endedByMerge(tx, network, wrong.personId);
  const hidden = ended.filter((each) => overlap(wrong.period, restOf(each)));
  const line = await goOn(tx, network, wrong.personId, hidden, (each) => refuseCut(network, wrong, each));
  if (!line) return;
  await asSystem(tx, () =>
    tx.query('select tenure_goes_on($1, $2, $3, $4)', [
      wrong.personId,
      wrong.period.from.toString(),
      lineOf(wrong),
      line,
    ]),
  );
  for (let at = await wentUpIn(tx, network); at; at = await wentUpIn(tx, at)) {
    if (!(await goOn(tx, at, wrong.personId, await endedByMerge(tx, at, wrong.personId)))) return;
    await renewStandby(tx, at);
  }
}

async function endedByMerge(
  tx: Tx,
  { id }: Pick<OudernetwerkEntity, 'id'>,
  personId: string,
): Promise<Ended[]> {
  interface Found extends Pick<Ended, 'id' | 'line' | 'begun' | 'name'> {
    readonly merged_id: string;
    readonly period: string;
    readonly from_day: string;
  }
  const found = await asSystem(tx, () =>
    tx.query<Found>(
      'select id, merged_id, line, period::text, begun, name, from_day::text from ended_by_merge($1, $2)',
      [id, personId],
    ),
  );
  return found.map(({ merged_id: mergedId, period, from_day, ...each }) => ({
    ...each,
    mergedId,
    written: fromDateRange(period),
    from: day(from_day),
  }));
}

function restOf({ from, begun, written }: Ended): Period {
  return begun ? { from, until: written.until } : written;
}

/** Nobody can tell of which of the two a last day was said; that it was the last one of the network says nothing. */
function refuseCut(
  { endedOn }: OudernetwerkEntity,
  { period: { until }, endReason }: TrekkerschapEntity,
  each: Ended,
): void {
  const rest = restOf(each);
  if (!until || !endReason || (endReason === 'OTHER' && endedOn?.equals(until))) return;
  if (!rest.until || isBefore(until, rest.until)) {
    throw failure('BUILT_UPON', ['input', 'id'], { what: 'joined', name: each.name, from: each.from });
  }
}

/** The network in which the tenure of those that go on began; null if none does. */
async function goOn(
  tx: Tx,
  network: OudernetwerkEntity,
  personId: string,
  ended: readonly Ended[],
  check: (each: Ended) => void = () => undefined,
): Promise<string | null> {
  let line: string | null = null;
  for (const each of ended) {
    const others = await tx.manager.findBy(TrekkerschapEntity, { oudernetwerkId: network.id, personId });
    if (others.some((other) => overlap(other.period, restOf(each)))) {
      if (others.some((other) => goesOnFrom(other, each))) await leaveMerged(tx, network, each);
      continue;
    }
    check(each);
    const away = await absencesLeftIn(tx, { ...each, personId });
    const next = each.begun ? await goOnHere(tx, network, each) : await beginHere(tx, network, each);
    if (!next) continue;
    line ??= each.line;
    const merged = await rowOf(tx, OudernetwerkEntity, each.mergedId);
    const moved = new Map([[each.id, next]]);
    if (merged) moveAbsences(tx, away, { network: merged, into: network, from: each.from, moved });
  }
  return line;
}

function goesOnFrom({ lineId, period }: TrekkerschapEntity, { begun, line, from }: Ended): boolean {
  return begun && lineId === line && period.from.equals(from);
}

async function goOnHere(tx: Tx, network: OudernetwerkEntity, each: Ended): Promise<string> {
  const old = await leaveMerged(tx, network, each);
  const next = newTrekkerschap(network, old.personId, old.role, { from: each.from, until: old.period.until });
  goOnIn(tx, old, next, lineOf(old));
  return next.id;
}

/** It did not end with its network, and is told as it was written. */
async function leaveMerged(
  tx: Tx,
  network: OudernetwerkEntity,
  { id, mergedId }: Ended,
): Promise<TrekkerschapEntity> {
  interface Written extends Pick<TrekkerschapEntity, 'endReason' | 'plannedEndReason' | 'lineId' | 'role'> {
    readonly personId: string;
    readonly regionId: string;
    readonly period: string;
    readonly plannedEndOn: string | null;
    readonly version: number;
  }
  const [written] = await asSystem(tx, () =>
    tx.query<Written>(
      `select person_id as "personId", region_id as "regionId", role, period::text, line_id as "lineId",
         end_reason as "endReason", planned_end_on::text as "plannedEndOn", planned_end_reason as "plannedEndReason", version
       from leave_merged($1, $2, $3)`,
      [mergedId, id, network.id],
    ),
  );
  const period = fromDateRange(written!.period);
  const plannedEndOn = written!.plannedEndOn === null ? null : day(written!.plannedEndOn);
  const oudernetwerkId = mergedId;
  return Object.assign(new TrekkerschapEntity(), written, { id, oudernetwerkId, period, plannedEndOn });
}

async function beginHere(
  tx: Tx,
  network: OudernetwerkEntity,
  { id, mergedId, written }: Ended,
): Promise<string | null> {
  const [found] = await asSystem(tx, () =>
    tx.query<{ begins: boolean }>('select begin_from_merged($1, $2, $3) as begins', [
      mergedId,
      id,
      network.id,
    ]),
  );
  if (!found!.begins) return null;
  const details = { period: toDateRange(written), from: mergedId };
  tx.record({
    name: 'trekkerschap.moved',
    ...aboutTrekkerschap({ id, regionId: network.regionId, oudernetwerkId: network.id }),
    details,
  });
  return id;
}

/** The network that it went up in, in its turn, locked as whoever changes who leads it does; if that is theirs to change. */
async function wentUpIn(
  tx: Tx,
  { id: predecessorId }: Pick<OudernetwerkEntity, 'id'>,
): Promise<OudernetwerkEntity | null> {
  const merged = await tx.manager.findOneBy(NetworkSuccessionEntity, { predecessorId, kind: 'MERGED' });
  const into = merged && (await tx.manager.findOneBy(OudernetwerkEntity, { id: merged.successorId }));
  if (!into || !manages(tx.viewer, into.regionId)) return null;
  update(tx, OudernetwerkEntity, { id: into.id }, { version: into.version + 1 });
  return into;
}
