import { In } from 'typeorm';
import type { Departing } from '../../../writes/departing.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import { followDeparture } from './follow-candidates.js';
import type { Stage } from './candidate-stages.js';
import { SuccessionPlanEntity } from '../succession.entity.js';

/** Why a conversation is over; said to those who search, who know the person. */
export const DEPARTED = 'Doet niet meer mee.';

export interface Withdrawn {
  readonly id: string;
  readonly region_id: string;
  /** where they were */
  readonly stage: Stage;
}

export function tellWithdrawn(tx: Tx, { id, region_id: regionId, stage: from }: Withdrawn): void {
  const subject = about('SuccessorCandidate', { id, regionId });
  tx.record({ name: 'candidate.moved', ...subject, details: { from, to: 'WITHDRAWN' } });
}

/**
 * Ends the conversations about whether they would lead; what they were to hand over is nobody's. The networks of both are
 * locked by then.
 */
export const departAsCandidate: Departing = {
  tables: ['successor_candidates', 'handover_items'],
  async depart(tx, { id }) {
    const ended = await tx.query<Withdrawn & { plan_id: string }>(
      'select * from end_candidacies($1, $2, $3)',
      [id, tx.today.toString(), DEPARTED],
    );
    for (const one of ended) tellWithdrawn(tx, one);
    await followPlans(
      tx,
      ended.map(({ plan_id }) => plan_id),
    );
  },
  async takeBack(tx, rows) {
    const back = rows.filter(({ table, restored }) => table === 'successor_candidates' && restored);
    for (const { id, was } of back) {
      const subject = about('SuccessorCandidate', { id, regionId: was['region_id'] as string });
      const to = was['stage'] as Stage;
      tx.record({ name: 'candidate.moved', ...subject, details: { from: 'WITHDRAWN', to } });
    }
    await followPlans(
      tx,
      back.map(({ was }) => was['plan_id'] as string),
    );
  },
};

/**
 * A conversation was otherwise. Where it is not over after all, it is by the stop that its person recorded since, as if it had
 * been recorded rightly at once. As the system.
 */
export async function withdrawCorrected(tx: Tx, id: string, wasOver: string | null): Promise<void> {
  if (!wasOver) return;
  const withdrawn = await tx.query<Withdrawn & { plan_id: string }>(
    'select * from withdraw_departed($1, $2, $3)',
    [id, wasOver, DEPARTED],
  );
  for (const one of withdrawn) tellWithdrawn(tx, one);
  await followPlans(
    tx,
    withdrawn.map(({ plan_id }) => plan_id),
  );
}

async function followPlans(tx: Tx, ids: readonly string[]): Promise<void> {
  const plans = await tx.manager.findBy(SuccessionPlanEntity, { id: In(ids) });
  for (const plan of plans) if (!plan.closedOn) await followDeparture(tx, plan);
}
