import { IsNull } from 'typeorm';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import { SuccessionPlanEntity, SuccessorCandidateEntity } from '../succession.entity.js';

/** The plan found its successor, who is appointed if they were a candidate. */
export async function closeCompleted(
  tx: Tx,
  plan: SuccessionPlanEntity,
  found: { successorId: string; personId: string; motivation: string | null },
): Promise<void> {
  const { successorId, personId, motivation } = found;
  const candidate = await tx.manager.findOneBy(SuccessorCandidateEntity, {
    planId: plan.id,
    personId,
    endedOn: IsNull(),
  });
  if (candidate) {
    await tx.manager.update(
      SuccessorCandidateEntity,
      { id: candidate.id },
      { stage: 'APPOINTED', nextStepOn: null, version: () => 'version + 1' },
    );
    tx.record({
      name: 'candidate.appointed',
      ...about('SuccessorCandidate', candidate),
      details: { from: candidate.stage },
    });
  }
  await tx.manager.update(
    SuccessionPlanEntity,
    { id: plan.id },
    { status: 'COMPLETED', closedOn: tx.today, successorId, motivation },
  );
  tx.record({ name: 'succession.completed', ...about('SuccessionPlan', plan), details: { successorId } });
}
