import { IsNull, Raw } from 'typeorm';
import { update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { endsBefore } from '../../../kernel/period.js';
import { furthestDay } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find, lockSeen, uuidOf } from '../../../writes/find.js';
import { about } from '../../../writes/events.js';
import { Checks } from '../../../kernel/checks.js';
import { day, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { asPlanned, lastDayBefore } from '../../oudernetwerken/network-end.js';
import { OudernetwerkEntity, TrekkerschapEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { moveTarget } from '../candidates/follow-candidates.js';
import { isTouched } from '../lock-plan.js';
import { openPlan } from './open-plan.js';
import { SuccessionPlanEntity } from '../succession.entity.js';
import type { SuccessionOpenInput } from '../succession.inputs.js';

const NETWORK = ['input', 'oudernetwerkId'];
const TREKKERSCHAP = ['input', 'trekkerschapId'];

/**
 * For a trekker who leaves, or for a network without a trekker. An untouched plan that the service opened is taken
 * over.
 */
export const openSuccession: UseCase<SuccessionOpenInput, { successionPlan: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const { network, trekkerschap, path } = await subjectOf(tx, input);
    allow(manages(tx.viewer, network.regionId));
    const checks = new Checks();
    checkTarget(checks, tx, input.targetOn);
    const aim = input.targetOn ?? trekkerschap?.period.until ?? trekkerschap?.plannedEndOn ?? null;
    // nobody is sought for what comes after it
    const networkEnd = lastDayBefore(tx, network, aim?.add({ days: 1 }));
    if (networkEnd) checks.refuse('NETWORK_ENDED', path, { on: networkEnd });
    checks.done();
    if (trekkerschap) await refuseNotLeaving(tx, trekkerschap);
    else if (await leads(tx, network.id, { role: 'TREKKER' })) throw failure('TREKKERSCHAP_NEEDED', path);

    const open = trekkerschap
      ? await tx.manager.findOneBy(SuccessionPlanEntity, {
          trekkerschapId: trekkerschap.id,
          closedOn: IsNull(),
        })
      : await openForNobody(tx, network.id);
    if (open) return { successionPlan: await adopted(tx, open, input.targetOn ?? null, path) };
    const end = trekkerschap?.period.until ?? trekkerschap?.plannedEndOn ?? null;
    const id = await openPlan(tx, {
      oudernetwerkId: network.id,
      regionId: network.regionId,
      trekkerschapId: trekkerschap?.id ?? null,
      because: 'BY_HAND',
      openedFor: input.targetOn ? undefined : (end ?? undefined),
      targetOn: input.targetOn ?? end,
    });
    if (!id) throw failure('PLAN_OPEN', path);
    return { successionPlan: id };
  },
};

/** From today to ten years ahead. */
export function checkTarget(checks: Checks, tx: Tx, targetOn: PlainDate | null | undefined): void {
  checks.day(targetOn, ['input', 'targetOn'], tx.today, furthestDay(tx));
}

interface Subject {
  readonly network: OudernetwerkEntity;
  readonly trekkerschap: TrekkerschapEntity | null;
  /** the input that names it */
  readonly path: readonly string[];
}

async function subjectOf(tx: Tx, { oudernetwerkId, trekkerschapId }: SuccessionOpenInput): Promise<Subject> {
  const named = oudernetwerkId != null ? uuidOf(oudernetwerkId, 'Oudernetwerk', NETWORK) : null;
  if (trekkerschapId == null) {
    if (!named) throw failure('REQUIRED', NETWORK);
    return {
      network: await lockSeen(tx, OudernetwerkEntity, named, NETWORK),
      trekkerschap: null,
      path: NETWORK,
    };
  }
  const { oudernetwerkId: of } = await find(tx, TrekkerschapEntity, trekkerschapId, TREKKERSCHAP);
  if (named && named !== of) {
    await find(tx, OudernetwerkEntity, oudernetwerkId!, NETWORK);
    throw failure('OTHER_NETWORK', TREKKERSCHAP);
  }
  const network = await lockSeen(tx, OudernetwerkEntity, of, TREKKERSCHAP);
  // read again: it may have changed before the lock
  const { id } = await find(tx, TrekkerschapEntity, trekkerschapId, TREKKERSCHAP);
  const trekkerschap = await asPlanned(tx, network, await lastOfTenure(tx, id));
  return { network, trekkerschap, path: TREKKERSCHAP };
}

/** Somebody who goes on in another role is succeeded in that one. */
async function lastOfTenure(tx: Tx, trekkerschapId: string): Promise<TrekkerschapEntity> {
  const [last] = await tx.query<{ id: string }>('select id from last_of_tenure($1)', [trekkerschapId]);
  return tx.manager.findOneByOrFail(TrekkerschapEntity, { id: last!.id });
}

/**
 * A successor is for a current trekker, or the last one: not for one who has yet to start, or was succeeded long ago.
 */
async function refuseNotLeaving(tx: Tx, trekkerschap: TrekkerschapEntity): Promise<void> {
  const from = await firstDayOfTenure(tx, trekkerschap);
  if (isBefore(tx.today, from)) throw failure('NOT_STARTED', TREKKERSCHAP, { from });
  if (await tx.manager.existsBy(TrekkerschapEntity, { predecessorId: trekkerschap.id })) {
    throw failure('HANDED_OVER', TREKKERSCHAP);
  }
  const { period, oudernetwerkId } = trekkerschap;
  if (endsBefore(period, tx.today) && (await leads(tx, oudernetwerkId, {}))) {
    throw failure('ALREADY_ENDED', TREKKERSCHAP, { on: period.until });
  }
}

async function firstDayOfTenure(tx: Tx, { id }: TrekkerschapEntity): Promise<PlainDate> {
  const [first] = await tx.query<{ day: string }>(
    'select min(lower(period))::text as day from tenure_of($1)',
    [id],
  );
  return day(first!.day);
}

/** Whether somebody leads today. */
async function leads(
  tx: Tx,
  oudernetwerkId: string,
  where: Partial<Pick<TrekkerschapEntity, 'role' | 'personId'>>,
): Promise<boolean> {
  const on = tx.today.toString();
  const period = Raw((column) => `${column} @> :on::date`, { on });
  return tx.manager.existsBy(TrekkerschapEntity, { ...where, oudernetwerkId, period });
}

/** The open plan of a network without a trekker: for no trekkerschap, or for one that has ended. */
async function openForNobody(tx: Tx, oudernetwerkId: string): Promise<SuccessionPlanEntity | null> {
  const [row] = await tx.query<{ id: string }>(
    `select p.id from succession_plans p left join trekkerschappen t on t.id = p.trekkerschap_id
     where p.oudernetwerk_id = $1 and p.closed_on is null and (t is null or upper(t.period) <= $2::date)
     order by p.opened_on desc, p.id desc limit 1`,
    [oudernetwerkId, tx.today.toString()],
  );
  return row ? tx.manager.findOneByOrFail(SuccessionPlanEntity, { id: row.id }) : null;
}

async function adopted(
  tx: Tx,
  plan: SuccessionPlanEntity,
  targetOn: PlainDate | null,
  path: readonly string[],
): Promise<string> {
  if (await isTouched(tx, plan)) throw failure('PLAN_OPEN', path);
  await lockSeen(tx, SuccessionPlanEntity, plan.id, path);
  update(tx, SuccessionPlanEntity, { id: plan.id }, { openedBecause: 'BY_HAND' });
  tx.record({
    name: 'succession.adopted',
    ...about('SuccessionPlan', plan),
    details: { openedBecause: plan.openedBecause },
  });
  if (targetOn) moveTarget(tx, plan, targetOn);
  return plan.id;
}
