import { v7 as uuid } from 'uuid';
import { insert } from '../../../../db/rows.js';
import type { Tx } from '../../../../db/transaction.js';
import { Checks } from '../../../../kernel/checks.js';
import { about } from '../../../../writes/events.js';
import { find } from '../../../../writes/find.js';
import { newsIn, NothingChanged } from '../../../../writes/patch.js';
import type { UseCase } from '../../../../writes/use-case.js';
import { allow, coordinatorsAndSupporters, worksWith } from '../../../access/policies.js';
import { TrekkerschapEntity } from '../../../oudernetwerken/oudernetwerk.entity.js';
import { refuseNoParent } from '../../../oudernetwerken/trekkerschap/start-trekkerschap.js';
import { builtUpon } from '../../../people/built-upon.js';
import { refuseIfDeceased } from '../../../people/deceased.js';
import { PersonEntity } from '../../../people/person.entity.js';
import { annul, undoReason } from '../../../undo/record-annulment.js';
import { lockCandidate } from '../../lock-plan.js';
import { type SuccessionPlanEntity, SuccessorCandidateEntity } from '../../succession.entity.js';
import { MOST_RANK, refuseCooldown, refuseUnfit } from '../add-candidate.js';
import { isEnded } from '../candidate-stages.js';
import { followCandidates, removeUntouchedChecklist } from '../follow-candidates.js';
import type { CandidateAnnulInput, CandidateCorrectInput, CandidatePatch } from './undo-candidate.inputs.js';

/** Nobody thought of them, or they never said so. Whoever leads because of it must be put right first. */
export const annulCandidate: UseCase<CandidateAnnulInput, { successionPlan: string }> = {
  policy: coordinatorsAndSupporters,
  async run(tx, input) {
    const reason = undoReason(input);
    const { candidate, plan, network } = await lockCandidate(tx, input);
    allow(worksWith(tx.viewer, network));
    await refuseAppointed(tx, candidate, plan);
    annul(tx, SuccessorCandidateEntity, 'SuccessorCandidate', candidate, reason);
    tx.record({
      name: 'candidate.annulled',
      ...about('SuccessorCandidate', candidate),
      details: whatItSaid(candidate),
    });
    await follow(tx, plan);
    return { successionPlan: plan.id };
  },
};

type Corrected = { candidate: string; successionPlan: string };

/** It was otherwise: annulled and recorded anew. */
export const correctCandidate: UseCase<CandidateCorrectInput, Corrected> = {
  policy: coordinatorsAndSupporters,
  async run(tx, input) {
    const reason = undoReason(input);
    const { candidate: old, plan, network } = await lockCandidate(tx, input);
    allow(worksWith(tx.viewer, network));
    await refuseAppointed(tx, old, plan);
    const personId = await patchedPerson(tx, old, input.patch);
    const changes = { personId, ...patched(tx, old, input.patch) };
    if (Object.keys(newsIn(old, changes)).length === 0) {
      throw new NothingChanged({ candidate: old.id, successionPlan: plan.id });
    }
    const named = personId === old.personId ? at('stage') : PERSON;
    await refuseIfDeceased(tx, personId, changes.endedOn, named);
    const { planId, oudernetwerkId, regionId, motivation } = old;
    const row = { id: uuid(), planId, oudernetwerkId, regionId, motivation, ...changes };
    annul(tx, SuccessorCandidateEntity, 'SuccessorCandidate', old, reason, row.id);
    if (personId !== old.personId || !row.endedOn) await refuseUnfit(tx, plan, personId, PERSON);
    if (personId !== old.personId && !motivation) await refuseCooldown(tx, personId, PERSON);
    insert(tx, SuccessorCandidateEntity, row);
    tx.record({
      name: 'candidate.corrected',
      ...about('SuccessorCandidate', old),
      details: { ...whatItSaid(old), replacedBy: row.id },
    });
    const { stage } = row;
    tx.record({ name: 'candidate.added', ...about('SuccessorCandidate', row), details: { stage } });
    await follow(tx, plan);
    return { candidate: row.id, successionPlan: plan.id };
  },
};

const PERSON = ['input', 'patch', 'personId'];
const at = (field: keyof CandidatePatch) => ['input', 'patch', field];

async function patchedPerson(
  tx: Tx,
  old: SuccessorCandidateEntity,
  { personId }: CandidatePatch,
): Promise<string> {
  if (personId === undefined) return old.personId;
  const person = await find(tx, PersonEntity, personId, PERSON);
  refuseNoParent(person, PERSON);
  return person.id;
}

/** Where the conversation stands, and if it is over since when and why. */
function patched(tx: Tx, old: SuccessorCandidateEntity, patch: CandidatePatch) {
  const checks = new Checks();
  const stage = patch.stage ?? old.stage;
  const ends = isEnded(stage);
  const why = patch.endReason === undefined ? old.declineReason : patch.endReason;
  const declineReason = checks.optionalText(why, at('endReason'), 500);
  checks.number(patch.rank, at('rank'), 1, MOST_RANK);
  checks.dayUntilToday(patch.endedOn, at('endedOn'), tx.today.subtract({ years: 10 }), tx.today);
  if (ends && !declineReason) checks.refuse('REQUIRED', at('endReason'));
  if (ends && patch.endedOn === null) checks.refuse('REQUIRED', at('endedOn'));
  if (stage === 'APPOINTED') checks.refuse('APPOINT_BY_COMPLETING', at('stage'));
  checks.done();
  return {
    stage,
    readiness: patch.readiness ?? old.readiness,
    rank: patch.rank ?? old.rank,
    nextStepOn: ends ? null : old.nextStepOn,
    declineReason: ends ? declineReason : null,
    endedOn: ends ? (patch.endedOn ?? old.endedOn ?? tx.today) : null,
  };
}

/** An open search is where its candidates are; what came with an agreement that never was goes, if nobody touched it. */
async function follow(tx: Tx, plan: SuccessionPlanEntity): Promise<void> {
  if (plan.closedOn) return;
  await followCandidates(tx, plan);
  removeUntouchedChecklist(tx, plan);
}

async function refuseAppointed(
  tx: Tx,
  { stage, personId }: SuccessorCandidateEntity,
  { successorId }: SuccessionPlanEntity,
): Promise<void> {
  if (stage !== 'APPOINTED') return;
  const led = await tx.manager.findOneByOrFail(TrekkerschapEntity, { id: successorId! });
  throw await builtUpon(tx, 'appointed', personId, led.period.from);
}

function whatItSaid({ personId, stage, endedOn }: SuccessorCandidateEntity) {
  return { personId, stage, endedOn: endedOn?.toString() ?? null };
}
