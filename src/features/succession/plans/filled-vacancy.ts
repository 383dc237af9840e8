import type { Tx } from '../../../db/transaction.js';
import { SuccessionPlanEntity } from '../succession.entity.js';
import { closeCompleted } from './close-completed.js';

/** Whoever a search `p` thinks of, or has appointed, who is the trekker of `s`. */
const CANDIDATE =
  'left join successor_candidates c on c.plan_id = p.id and c.person_id = s.person_id and c.ended_on is null';

/**
 * Whether somebody who begins to lead without following anybody (`s`) is whom a search `p`, for the successor of `t`, looks for:
 * there is a vacancy, or will be, and they were a candidate; or the service opened it, without candidates, for a trekker who is
 * gone by the time they start.
 */
const FILLS = `(s.role = 'TREKKER' and (t.id is null or not upper_inf(t.period))
  and (c.id is not null or p.opened_because <> 'BY_HAND' and upper(t.period) <= lower(s.period)
    and not exists (select from successor_candidates o where o.plan_id = p.id and o.ended_on is null)))`;

/** The search that somebody fills who begins now. */
export async function openPlanFilledBy(tx: Tx, started: string): Promise<SuccessionPlanEntity | null> {
  const [filled] = await tx.query<{ id: string }>(
    `select p.id from trekkerschappen s
     join succession_plans p on p.oudernetwerk_id = s.oudernetwerk_id and p.closed_on is null
     left join trekkerschappen t on t.id = p.trekkerschap_id ${CANDIDATE}
     where s.id = $1 and ${FILLS} order by c.id is null, p.opened_on, p.id limit 1`,
    [started],
  );
  return filled ? tx.manager.findOneBy(SuccessionPlanEntity, { id: filled.id }) : null;
}

/** Whoever is recorded to lead without following somebody fills the vacancy that there is by now. */
export async function isStillFilled(tx: Tx, { id }: SuccessionPlanEntity): Promise<boolean> {
  const [found] = await tx.query<{ so: boolean }>(
    `select s.id is null or s.predecessor_id is not null or ${FILLS} as so
     from succession_plans p left join trekkerschappen t on t.id = p.trekkerschap_id
     left join trekkerschappen s on s.id = p.successor_id ${CANDIDATE} where p.id = $1`,
    [id],
  );
  return found!.so;
}

/** Whoever was recorded since something was that is taken back would have filled it. */
export async function fillAgain(tx: Tx, { id }: SuccessionPlanEntity, undone: string): Promise<void> {
  const [filler] = await tx.query<{ id: string }>(
    `select s.id from succession_plans p left join trekkerschappen t on t.id = p.trekkerschap_id
     join trekkerschappen s on s.oudernetwerk_id = p.oudernetwerk_id and s.predecessor_id is null and s.id > $2 ${CANDIDATE}
     where p.id = $1 and ${FILLS} and not exists (select from succession_plans o where o.successor_id = s.id)
     order by c.id is null, s.id limit 1`,
    [id, undone],
  );
  if (!filler) return;
  const plan = await tx.manager.findOneByOrFail(SuccessionPlanEntity, { id });
  await closeCompleted(tx, plan, { successorId: filler.id, motivation: null });
}
