import { In, IsNull, Raw } from 'typeorm';
import { rowsWhere, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { day, isBefore, type PlainDate } from '../../../kernel/clock.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { TrekkerschapEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { endedWithoutSuccessor } from '../../oudernetwerken/oudernetwerken.events.js';
import { closeCompleted } from './close-completed.js';
import { followAnnulled, followCorrected } from './follow-undo.js';
import { moveTarget } from '../candidates/follow-candidates.js';
import { openPlan } from './open-plan.js';
import { closeStopped, countUp } from './stop-succession.js';
import { SuccessionPlanEntity, SuccessorCandidateEntity } from '../succession.entity.js';

/** Event listener: keeps succession plans in step with the leadership, whoever the viewer is. As the system. */
export async function renewSuccession(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const ended = endedWithoutSuccessor(events);
  const isNews = (event: DomainEvent) =>
    event.name !== 'trekkerschap.ended' || ended.includes(event.subjectId);
  for (const event of events.filter(isNews)) await follow(tx, event); // not the events that it records itself
}

/** The effect of a change of leadership on the search for successors. */
function follow(tx: Tx, event: DomainEvent): Promise<void> | undefined {
  switch (event.name) {
    case 'trekkerschap.ended':
      return trekkerschapEnded(tx, event.subjectId);
    case 'trekkerschap.continued':
      return trekkerschapContinued(tx, event.subjectId);
    case 'trekkerschap.started':
      return trekkerschapStarted(tx, event.subjectId, event.details.predecessorId);
    case 'trekkerschap.annulled':
      return trekkerschapAnnulled(tx, event.subjectId, event.oudernetwerkId);
    case 'trekkerschap.corrected':
      return followCorrected(tx, event.subjectId, event.details);
    case 'trekkerschap.taken':
      return roleTaken(tx, event.subjectId, event.details);
    case 'trekkerschap.resumed':
      return passOn(tx, event.details.insteadOf, event.subjectId);
    case 'oudernetwerk.merged':
      return plansGoAlong(tx, event.subjectId);
    case 'oudernetwerk.parted':
      return networkSplit(tx, event.subjectId, day(event.details.from));
    case 'oudernetwerk.ended':
      return networkEnded(tx, event.subjectId);
    default:
      return undefined;
  }
}

interface Departure {
  readonly oudernetwerk_id: string;
  readonly region_id: string;
  readonly ends_on: string;
  /** somebody else took over, or they continue in another role, or only stood in, or there is nothing left to lead */
  readonly followed: boolean;
}

const SELECT_DEPARTURE = `
  select t.oudernetwerk_id, t.region_id, upper(t.period) - 1 as ends_on,
    coalesce(n.ended_on <= $2 or n.ended_on < upper(t.period), false)
    or exists (select from trekkerschappen s where s.predecessor_id = t.id)
    or goes_on(t) or is_substitute(t.id) as followed
  from trekkerschappen t join oudernetwerken n on n.id = t.oudernetwerk_id
  where t.id = $1 and not upper_inf(t.period)`;

/** A departure opens a plan, or sets the day of the open one. */
async function trekkerschapEnded(tx: Tx, trekkerschapId: string): Promise<void> {
  const [departure] = await tx.query<Departure>(SELECT_DEPARTURE, [trekkerschapId, tx.today.toString()]);
  if (!departure || departure.followed) return;
  const { oudernetwerk_id: oudernetwerkId, region_id: regionId, ends_on } = departure;
  const until = day(ends_on);
  const open = await openPlanOf(tx, trekkerschapId);
  if (open) {
    if (!open.targetOn?.equals(until)) moveTarget(tx, open, until);
    // it follows that end from now on, also when it is withdrawn
    update(tx, SuccessionPlanEntity, { id: open.id }, { openedFor: until });
  } else if (await isDeparture(tx, oudernetwerkId, until)) {
    const aims = { openedFor: until, targetOn: until };
    await openPlan(tx, { trekkerschapId, oudernetwerkId, regionId, because: 'DEPARTURE', ...aims });
  }
}

/** Not a correction of history while others lead. */
async function isDeparture(tx: Tx, oudernetwerkId: string, until: PlainDate): Promise<boolean> {
  if (!isBefore(until, tx.today)) return true;
  return (
    !(await isLed(tx, oudernetwerkId, until.add({ days: 1 }))) && !(await isLed(tx, oudernetwerkId, tx.today))
  );
}

/** The end was withdrawn: a search that it started and that has no agreed candidate yet is stopped. */
async function trekkerschapContinued(tx: Tx, id: string): Promise<void> {
  const open = await openPlanOf(tx, id);
  if (open?.openedBecause !== 'DEPARTURE') return;
  if (await tx.manager.existsBy(SuccessorCandidateEntity, { planId: open.id, endedOn: IsNull() })) return;
  countUp(tx, open);
  closeStopped(tx, open, 'De trekker gaat door.');
}

/** Handed over without completing the plan; or started by hand, which fills the vacancy of the search. */
async function trekkerschapStarted(tx: Tx, id: string, predecessorId: string | null): Promise<void> {
  const plan = predecessorId ? await openPlanOf(tx, predecessorId) : await openPlanFilledBy(tx, id);
  if (!plan) return;
  countUp(tx, plan);
  await closeCompleted(tx, plan, { successorId: id, motivation: null });
}

async function passOn(tx: Tx, from: string, to: string): Promise<void> {
  await tx.query(
    'update succession_plans set trekkerschap_id = $2 where trekkerschap_id = $1 and closed_on is null',
    [from, to],
  );
}

/** The search for their successor goes on with them. As another's successor they fill that vacancy as well. */
async function roleTaken(
  tx: Tx,
  id: string,
  { formerId, predecessorId }: { formerId: string; predecessorId: string | null },
): Promise<void> {
  await passOn(tx, formerId, id);
  await trekkerschapStarted(tx, id, predecessorId);
}

/**
 * The search, for a current or future vacancy, in which this person was a candidate; or one that the service opened,
 * without candidates, for a trekker who is gone by the time they start.
 */
async function openPlanFilledBy(tx: Tx, started: string): Promise<SuccessionPlanEntity | null> {
  const [filled] = await tx.query<{ id: string }>(
    `select p.id, (c.id is not null) as in_view
     from trekkerschappen s
     join succession_plans p on p.oudernetwerk_id = s.oudernetwerk_id and p.closed_on is null
     left join trekkerschappen t on t.id = p.trekkerschap_id
     left join successor_candidates c on c.plan_id = p.id and c.person_id = s.person_id and c.ended_on is null
     where s.id = $1 and s.role = 'TREKKER' and (t.id is null or not upper_inf(t.period))
       and (c.id is not null or (p.opened_because <> 'BY_HAND' and upper(t.period) <= lower(s.period)
         and not exists (select from successor_candidates o where o.plan_id = p.id and o.ended_on is null)))
     order by in_view desc, p.opened_on, p.id limit 1`,
    [started],
  );
  return filled ? tx.manager.findOneBy(SuccessionPlanEntity, { id: filled.id }) : null;
}

/**
 * A trekkerschap that never was, or will never begin. Searches for its successor go, and those that it had filled go on;
 * whoever stopped before it needs a successor again, unless the search had been stopped by hand.
 */
async function trekkerschapAnnulled(tx: Tx, annulled: string, oudernetwerkId: string): Promise<void> {
  await followAnnulled(tx, annulled);
  const left = await tx.query<{ id: string }>(
    `select t.id from trekkerschappen t where t.oudernetwerk_id = $1 and not upper_inf(t.period)
       and not is_substitute(t.id) and not exists (select from succession_plans p
         where p.trekkerschap_id = t.id and p.status <> 'COMPLETED')
       and upper(t.period) >= (select least(max(upper(l.period)), $2::date + 1) from trekkerschappen l
         where l.oudernetwerk_id = $1 and not upper_inf(l.period) and not is_substitute(l.id))
     order by upper(t.period), t.id`,
    [oudernetwerkId, tx.today.toString()],
  );
  for (const { id } of left) await trekkerschapEnded(tx, id);
}

/** The search for whoever follows a trekker is where that trekker is. */
async function plansGoAlong(tx: Tx, oudernetwerkId: string): Promise<void> {
  await tx.query(
    `update succession_plans p set oudernetwerk_id = t.oudernetwerk_id, version = p.version + 1
     from trekkerschappen t
     where t.id = p.trekkerschap_id and p.closed_on is null and p.oudernetwerk_id = $1
       and t.oudernetwerk_id <> p.oudernetwerk_id`,
    [oudernetwerkId],
  );
}

/** Whoever led it may all have gone along. */
async function networkSplit(tx: Tx, oudernetwerkId: string, from: PlainDate): Promise<void> {
  await plansGoAlong(tx, oudernetwerkId);
  if (await isLed(tx, oudernetwerkId, from)) return;
  const [last] = await tx.query<{ id: string; regionId: string }>(
    `select id, region_id as "regionId" from trekkerschappen where oudernetwerk_id = $1 and upper(period) = $2
     order by role desc, id limit 1`,
    [oudernetwerkId, from.toString()],
  );
  if (!last) return;
  const until = from.subtract({ days: 1 });
  const aims = { openedFor: until, targetOn: until };
  const { id: trekkerschapId, regionId } = last;
  await openPlan(tx, { trekkerschapId, oudernetwerkId, regionId, because: 'DEPARTURE', ...aims });
}

/** Nobody is sought for what comes after the end of a network. What this stops goes on if that end is taken back. */
async function networkEnded(tx: Tx, id: string): Promise<void> {
  const found = await tx.query<{ id: string; stops: boolean }>(
    `select p.id, p.closed_on is null and (n.ended_on <= $2 or p.trekkerschap_id is not null and t.id is null
       or coalesce(least(p.target_on, upper(t.period) - 1) >= n.ended_on, false)) as stops
     from succession_plans p join oudernetwerken n on n.id = p.oudernetwerk_id
     left join trekkerschappen t on t.id = p.trekkerschap_id
     left join trekkerschappen s on s.id = p.successor_id
     where p.oudernetwerk_id = $1 and (p.closed_on is null
       or p.trekkerschap_id is not null and t.id is null or p.successor_id is not null and s.id is null)`,
    [id, tx.today.toString()],
  );
  const ids = found.map((each) => each.id);
  tx.send('select network_end_keeps($1, $2)', [id, ids]);
  forgetNeverBegun(tx, id);
  const stopped = found.filter(({ stops }) => stops).map((each) => each.id);
  for (const plan of await tx.manager.findBy(SuccessionPlanEntity, { id: In(stopped) })) {
    countUp(tx, plan);
    closeStopped(tx, plan, 'Het netwerk is beëindigd.');
  }
  tx.send('select note_kept_rows($1)', [id]);
}

/** Roles that were still to begin went with the network. */
function forgetNeverBegun(tx: Tx, oudernetwerkId: string): void {
  for (const column of ['trekkerschap_id', 'successor_id']) {
    tx.send(
      `update succession_plans p set ${column} = null where p.oudernetwerk_id = $1
         and not exists (select from trekkerschappen t where t.id = p.${column})`,
      [oudernetwerkId],
    );
  }
}

async function openPlanOf(tx: Tx, trekkerschapId: string): Promise<SuccessionPlanEntity | null> {
  const open = 'trekkerschap_id = $1 and closed_on is null';
  const [plan] = await rowsWhere(tx, SuccessionPlanEntity, open, [trekkerschapId]);
  return plan ?? null;
}

function isLed(tx: Tx, oudernetwerkId: string, on: PlainDate): Promise<boolean> {
  const period = Raw((column) => `${column} @> :on::date`, { on: on.toString() });
  return tx.manager.existsBy(TrekkerschapEntity, { oudernetwerkId, period });
}
