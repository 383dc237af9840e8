import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { earliest, isBefore, latest } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { fromDateRange, overlap, type Period, toDateRange } from '../../../kernel/period.js';
import { about } from '../../../writes/events.js';
import {
  MembershipEntity,
  type OudernetwerkEntity,
  SupportArrangementEntity,
} from '../oudernetwerk.entity.js';
import { periodOf } from './network-roles.js';

type Dated = { readonly id: string; readonly period: Period };

const TABLES = { Membership: 'memberships', SupportArrangement: 'support_arrangements' };

/** Keeps roles that a merge of networks joins into one, for when that one turns out never to have been. */
export async function keepJoined(
  tx: Tx,
  type: keyof typeof TABLES,
  one: Dated,
  gone: readonly Dated[],
): Promise<void> {
  const ids = gone.map(({ id }) => id);
  await asSystem(tx, () => tx.query('select keep_joined($1, $2, $3)', [one.id, TABLES[type], ids]));
}

/** What a role stands for since a merge is what the one stands for that replaces it. */
export async function passJoinedOn(tx: Tx, one: Dated, next: Dated): Promise<void> {
  await asSystem(tx, () => tx.query('select pass_joined_on($1, $2)', [one.id, next.id]));
}

/**
 * A role that is taken back leaves those for which it stood since a merge, as if that had met them alone. Where it has ended
 * since, so have they.
 */
export async function giveBackJoined(
  tx: Tx,
  network: OudernetwerkEntity,
  one: MembershipEntity | SupportArrangementEntity,
): Promise<void> {
  const kept = await asSystem(tx, () =>
    tx.query<{ id: string; period: string }>('select id, period::text from joined_in($1)', [one.id]),
  );
  if (kept.length === 0) return;
  const there = await rolesOf(tx, one);
  for (const joined of overlapping(kept.map(({ id, period }) => ({ id, period: fromDateRange(period) })))) {
    const whole = joined.map(({ period }) => period).reduce(widest);
    const period = daysAfter(there, { from: whole.from, until: earlier(whole.until, one.period.until) });
    if (period.until && isBefore(period.until, period.from)) continue;
    const ids = joined.map(({ id }) => id);
    const [given] = await asSystem(tx, () =>
      tx.query<{ back: boolean }>('select give_back_joined($1, $2, $3, $4::daterange) as back', [
        one.id,
        network.id,
        ids,
        toDateRange(period),
      ]),
    );
    if (!given!.back) throw failure('BUILT_UPON', ['input', 'id'], { what: 'other', from: period.from });
    tellGivenBack(tx, one, { id: ids[0]!, regionId: network.regionId, period });
  }
}

function rolesOf(tx: Tx, one: MembershipEntity | SupportArrangementEntity): Promise<Dated[]> {
  const { oudernetwerkId } = one;
  return 'personId' in one
    ? tx.manager.findBy(MembershipEntity, { oudernetwerkId, personId: one.personId })
    : tx.manager.findBy(SupportArrangementEntity, { oudernetwerkId, organisationId: one.organisationId });
}

function tellGivenBack(
  tx: Tx,
  one: MembershipEntity | SupportArrangementEntity,
  row: Dated & { readonly regionId: string },
): void {
  const details = periodOf(row);
  if ('personId' in one) tx.record({ name: 'membership.started', ...about('Membership', row), details });
  else tx.record({ name: 'support.started', ...about('SupportArrangement', row), details });
}

/** Those that share days, together; they come in the order of their first days. */
function overlapping(rows: readonly Dated[]): Dated[][] {
  const groups: Dated[][] = [];
  for (const row of rows) {
    const same = groups.find((group) => group.some(({ period }) => overlap(period, row.period)));
    if (same) same.push(row);
    else groups.push([row]);
  }
  return groups;
}

export function widest(a: Period, b: Period): Period {
  return {
    from: earliest(a.from, b.from),
    until: a.until && b.until ? latest(a.until, b.until) : null,
  };
}

/** Not on days on which it was there already. */
export function daysAfter(before: readonly Dated[], { from, until }: Period): Period {
  const taken = before.filter(({ period }) => overlap(period, { from, until }));
  const days = taken.flatMap(({ period }) => (period.until ? [period.until.add({ days: 1 })] : []));
  return { from: latest(from, ...days), until };
}

function earlier(a: Period['until'], b: Period['until']): Period['until'] {
  return a && b ? earliest(a, b) : (a ?? b);
}
