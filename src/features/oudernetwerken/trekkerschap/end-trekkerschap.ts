import { update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { furthestDay, refuseOver } from '../../../writes/days-on-record.js';
import type { EndBefore } from '../../../writes/departing.js';
import { NothingChanged, saveNews, unlessSo } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { Checks } from '../../../kernel/checks.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { endsBefore, toDateRange } from '../../../kernel/period.js';
import { allow, coordinatorsAndParents, isSelf, manages } from '../../access/policies.js';
import { checkDeath } from '../../people/deceased.js';
import { lockTrekkerschap } from '../lock-network.js';
import { type OudernetwerkEntity, TrekkerschapEntity } from '../oudernetwerk.entity.js';
import { aboutTrekkerschap } from '../oudernetwerken.events.js';
import { leadInOwnRight } from './absent-trekker.js';
import { exchangedOn } from './exchange-trekkerschap.js';
import { renewStandby } from './standby.js';
import { checkPlanned } from './start-trekkerschap.js';
import type { TrekkerschapEndInput, TrekkerschapPlanEndInput } from './trekkerschap.inputs.js';

/** A coordinator of the region; or the trekker themselves while they lead ("ik stop per …"), not in the past. */
export const endTrekkerschap: UseCase<TrekkerschapEndInput, { trekkerschap: string; oudernetwerk: string }> =
  {
    policy: coordinatorsAndParents,
    async run(tx, input) {
      const { trekkerschap, network } = await lockTrekkerschap(tx, input);
      allow(mayEnd(tx, trekkerschap, network));
      refuseGoingOn(trekkerschap);
      const on = input.on ?? tx.today;
      const checks = new Checks();
      const earliest = manages(tx.viewer, network.regionId) ? trekkerschap.period.from : tx.today;
      // nobody leads a network after its end
      checks.day(on, ['input', 'on'], earliest, network.endedOn ?? furthestDay(tx));
      checkDeath(checks, tx, input.reason, on, earliest);
      checks.done();
      refuseOver(tx, trekkerschap.period);
      const period = { from: trekkerschap.period.from, until: on };
      const refs = { trekkerschap: trekkerschap.id, oudernetwerk: network.id };
      unlessSo(trekkerschap, { period, endReason: input.reason }, refs);
      if (endsBefore(trekkerschap.period, on)) leadInOwnRight(tx, trekkerschap);
      recordEnd(tx, trekkerschap, on, input.reason);
      await renewStandby(tx, network);
      return refs;
    },
  };

export const planEndOfTrekkerschap: UseCase<TrekkerschapPlanEndInput, { trekkerschap: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const { trekkerschap, network } = await lockTrekkerschap(tx, input);
    allow(mayEnd(tx, trekkerschap, network));
    refuseOver(tx, trekkerschap.period);
    refuseGoingOn(trekkerschap);
    const plannedEnd = input.plannedEnd ?? null;
    if (plannedEnd) {
      const checks = new Checks();
      const path = ['input', 'plannedEnd', 'on'];
      const { from } = trekkerschap.period;
      const isNews = !trekkerschap.plannedEndOn?.equals(plannedEnd.on);
      checks.day(plannedEnd.on, path, from, furthestDay(tx));
      if (isNews) checkPlanned(checks, tx, plannedEnd.on, path);
      checkDeath(checks, tx, plannedEnd.reason, plannedEnd.on, from, path);
      checks.done();
    }
    const refs = { trekkerschap: trekkerschap.id };
    const wish = { plannedEndOn: plannedEnd?.on ?? null, plannedEndReason: plannedEnd?.reason ?? null };
    if (!saveNews(tx, TrekkerschapEntity, trekkerschap, wish)) throw new NothingChanged(refs);
    const details = { on: plannedEnd?.on.toString() ?? null };
    tx.record({ name: 'trekkerschap.endPlanned', ...aboutTrekkerschap(trekkerschap), details });
    return refs;
  },
};

function mayEnd(tx: Tx, trekkerschap: TrekkerschapEntity, network: OudernetwerkEntity): boolean {
  const own = isSelf(tx.viewer, trekkerschap.personId) && tx.viewer.led.includes(network.id);
  return own || manages(tx.viewer, network.regionId);
}

/** The end of a tenure is said of its last trekkerschap. */
export function refuseGoingOn(trekkerschap: TrekkerschapEntity): void {
  const on = exchangedOn(trekkerschap);
  if (on) throw failure('GOES_ON', ['input', 'id'], { on, undone: 'no' });
}

/** Writes the recorded end; the caller ensures that the network is led afterwards. */
export function recordEnd(tx: Tx, trekkerschap: TrekkerschapEntity, on: PlainDate, reason: string): void {
  refuseOver(tx, trekkerschap.period);
  const period = { from: trekkerschap.period.from, until: on };
  update(tx, TrekkerschapEntity, { id: trekkerschap.id }, { period, endReason: reason });
  const before = { periodBefore: toDateRange(trekkerschap.period), reasonBefore: trekkerschap.endReason };
  tellEnded(tx, { ...trekkerschap, period }, reason, before);
}

export function tellEnded(
  tx: Tx,
  trekkerschap: Pick<TrekkerschapEntity, 'id' | 'oudernetwerkId' | 'regionId' | 'period'>,
  reason: string,
  before?: EndBefore,
): void {
  const details = { period: toDateRange(trekkerschap.period), reason, ...before };
  tx.record({ name: 'trekkerschap.ended', ...aboutTrekkerschap(trekkerschap), details });
}

/**
 * Why a trekker who is succeeded stops: the given reason, else the planned one, else the end of their term. Nobody's death
 * follows from a plan.
 */
export function reasonOf({ plannedEndReason }: TrekkerschapEntity, given?: string | null): string {
  const planned = plannedEndReason === 'DECEASED' ? null : plannedEndReason;
  return given ?? planned ?? 'TERM_COMPLETED';
}
