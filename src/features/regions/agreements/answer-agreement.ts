import { update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import { isBefore, latest } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { endsBefore } from '../../../kernel/period.js';
import { furthestDay } from '../../../writes/days-on-record.js';
import { about } from '../../../writes/events.js';
import { findLocked, uuidOf } from '../../../writes/find.js';
import { unlessSo } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { RegionAgreementEntity } from './region-agreement.entity.js';
import type {
  RegionAgreementDecideInput,
  RegionAgreementEndInput,
  RegionAgreementWithdrawInput,
} from './region-agreement.inputs.js';

type Answer = { regionAgreement: string };

const ID = ['input', 'id'];
const REASON = ['input', 'reason'];
export const LONGEST_WORDS = 1_000;

/** By the other region, and never by the one who asked, though they coordinate both. It holds from the decision on. */
export const decideAgreement: UseCase<RegionAgreementDecideInput, Answer> = {
  policy: coordinators,
  async run(tx, input) {
    tx.send('select lock_agreed_network($1)', [uuidOf(input.id, 'RegionAgreement', ID)]);
    const agreement = await findLocked(tx, RegionAgreementEntity, input);
    allow(manages(tx.viewer, agreement.regionId));
    refuseAnswered(agreement);
    if (agreement.askedBy === tx.viewer.accountId) throw failure('OWN_QUESTION', ID);
    const { from, until } = agreement.period;
    if (endsBefore(agreement.period, tx.today)) throw failure('AGREEMENT_OVER', ID, { on: until });
    const checks = new Checks();
    const answerReason = input.accept
      ? checks.optionalText(input.reason, REASON, LONGEST_WORDS)
      : checks.text(input.reason ?? '', REASON, LONGEST_WORDS);
    checks.done();
    const answer = input.accept ? 'AGREED' : 'DECLINED';
    const period = input.accept ? { from: latest(from, tx.today), until } : agreement.period;
    write(tx, agreement, { answer, answeredOn: tx.today, answerReason, period });
    tx.record({
      name: input.accept ? 'regionAgreement.agreed' : 'regionAgreement.declined',
      ...subjectOf(agreement),
      details: {},
    });
    return { regionAgreement: agreement.id };
  },
};

export const withdrawAgreement: UseCase<RegionAgreementWithdrawInput, Answer> = {
  policy: coordinators,
  async run(tx, input) {
    const agreement = await findLocked(tx, RegionAgreementEntity, input);
    allow(manages(tx.viewer, agreement.homeRegionId));
    refuseAnswered(agreement);
    write(tx, agreement, { answer: 'WITHDRAWN', answeredOn: tx.today });
    tx.record({ name: 'regionAgreement.withdrawn', ...subjectOf(agreement), details: {} });
    return { regionAgreement: agreement.id };
  },
};

/** By either side. What has not begun by then never will. */
export const endAgreement: UseCase<RegionAgreementEndInput, Answer> = {
  policy: coordinators,
  async run(tx, input) {
    const agreement = await findLocked(tx, RegionAgreementEntity, input);
    const { kind, homeRegionId, regionId, answer, period } = agreement;
    const endedByRegionId = [homeRegionId, regionId].find((side) => manages(tx.viewer, side));
    allow(endedByRegionId !== undefined);
    const isOver = endsBefore(period, tx.today);
    // who has moved has moved: that is asked again, the other way round
    const isDone = kind === 'MOVES' && !isBefore(tx.today, period.from);
    if (answer !== 'AGREED' || isOver || isDone) throw failure('NOT_AGREED', ID);
    const on = input.on ?? tx.today;
    const checks = new Checks();
    checks.day(on, ['input', 'on'], tx.today.subtract({ days: 1 }), period.until ?? furthestDay(tx));
    const endReason = checks.text(input.reason, REASON, LONGEST_WORDS);
    checks.done();
    const change = isBefore(on, period.from)
      ? ({ answer: 'WITHDRAWN', answeredOn: tx.today } as const)
      : { period: { from: period.from, until: on } };
    const changes = { ...change, endedByRegionId, endReason };
    unlessSo(agreement, changes, { regionAgreement: agreement.id });
    write(tx, agreement, changes);
    const details = { on: on.toString() };
    tx.record({ name: 'regionAgreement.ended', ...subjectOf(agreement), details });
    return { regionAgreement: agreement.id };
  },
};

function refuseAnswered({ answer, answeredOn }: RegionAgreementEntity): void {
  if (answer) throw failure('ALREADY_DECIDED', ID, { on: answeredOn });
}

function write(tx: Tx, { id }: RegionAgreementEntity, change: Partial<RegionAgreementEntity>): void {
  const answeredBy = change.answer ? { answeredBy: tx.viewer.accountId } : {};
  update(tx, RegionAgreementEntity, { id }, { ...change, ...answeredBy });
}

function subjectOf({ id, homeRegionId }: RegionAgreementEntity) {
  return about('RegionAgreement', { id, regionId: homeRegionId });
}
