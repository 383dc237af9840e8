import { v7 as uuid } from 'uuid';
import { insert, rowsWhere } from '../../../db/rows.js';
import { ahead } from '../../../db/statements.js';
import type { Tx } from '../../../db/transaction.js';
import { FIRST_DAY, furthestDay } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find } from '../../../writes/find.js';
import { Checks } from '../../../kernel/checks.js';
import { isBefore, type PlainDate } from '../../../kernel/clock.js';
import { type Failure, failure } from '../../../kernel/failure.js';
import { type Period, toDateRange } from '../../../kernel/period.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { checkDeath, refuseDeceased } from '../../people/deceased.js';
import { PersonEntity } from '../../people/person.entity.js';
import { lastDayBefore } from '../network-end.js';
import { lockNetwork } from '../lock-network.js';
import { type OudernetwerkEntity, TrekkerschapEntity } from '../oudernetwerk.entity.js';
import { aboutTrekkerschap } from '../oudernetwerken.events.js';
import { renewStandby } from './standby.js';
import type { TrekkerschapStartInput } from './trekkerschap.inputs.js';

export const startTrekkerschap: UseCase<TrekkerschapStartInput, { trekkerschap: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const locked = ahead(lockNetwork(tx, input.oudernetwerkId, ['input', 'oudernetwerkId']));
    const found = ahead(find(tx, PersonEntity, input.personId, ['input', 'personId']));
    const network = await locked;
    allow(manages(tx.viewer, network.regionId));
    const person = await found;
    refuseNoParent(person, ['input', 'personId']);
    const from = input.from ?? tx.today;
    const checks = new Checks();
    checkRoleDay(checks, tx, from, ['input', 'from']);
    const until = lastDayBefore(tx, network, from);
    if (until) checks.refuse('NETWORK_ENDED', ['input', 'oudernetwerkId'], { on: until });
    if (input.plannedEnd) {
      const { on, reason } = input.plannedEnd;
      const path = ['input', 'plannedEnd', 'on'];
      checkRoleDay(checks, tx, on, path);
      checks.period({ from, until: on }, path);
      checkPlanned(checks, tx, on, path);
      checkDeath(checks, tx, reason, on, from, path);
    }
    checks.done();
    refuseDeceased(person, null, ['input', 'personId']);

    const row = {
      ...newTrekkerschap(network, person.id, input.role, { from, until: null }),
      plannedEndOn: input.plannedEnd?.on ?? null,
      plannedEndReason: input.plannedEnd?.reason ?? null,
    };
    await refuseOverlap(tx, row, ['input', 'from']);
    insert(tx, TrekkerschapEntity, row);
    tellStarted(tx, row);
    await renewStandby(tx, network);
    return { trekkerschap: row.id };
  },
};

/** A parents' network is led by a parent. */
export function refuseNoParent({ perspectives }: PersonEntity, path: readonly string[]): void {
  if (!perspectives.includes('OUDER')) throw failure('NOT_LED_BY_PARENT', path);
}

export function checkRoleDay(
  checks: Checks,
  tx: Tx,
  on: PlainDate | null | undefined,
  path: readonly string[],
): void {
  checks.day(on, path, FIRST_DAY, furthestDay(tx));
}

/** What is planned is still to come: whoever has stopped is recorded to have. */
export function checkPlanned(checks: Checks, tx: Tx, on: PlainDate, path: readonly string[]): void {
  if (isBefore(on, tx.today)) checks.refuse('PLANNED_IN_PAST', path, { today: tx.today });
}

export function newTrekkerschap(
  { id: oudernetwerkId, regionId }: Pick<OudernetwerkEntity, 'id' | 'regionId'>,
  personId: string,
  role: string,
  period: Period,
) {
  const predecessorId = null as string | null;
  return { id: uuid(), oudernetwerkId, regionId, personId, role, period, predecessorId };
}

/** The exclusion constraint would refuse it too; this reports the days with which it conflicts. */
export async function refuseOverlap(
  tx: Tx,
  { personId, oudernetwerkId, period }: Pick<TrekkerschapEntity, 'personId' | 'oudernetwerkId' | 'period'>,
  path: readonly string[],
): Promise<void> {
  const condition = 'person_id = $1 and oudernetwerk_id = $2 and period && $3::daterange';
  const [clash] = await rowsWhere(tx, TrekkerschapEntity, condition, [
    personId,
    oudernetwerkId,
    toDateRange(period),
  ]);
  if (clash) throw periodTaken(clash, path);
}

/** The two would have the person lead the network twice on a day. */
export function periodTaken({ period }: TrekkerschapEntity, path: readonly string[]): Failure {
  return failure('PERIOD_TAKEN', path, { what: 'trekker', ...period });
}

export function tellStarted(tx: Tx, row: ReturnType<typeof newTrekkerschap>): void {
  tx.record({
    name: 'trekkerschap.started',
    ...aboutTrekkerschap(row),
    details: { role: row.role, period: toDateRange(row.period), predecessorId: row.predecessorId },
  });
}
