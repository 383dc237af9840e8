import { IsNull } from 'typeorm';
import type { Tx } from '../../../db/transaction.js';
import { furthestDay } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { rowsWhere } from '../../../db/rows.js';
import { Checks } from '../../../kernel/checks.js';
import { latest, type PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { startOrGoOn } from '../../oudernetwerken/trekkerschap/change-role.js';
import { reasonOf, recordEnd } from '../../oudernetwerken/trekkerschap/end-trekkerschap.js';
import { asPlanned, lastDayBefore } from '../../oudernetwerken/network-end.js';
import { type OudernetwerkEntity, TrekkerschapEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { renewStandby } from '../../oudernetwerken/trekkerschap/standby.js';
import {
  checkRoleDay,
  newTrekkerschap,
  refuseNoParent,
} from '../../oudernetwerken/trekkerschap/start-trekkerschap.js';
import { PersonEntity } from '../../people/person.entity.js';
import { hasAgreed } from '../candidates/candidate-stages.js';
import { closeCompleted } from './close-completed.js';
import { candidateOf, lockPlan, refuseClosed } from '../lock-plan.js';
import {
  HandoverItemEntity,
  type SuccessionPlanEntity,
  SuccessorCandidateEntity,
} from '../succession.entity.js';
import type { SuccessionCompleteInput } from '../succession.inputs.js';

const CANDIDATE = ['input', 'candidateId'];
const AROUND = 'oudernetwerk_id = $1 or predecessor_id = $2';

type Completed = { successionPlan: string; trekkerschap: string };

/** The old trekkerschap ends, the new one starts and the plan is completed: all or nothing. */
export const completeSuccession: UseCase<SuccessionCompleteInput, Completed> = {
  policy: coordinators,
  async run(tx, input) {
    const { plan, network } = await lockPlan(tx, input);
    allow(manages(tx.viewer, network.regionId));
    const named = input.candidateId != null ? await candidateOf(tx, plan, input.candidateId) : null;
    const old = plan.trekkerschapId ? await trekkerOf(tx, network, plan.trekkerschapId) : null;
    const checks = new Checks();
    const motivation = checks.optionalText(input.motivation, ['input', 'motivation'], 500);
    checkRoleDay(checks, tx, input.from, ['input', 'from']);
    // today is the default if nothing else says when the old one ends: they may still have to begin
    const last = input.on ?? (old?.period.until === null ? tx.today : null);
    checks.day(last, ['input', 'on'], old?.period.from ?? tx.today, furthestDay(tx));
    checks.done();
    refuseClosed(plan);
    const { personId } = named ? onlyAgreed([named]) : await onlyCandidate(tx, plan);
    refuseNoParent(await tx.manager.findOneByOrFail(PersonEntity, { id: personId }), CANDIDATE);
    if (old?.personId === personId) throw failure('SAME_PERSON', CANDIDATE);
    if (!motivation) await refuseOpenItems(tx, plan);
    const others = await rowsWhere(tx, TrekkerschapEntity, AROUND, [network.id, old?.id ?? null]);
    if (old && others.some(({ predecessorId }) => predecessorId === old.id)) {
      throw failure('HANDED_OVER', ['input', 'id']);
    }

    const lastDay = old && (old.period.until ?? input.on ?? tx.today);
    if (old && lastDay && !old.period.until) {
      recordEnd(tx, old, lastDay, reasonOf(old, input.reason));
    }
    const from = input.from ?? firstDay(tx, lastDay);
    const networkEnd = lastDayBefore(tx, network, from);
    if (networkEnd) throw failure('NETWORK_ENDED', ['input', 'from'], { on: networkEnd });
    const role = input.role ?? old?.role ?? 'TREKKER';
    const row = newTrekkerschap(network, personId, role, { from, until: null });
    row.predecessorId = old?.id ?? null;
    await startOrGoOn(tx, row, others, ['input', 'from']);
    await renewStandby(tx, network);
    await closeCompleted(tx, plan, { successorId: row.id, motivation });
    return { successionPlan: plan.id, trekkerschap: row.id };
  },
};

/** Without a recorded end, where it only ends with the network. */
async function trekkerOf(tx: Tx, network: OudernetwerkEntity, id: string): Promise<TrekkerschapEntity> {
  return asPlanned(tx, network, await tx.manager.findOneByOrFail(TrekkerschapEntity, { id }));
}

async function onlyCandidate(
  tx: Tx,
  { id: planId }: SuccessionPlanEntity,
): Promise<SuccessorCandidateEntity> {
  return onlyAgreed(await tx.manager.findBy(SuccessorCandidateEntity, { planId, endedOn: IsNull() }));
}

function onlyAgreed(candidates: readonly SuccessorCandidateEntity[]): SuccessorCandidateEntity {
  const [first, second] = candidates.filter(({ stage }) => hasAgreed(stage));
  if (!first) throw failure('CANDIDATE_NOT_AGREED', CANDIDATE);
  if (second) throw failure('CHOOSE_CANDIDATE', CANDIDATE);
  return first;
}

async function refuseOpenItems(tx: Tx, { id: planId }: SuccessionPlanEntity): Promise<void> {
  const count = await tx.manager.countBy(HandoverItemEntity, { planId, mandatory: true, doneOn: IsNull() });
  if (count > 0) throw failure('HANDOVER_OPEN', ['input', 'motivation'], { count });
}

/** The day after the old one's last; not before today, if nobody has led since. */
function firstDay(tx: Tx, lastDay: PlainDate | null): PlainDate {
  return lastDay ? latest(lastDay.add({ days: 1 }), tx.today) : tx.today;
}
