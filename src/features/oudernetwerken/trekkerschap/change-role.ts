import { In, Raw } from 'typeorm';
import { asSystem } from '../../../db/as-system.js';
import { insert, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import { dayBefore, isBefore } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { overlap, type Period, toDateRange } from '../../../kernel/period.js';
import { furthestDay, refuseOver } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { lockTrekkerschap } from '../lock-network.js';
import { asWritten } from '../network-end.js';
import { TrekkerschapEntity } from '../oudernetwerk.entity.js';
import { aboutTrekkerschap } from '../oudernetwerken.events.js';
import { exchangedOn, goOnIn, leaveFor } from './exchange-trekkerschap.js';
import { newTrekkerschap, periodTaken, refuseOverlap, tellStarted } from './start-trekkerschap.js';
import type { TrekkerschapChangeRoleInput } from './trekkerschap.inputs.js';

type NewTrekkerschap = ReturnType<typeof newTrekkerschap>;

/** Role and person of a trekkerschap never change: one ends and the next starts, and the tenure goes on. */
export const changeRoleOfTrekkerschap: UseCase<
  TrekkerschapChangeRoleInput,
  { ended: string; started: string }
> = {
  policy: coordinators,
  async run(tx, input) {
    const { trekkerschap: old, network } = await lockTrekkerschap(tx, input);
    allow(manages(tx.viewer, network.regionId));
    refuseOver(tx, old.period);
    const on = input.on ?? tx.today;
    const checks = new Checks();
    const { from, until } = old.period;
    checks.day(on, ['input', 'on'], from.add({ days: 1 }), until ?? network.endedOn ?? furthestDay(tx));
    if (input.role === old.role) checks.refuse('SAME_ROLE', ['input', 'role']);
    checks.done();
    // the end of the network is none of theirs: it cuts what they go on in too
    await asWritten(tx, network, old);
    const period = { from: on, until: old.period.until };
    const row = newTrekkerschap(network, old.personId, input.role, period);
    await goOnAs(tx, old, row, ['input', 'on']);
    return { ended: old.id, started: row.id };
  },
};

/** Starts it. A co-trekker who takes over goes on in another role. `others`: those of the network, at least. */
export async function startOrGoOn(
  tx: Tx,
  row: NewTrekkerschap,
  others: readonly TrekkerschapEntity[],
  path: readonly string[],
): Promise<void> {
  const theirs = others.filter(
    ({ personId, oudernetwerkId }) => personId === row.personId && oudernetwerkId === row.oudernetwerkId,
  );
  const running = theirs.find((each) => isCoTrekkerBefore(each, row.period));
  if (running) {
    refuseOver(tx, running.period);
    return goOnAs(tx, running, row, path);
  }
  const taken = theirs.find(({ period }) => overlap(period, row.period));
  if (taken) throw periodTaken(taken, path);
  insert(tx, TrekkerschapEntity, row);
  tellStarted(tx, row);
}

function isCoTrekkerBefore({ role, period }: TrekkerschapEntity, { from }: Period): boolean {
  return role === 'CO_TREKKER' && isBefore(period.from, from) && overlap(period, { from, until: from });
}

async function goOnAs(
  tx: Tx,
  old: TrekkerschapEntity,
  row: NewTrekkerschap,
  path: readonly string[],
): Promise<void> {
  leaveFor(tx, old, row);
  await refuseOverlap(tx, row, path);
  goOnIn(tx, old, row, old.lineId);
  if (old.period.until && !row.period.until) {
    tx.record({
      name: 'trekkerschap.continued',
      ...aboutTrekkerschap(row),
      details: { period: toDateRange(row.period) },
    });
  }
}

/** There was no other role: what came before it lasts as long as this one did. */
export async function goOnAsBefore(tx: Tx, annulled: TrekkerschapEntity): Promise<void> {
  const { period, endReason, plannedEndOn, plannedEndReason } = annulled;
  const former = await formerOf(tx, annulled);
  if (!former) return;
  if (former.oudernetwerkId !== annulled.oudernetwerkId) {
    // that network went up in this one, or this one parted from it: there is no going back
    await asSystem(tx, () => tx.query('select ended_where_it_was($1)', [former.id]));
    return;
  }
  const longer = { from: former.period.from, until: period.until };
  const changes = { period: longer, endReason, plannedEndOn, plannedEndReason };
  update(tx, TrekkerschapEntity, { id: former.id }, { ...changes, version: former.version + 1 });
  const details = { period: toDateRange(longer), insteadOf: annulled.id };
  tx.record({ name: 'trekkerschap.resumed', ...aboutTrekkerschap(former), details });
}

/** Where it begins or ends because they changed their role, that day is said of two. */
export async function refuseOneOfTwo(tx: Tx, trekkerschap: TrekkerschapEntity): Promise<void> {
  const { from } = trekkerschap.period;
  const on = exchangedOn(trekkerschap) ?? ((await formerOf(tx, trekkerschap)) ? from : null);
  if (on) throw failure('GOES_ON', ['input', 'id'], { on, undone: 'yes' });
}

/** The one that they went on from, in another role, or in a network of which this one came, whoever sees that. */
async function formerOf(tx: Tx, next: TrekkerschapEntity): Promise<TrekkerschapEntity | null> {
  const { lineId, oudernetwerkId, personId, period } = next;
  const before = dayBefore(period.from).toString();
  const ofPerson = { personId, period: Raw((column) => `${column} @> :before::date`, { before }) };
  const line = lineId ?? oudernetwerkId;
  const places = [
    { ...ofPerson, oudernetwerkId: In([oudernetwerkId, line]) },
    { ...ofPerson, lineId: line },
  ];
  const former = await asSystem(tx, () => tx.manager.findOneBy(TrekkerschapEntity, places));
  return former && exchangedOn(former) ? former : null;
}
