import { remove, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { isBefore, type PlainDate } from '../../../kernel/clock.js';
import { endsBefore, overlap, type Period } from '../../../kernel/period.js';
import {
  ActivityEntity,
  MembershipEntity,
  type OudernetwerkEntity,
  SupportArrangementEntity,
} from '../oudernetwerk.entity.js';

type Network = Pick<OudernetwerkEntity, 'id'>;

/** Whoever is a member of both is so once, from the earliest day on. */
export async function moveMembers(tx: Tx, network: Network, into: Network, from: PlainDate): Promise<void> {
  await move(tx, MembershipEntity, 'personId', { network, into, from });
}

/** The same for organisations that support both, which do so for as many hours together. */
export async function moveSupport(tx: Tx, network: Network, into: Network, from: PlainDate): Promise<void> {
  await move(tx, SupportArrangementEntity, 'organisationId', { network, into, from }, (one, other) =>
    Object.assign(one, { hoursPerMonth: sum(one.hoursPerMonth, other.hoursPerMonth) }),
  );
}

/** What a network did is what the one did in which it went up. */
export function moveRecords(tx: Tx, network: Network, into: Network): void {
  update(tx, ActivityEntity, { oudernetwerkId: network.id }, { oudernetwerkId: into.id });
}

interface Move {
  readonly network: Network;
  readonly into: Network;
  readonly from: PlainDate;
}

type Dated = { id: string; oudernetwerkId: string; period: Period };

async function move<Row extends Dated>(
  tx: Tx,
  entity: new () => Row,
  who: keyof Row,
  { network, into, from }: Move,
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
    const period = after(before, doubles.map((each) => each.period).reduce(widest, row.period));
    const [double, ...others] = doubles;
    if (double) {
      remove<Dated>(tx, entity, { id: [row.id, ...others.map(({ id }) => id)] });
      update<Dated>(tx, entity, { id: double.id }, { ...[row, ...others].reduce(joined, double), period });
      double.period = period;
    } else {
      update<Dated>(tx, entity, { id: row.id }, { oudernetwerkId: into.id, period });
    }
  }
}

function widest(a: Period, b: Period): Period {
  const from = isBefore(a.from, b.from) ? a.from : b.from;
  if (!a.until || !b.until) return { from, until: null };
  return { from, until: isBefore(a.until, b.until) ? b.until : a.until };
}

/** Not on days on which it was there already. */
function after(before: readonly Dated[], { from, until }: Period): Period {
  const taken = before.filter(({ period }) => overlap(period, { from, until }));
  const days = taken.flatMap(({ period }) => (period.until ? [period.until.add({ days: 1 })] : []));
  return { from: days.reduce((a, b) => (isBefore(a, b) ? b : a), from), until };
}

function sum(a: number | null, b: number | null): number | null {
  return a === null && b === null ? null : (a ?? 0) + (b ?? 0);
}
