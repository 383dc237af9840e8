import { update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { about } from '../../../writes/events.js';
import { SuccessionPlanEntity, SuccessorCandidateEntity } from '../succession.entity.js';

type Candidate = Pick<SuccessorCandidateEntity, 'id' | 'regionId' | 'stage' | 'version'>;

interface Outcome {
  /** uuid */
  readonly successorId: string;
  readonly motivation: string | null;
  /** today, unless it had been completed before */
  readonly closedOn?: PlainDate;
}

/** The plan found its successor, who is appointed if they were a candidate. */
export async function closeCompleted(
  tx: Tx,
  plan: SuccessionPlanEntity,
  { successorId, motivation, closedOn = tx.today }: Outcome,
): Promise<void> {
  const [candidate] = await tx.query<Candidate>(
    `select c.id, c.region_id as "regionId", c.stage, c.version
     from successor_candidates c join trekkerschappen s on s.person_id = c.person_id
     where c.plan_id = $1 and c.ended_on is null and s.id = $2`,
    [plan.id, successorId],
  );
  if (candidate) {
    update(
      tx,
      SuccessorCandidateEntity,
      { id: candidate.id },
      {
        stage: 'APPOINTED',
        appointedFrom: candidate.stage,
        nextStepOn: null,
        version: candidate.version + 1,
      },
    );
    tx.record({
      name: 'candidate.appointed',
      ...about('SuccessorCandidate', candidate),
      details: { from: candidate.stage },
    });
  }
  update(
    tx,
    SuccessionPlanEntity,
    { id: plan.id },
    { status: 'COMPLETED', closedOn, successorId, motivation },
  );
  tx.record({ name: 'succession.completed', ...about('SuccessionPlan', plan), details: { successorId } });
}
