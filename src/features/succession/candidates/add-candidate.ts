import { v7 as uuid } from 'uuid';
import { IsNull, Raw } from 'typeorm';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { furthestDay } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find } from '../../../writes/find.js';
import { about } from '../../../writes/events.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { allow, coordinatorsAndSupporters, worksWith } from '../../access/policies.js';
import { TrekkerschapEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { refusePaused } from '../../people/contact-pause/contact-pause.js';
import { refuseDeceased } from '../../people/deceased.js';
import { refuseNoParent } from '../../oudernetwerken/trekkerschap/start-trekkerschap.js';
import { PersonEntity } from '../../people/person.entity.js';
import { FIRST_STAGES, stagesInWords } from './candidate-stages.js';
import { followCandidates } from './follow-candidates.js';
import { lockPlanNamed, refuseClosed } from '../lock-plan.js';
import { type SuccessionPlanEntity, SuccessorCandidateEntity } from '../succession.entity.js';
import type { CandidateAddInput } from '../succession.inputs.js';

export const MOST_RANK = 1_000;

type Added = { candidate: string; successionPlan: string };

export const addCandidate: UseCase<CandidateAddInput, Added> = {
  policy: coordinatorsAndSupporters,
  async run(tx, input) {
    const { plan, network } = await lockPlanNamed(tx, input.planId, ['input', 'planId']);
    allow(worksWith(tx.viewer, network));
    const person = await find(tx, PersonEntity, input.personId, ['input', 'personId']);
    refuseNoParent(person, ['input', 'personId']);
    const checks = new Checks();
    const motivation = checks.optionalText(input.motivation, ['input', 'motivation'], 500);
    checks.number(input.rank, ['input', 'rank'], 1, MOST_RANK);
    checkNextStep(checks, tx, input.nextStepOn);
    checks.done();
    refuseClosed(plan, ['input', 'planId']);
    refuseDeceased(person, null, ['input', 'personId']);
    await refusePaused(tx, person.id, ['input', 'personId']);
    const { stage } = input;
    if (!FIRST_STAGES.includes(stage)) {
      throw failure('ILLEGAL_STEP', ['input', 'stage'], {
        possible: stagesInWords(FIRST_STAGES, tx.viewer.locale),
      });
    }
    await refuseUnfit(tx, plan, person.id, ['input', 'personId']);
    if (!motivation) await refuseCooldown(tx, person.id, ['input', 'personId']);

    const row = {
      id: uuid(),
      planId: plan.id,
      oudernetwerkId: plan.oudernetwerkId,
      regionId: plan.regionId,
      personId: person.id,
      rank: input.rank ?? (await lastRank(tx, plan)),
      readiness: input.readiness,
      stage,
      nextStepOn: input.nextStepOn ?? null,
      motivation,
    };
    insert(tx, SuccessorCandidateEntity, row);
    tx.record({ name: 'candidate.added', ...about('SuccessorCandidate', row), details: { stage } });
    await followCandidates(tx, plan);
    return { candidate: row.id, successionPlan: plan.id };
  },
};

export function checkNextStep(checks: Checks, tx: Tx, on: CandidateAddInput['nextStepOn']): void {
  checks.day(on, ['input', 'nextStepOn'], tx.today, furthestDay(tx));
}

/** Not twice, not the leaving trekker, and not a current trekker, unless a co-trekker. */
export async function refuseUnfit(
  tx: Tx,
  plan: SuccessionPlanEntity,
  personId: string,
  path: readonly string[],
): Promise<void> {
  const open = { planId: plan.id, personId, endedOn: IsNull() };
  if (await tx.manager.existsBy(SuccessorCandidateEntity, open)) throw failure('CANDIDATE_ALREADY', path);
  const leaving = { id: plan.trekkerschapId ?? undefined, personId };
  if (plan.trekkerschapId && (await tx.manager.existsBy(TrekkerschapEntity, leaving))) {
    throw failure('SAME_PERSON', path);
  }
  const on = tx.today.toString();
  const leading = {
    oudernetwerkId: plan.oudernetwerkId,
    personId,
    role: 'TREKKER',
    period: Raw((column) => `${column} @> :on::date`, { on }),
  };
  if (await tx.manager.existsBy(TrekkerschapEntity, leading)) throw failure('ALREADY_LEADS', path);
}

/** Whoever said no, as far as this viewer sees who was asked, and whoever stopped with everything. */
export async function refuseCooldown(tx: Tx, personId: string, path: readonly string[]): Promise<void> {
  const [last] = await tx.query<{ on: string; until: string }>(
    `select ended_on as on, rests_until(ended_on) as until from successor_candidates
     where person_id = $1 and stage = 'DECLINED' and rests_until(ended_on) >= $2 order by ended_on desc limit 1`,
    [personId, tx.today.toString()],
  );
  if (last) throw failure('IN_COOLDOWN', path, { ...last });
  const [row] = await tx.query<{ rests: boolean }>('select left_in_peace($1, $2) as rests', [
    personId,
    tx.today.toString(),
  ]);
  if (row!.rests) throw failure('LEFT_IN_PEACE', path);
}

async function lastRank(tx: Tx, plan: SuccessionPlanEntity): Promise<number> {
  const [row] = await tx.query<{ rank: number }>(
    'select least(coalesce(max(rank), 0) + 1, $2::integer) as rank from successor_candidates where plan_id = $1',
    [plan.id, MOST_RANK],
  );
  return row!.rank;
}
