import { IsNull, Raw } from 'typeorm';
import type { Tx } from '../../../db/transaction.js';
import { isBefore, type PlainDate } from '../../../kernel/clock.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { OudernetwerkEntity, TrekkerschapEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { closeCompleted } from './close-completed.js';
import { moveTarget } from '../candidates/follow-candidates.js';
import { openPlan } from './open-plan.js';
import { closeStopped } from './stop-succession.js';
import { SuccessionPlanEntity, SuccessorCandidateEntity } from '../succession.entity.js';

/** Event listener: keeps succession plans in step with the leadership, whoever the viewer is. As the system. */
export async function renewSuccession(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  for (const event of [...events]) await follow(tx, event); // not the events that it records itself
}

/** The effect of a change of leadership on the search for successors. */
function follow(tx: Tx, event: DomainEvent): Promise<void> | undefined {
  switch (event.name) {
    case 'trekkerschap.ended':
      return trekkerschapEnded(tx, event.subjectId);
    case 'trekkerschap.continued':
      return trekkerschapContinued(tx, event.subjectId);
    case 'trekkerschap.started':
      return trekkerschapStarted(tx, event.subjectId);
    case 'trekkerschap.cancelled':
      return trekkerschapCancelled(tx, event.oudernetwerkId);
    case 'oudernetwerk.ended':
      return networkEnded(tx, event.subjectId);
    default:
      return undefined;
  }
}

/** A departure opens a plan, or sets the day of the open one. */
async function trekkerschapEnded(tx: Tx, id: string): Promise<void> {
  const trekkerschap = await tx.manager.findOneBy(TrekkerschapEntity, { id });
  const until = trekkerschap?.period.until;
  if (!trekkerschap || !until || (await isFollowed(tx, trekkerschap, until))) return;
  const open = await openPlanOf(tx, id);
  if (open) {
    if (!open.targetOn?.equals(until)) await moveTarget(tx, open, until);
    // it follows that end from now on, also when it is withdrawn
    await tx.manager.update(SuccessionPlanEntity, { id: open.id }, { openedFor: until });
  } else if (await isDeparture(tx, trekkerschap, until)) {
    await openForDeparture(tx, trekkerschap, until);
  }
}

/** Somebody else took over, or they continue in another role, or there is nothing left to lead. */
async function isFollowed(tx: Tx, { id, oudernetwerkId, personId }: TrekkerschapEntity, until: PlainDate) {
  const network = await tx.manager.findOneByOrFail(OudernetwerkEntity, { id: oudernetwerkId });
  if (network.endedOn) return true;
  if (await tx.manager.existsBy(TrekkerschapEntity, { predecessorId: id })) return true;
  return leads(tx, { oudernetwerkId, personId }, until.add({ days: 1 }));
}

/** Not a correction of history while others lead. */
async function isDeparture(tx: Tx, { oudernetwerkId }: TrekkerschapEntity, until: PlainDate) {
  if (!isBefore(until, tx.today)) return true;
  const others = { oudernetwerkId };
  return !(await leads(tx, others, until.add({ days: 1 }))) && !(await leads(tx, others, tx.today));
}

async function openForDeparture(tx: Tx, trekkerschap: TrekkerschapEntity, until: PlainDate): Promise<void> {
  const { id: trekkerschapId, oudernetwerkId, regionId } = trekkerschap;
  const aims = { openedFor: until, targetOn: until };
  await openPlan(tx, { trekkerschapId, oudernetwerkId, regionId, because: 'DEPARTURE', ...aims });
}

/** The end was withdrawn: a search that it started and that has no agreed candidate yet is stopped. */
async function trekkerschapContinued(tx: Tx, id: string): Promise<void> {
  const open = await openPlanOf(tx, id);
  if (open?.openedBecause !== 'DEPARTURE') return;
  if (await tx.manager.existsBy(SuccessorCandidateEntity, { planId: open.id, endedOn: IsNull() })) return;
  await countUp(tx, open);
  await closeStopped(tx, open, 'De trekker gaat door.');
}

/** Handed over without completing the plan; or started by hand, which fills the vacancy of the search. */
async function trekkerschapStarted(tx: Tx, id: string): Promise<void> {
  const started = await tx.manager.findOneByOrFail(TrekkerschapEntity, { id });
  const plan = started.predecessorId
    ? await openPlanOf(tx, started.predecessorId)
    : await openPlanFilledBy(tx, started);
  if (!plan) return;
  await countUp(tx, plan);
  await closeCompleted(tx, plan, { successorId: id, personId: started.personId, motivation: null });
}

/**
 * The search, for a current or future vacancy, in which this person was a candidate; or one that the service opened,
 * without candidates, for a trekker who is gone by the time they start.
 */
async function openPlanFilledBy(
  tx: Tx,
  { oudernetwerkId, personId, role, period }: TrekkerschapEntity,
): Promise<SuccessionPlanEntity | null> {
  if (role !== 'TREKKER') return null;
  const [filled] = await tx.query<{ id: string }>(
    `select p.id, (c.id is not null) as in_view
     from succession_plans p
     left join trekkerschappen t on t.id = p.trekkerschap_id
     left join successor_candidates c on c.plan_id = p.id and c.person_id = $2 and c.ended_on is null
     where p.oudernetwerk_id = $1 and p.closed_on is null and (t.id is null or not upper_inf(t.period))
       and (c.id is not null or (p.opened_because <> 'BY_HAND' and upper(t.period) <= $3::date
         and not exists (select from successor_candidates o where o.plan_id = p.id and o.ended_on is null)))
     order by in_view desc, p.opened_on, p.id limit 1`,
    [oudernetwerkId, personId, period.from.toString()],
  );
  return filled ? tx.manager.findOneBy(SuccessionPlanEntity, { id: filled.id }) : null;
}

/**
 * A cancelled trekkerschap. A plan for its own departure has lost its trekkerschap; its predecessors need a successor
 * again, unless the search had been stopped by hand.
 */
async function trekkerschapCancelled(tx: Tx, oudernetwerkId: string): Promise<void> {
  for (const plan of await tx.manager.findBy(SuccessionPlanEntity, { oudernetwerkId, closedOn: IsNull() })) {
    if (plan.trekkerschapId || plan.openedBecause === 'BY_HAND') continue;
    await countUp(tx, plan);
    await closeStopped(tx, plan, 'Dit trekkerschap gaat niet door.');
  }
  const left = await tx.query<{ id: string }>(
    `select t.id from trekkerschappen t where t.oudernetwerk_id = $1 and not upper_inf(t.period)
       and not exists (select from succession_plans p
         where p.trekkerschap_id = t.id and p.status <> 'COMPLETED')
       and upper(t.period) >= (select least(max(upper(l.period)), $2::date + 1) from trekkerschappen l
         where l.oudernetwerk_id = $1 and not upper_inf(l.period))
     order by upper(t.period), t.id`,
    [oudernetwerkId, tx.today.toString()],
  );
  for (const { id } of left) await trekkerschapEnded(tx, id);
}

async function networkEnded(tx: Tx, id: string): Promise<void> {
  const open = { oudernetwerkId: id, closedOn: IsNull() };
  for (const plan of await tx.manager.findBy(SuccessionPlanEntity, open)) {
    await countUp(tx, plan);
    await closeStopped(tx, plan, 'Het netwerk is beëindigd.');
  }
}

function openPlanOf(tx: Tx, trekkerschapId: string): Promise<SuccessionPlanEntity | null> {
  return tx.manager.findOneBy(SuccessionPlanEntity, { trekkerschapId, closedOn: IsNull() });
}

async function countUp(tx: Tx, { id }: SuccessionPlanEntity): Promise<void> {
  await tx.query('update succession_plans set version = version + 1 where id = $1', [id]);
}

function leads(
  tx: Tx,
  where: { oudernetwerkId: string; personId?: string },
  on: PlainDate,
): Promise<boolean> {
  const period = Raw((column) => `${column} @> :on::date`, { on: on.toString() });
  return tx.manager.existsBy(TrekkerschapEntity, { ...where, period });
}
