import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { NothingChanged, saveNews } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import type { Locale } from '../../../kernel/messages.js';
import { allow, coordinatorsAndSupporters, worksWith } from '../../access/policies.js';
import { checkNextStep, MOST_RANK } from './add-candidate.js';
import { isEnded, type Stage, stagesInWords, stepsFrom } from './candidate-stages.js';
import { followCandidates } from './follow-candidates.js';
import { lockCandidate, refuseClosed } from '../lock-plan.js';
import { SuccessorCandidateEntity } from '../succession.entity.js';
import type { CandidateMoveInput } from '../succession.inputs.js';

/** A candidate who agreed and withdraws brings the search back to where the others are. */
export const moveCandidate: UseCase<CandidateMoveInput, { candidate: string; successionPlan: string }> = {
  policy: coordinatorsAndSupporters,
  async run(tx, input) {
    const { candidate, plan, network } = await lockCandidate(tx, input);
    allow(worksWith(tx.viewer, network));
    const stage = input.stage ?? candidate.stage;
    const ends = isEnded(stage) && stage !== candidate.stage;
    const checks = new Checks();
    const reason = checks.optionalText(input.reason, ['input', 'reason'], 500);
    checks.number(input.rank, ['input', 'rank'], 1, MOST_RANK);
    checkNextStep(checks, tx, input.nextStepOn);
    if (ends && !reason) checks.refuse('REQUIRED', ['input', 'reason']);
    checks.done();
    refuseClosed(plan);
    if (stepsFrom(candidate.stage).length === 0) throw failure('CANDIDATE_ENDED', ['input', 'id']);
    refuseIllegal(candidate.stage, stage, tx.viewer.locale);

    const refs = { candidate: candidate.id, successionPlan: plan.id };
    const changes = {
      stage,
      readiness: input.readiness ?? candidate.readiness,
      rank: input.rank ?? candidate.rank,
      nextStepOn: ends ? null : input.nextStepOn === undefined ? candidate.nextStepOn : input.nextStepOn,
      ...(ends && { declineReason: reason, endedOn: tx.today }),
    };
    if (!saveNews(tx, SuccessorCandidateEntity, candidate, changes)) throw new NothingChanged(refs);
    tx.record({
      name: 'candidate.moved',
      ...about('SuccessorCandidate', candidate),
      details: { from: candidate.stage, to: stage },
    });
    await followCandidates(tx, plan);
    return refs;
  },
};

function refuseIllegal(from: Stage, to: Stage, locale: Locale): void {
  if (from === to) return;
  if (to === 'APPOINTED') throw failure('APPOINT_BY_COMPLETING', ['input', 'stage']);
  const possible = stepsFrom(from);
  if (!possible.includes(to)) {
    throw failure('ILLEGAL_STEP', ['input', 'stage'], { possible: stagesInWords(possible, locale) });
  }
}
