import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { earliest, isBefore, latest } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { endsBefore, fromDateRange, overlap, type Period, toDateRange } from '../../../kernel/period.js';
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

interface Kept extends Dated {
  readonly hours: string | null;
}
type Joint = MembershipEntity | SupportArrangementEntity;

/** What one stands for since a merge, and itself as it was before; null if it stands for nothing. */
async function joinedIn(tx: Tx, one: Joint): Promise<{ own: Kept; others: Kept[] } | null> {
  const kept = await asSystem(tx, () =>
    tx.query<{ id: string; period: string; hours: string | null }>(
      'select id, period::text, hours::text from joined_in($1)',
      [one.id],
    ),
  );
  const [own, ...others] = kept.map((each) => ({ ...each, period: fromDateRange(each.period) }));
  return own ? { own, others } : null;
}

/** A role as it would be without those that it stands for since a merge; what was said of its last day since counts. */
export async function asByItself<Row extends Joint>(tx: Tx, one: Row): Promise<Row> {
  const joined = await joinedIn(tx, one);
  if (!joined) return one;
  const { own, others } = joined;
  const period = { from: own.period.from, until: lastDay(own, one, [own, ...others]) };
  const hours = 'hoursPerMonth' in one && { hoursPerMonth: own.hours === null ? null : Number(own.hours) };
  return { ...one, period, ...hours };
}

/** What a role stands for since a merge is what the one stands for that replaces it. */
export async function passJoinedOn(
  tx: Tx,
  one: Joint,
  next: Dated & Partial<Pick<SupportArrangementEntity, 'hoursPerMonth'>>,
): Promise<void> {
  const joined = await joinedIn(tx, one);
  if (!joined) return;
  const { own } = joined;
  const from = next.period.from.equals(one.period.from) ? own.period.from : next.period.from;
  const period = endsBefore(own.period, from) ? { ...next.period, from } : { from, until: own.period.until };
  const hours = 'hoursPerMonth' in one &&
    next.hoursPerMonth !== one.hoursPerMonth && { hours_per_month: next.hoursPerMonth };
  const said = { period: toDateRange(period), ...hours };
  await asSystem(tx, () => tx.query('select pass_joined_on($1, $2, $3)', [one.id, next.id, said]));
}

/**
 * A role that is taken back leaves those for which it stood since a merge, as if that had met them alone. Where it has ended
 * since, so have they; where it was prolonged, so were they.
 */
export async function giveBackJoined(tx: Tx, network: OudernetwerkEntity, one: Joint): Promise<void> {
  const joined = await joinedIn(tx, one);
  if (!joined) return;
  const { own, others } = joined;
  const there = await rolesOf(tx, one);
  for (const group of overlapping(others)) {
    const whole = group.map(({ period }) => period).reduce(widest);
    const until = lastDay({ period: whole }, one, [own, ...others]);
    const period = daysAfter(there, { from: whole.from, until });
    if (period.until && isBefore(period.until, period.from)) continue;
    const ids = group.map(({ id }) => id);
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

/** The last day of one of those that were joined, after what was said since of the role that stands for all. */
function lastDay({ period }: Pick<Dated, 'period'>, one: Dated, all: readonly Dated[]): Period['until'] {
  const atFirst = all.map((each) => each.period).reduce(widest).until;
  const { until } = one.period;
  const isLonger = atFirst !== null && (until === null || isBefore(atFirst, until));
  return isLonger ? until : earlier(period.until, until);
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
