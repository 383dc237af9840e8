import { remove, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { endsBefore, overlap, type Period } from '../../../kernel/period.js';
import { recordAnnulment } from '../../undo/record-annulment.js';
import {
  ActivityEntity,
  MembershipEntity,
  type OudernetwerkEntity,
  SupportArrangementEntity,
} from '../oudernetwerk.entity.js';
import { daysAfter, keepJoined, widest } from '../records/joined-roles.js';

type Network = Pick<OudernetwerkEntity, 'id'>;

/** Whoever is a member of both is so once, from the earliest day on; the id of what is gone leads there. */
export async function moveMembers(tx: Tx, moving: Moving): Promise<void> {
  await move(tx, MembershipEntity, { ...moving, who: 'personId', type: 'Membership' });
}

/** The same for organisations that support both, which do so for as many hours together. */
export async function moveSupport(tx: Tx, moving: Moving): Promise<void> {
  await move(
    tx,
    SupportArrangementEntity,
    { ...moving, who: 'organisationId', type: 'SupportArrangement' },
    (one, other) => Object.assign(one, { hoursPerMonth: sum(one.hoursPerMonth, other.hoursPerMonth) }),
  );
}

/** What a network did is what the one did in which it went up. */
export function moveRecords(tx: Tx, network: Network, into: Network): void {
  update(tx, ActivityEntity, { oudernetwerkId: network.id }, { oudernetwerkId: into.id });
}

interface Moving {
  readonly network: Network;
  readonly into: Network;
  readonly from: PlainDate;
  /** why they are one network from then on */
  readonly reason: string;
}

interface Move<Row> extends Moving {
  readonly who: keyof Row;
  readonly type: 'Membership' | 'SupportArrangement';
}

type Dated = { id: string; oudernetwerkId: string; regionId: string; period: Period };

async function move<Row extends Dated>(
  tx: Tx,
  entity: new () => Row,
  { network, into, from, reason, who, type }: Move<Row>,
  joined: (one: Row, other: Row) => Row = (one) => one,
): Promise<void> {
  const [all, there] = await Promise.all([
    tx.manager.findBy(entity, { oudernetwerkId: network.id } as never),
    tx.manager.findBy(entity, { oudernetwerkId: into.id } as never),
  ]);
  for (const row of all.filter(({ period }) => !endsBefore(period, from))) {
    const own = there.filter((each) => each[who] === row[who]);
    const doubles = own.filter(({ period }) => overlap(period, row.period) && !endsBefore(period, from));
    const before = own.filter((each) => !doubles.includes(each));
    const period = daysAfter(before, doubles.map((each) => each.period).reduce(widest, row.period));
    const [double, ...others] = doubles;
    if (double) {
      const gone = [row, ...others];
      await keepJoined(tx, type, double, gone);
      for (const each of gone) recordAnnulment(tx, type, each, reason, double.id);
      remove<Dated>(tx, entity, { id: gone.map(({ id }) => id) });
      update<Dated>(tx, entity, { id: double.id }, { ...gone.reduce(joined, double), period });
      double.period = period;
    } else {
      update<Dated>(tx, entity, { id: row.id }, { oudernetwerkId: into.id, period });
    }
  }
}

function sum(a: number | null, b: number | null): number | null {
  return a === null && b === null ? null : (a ?? 0) + (b ?? 0);
}
