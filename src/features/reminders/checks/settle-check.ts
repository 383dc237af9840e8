import type { Tx } from '../../../db/transaction.js';
import { nodeId } from '../../../kernel/node-id.js';
import { NothingChanged } from '../../../writes/patch.js';
import {
  endTrekkerschap,
  planEndOfTrekkerschap,
} from '../../oudernetwerken/trekkerschap/end-trekkerschap.js';
import { TrekkerschapEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import type { EndReason } from '../../oudernetwerken/oudernetwerk.enums.js';
import {
  PlannedEndInput,
  TrekkerschapEndInput,
  TrekkerschapPlanEndInput,
} from '../../oudernetwerken/trekkerschap/trekkerschap.inputs.js';
import { SchoolTieConfirmInput } from '../../people/person.inputs.js';
import { confirmSchoolTie } from '../../people/school-ties/save-school-tie.js';
import type { Check, CheckAnswer } from './check.js';

type Reason = keyof typeof EndReason;

/** Why a trekker stops who says that our expectation is right. */
const REASONS: Readonly<Record<string, Reason>> = {
  CHILD_LEAVES_SCHOOL: 'CHILD_LEFT_SCHOOL',
  TERM_LIMIT: 'TERM_COMPLETED',
  TENURE_GUIDELINE: 'TERM_COMPLETED',
};

/** Records what a trekker says of their own data; what is so already leaves no trace. With their rights. */
export async function settleCheck(tx: Tx, check: Check, answer: CheckAnswer): Promise<void> {
  await tx.query('savepoint unsaid');
  try {
    await record(tx, check, answer);
  } catch (error) {
    if (!(error instanceof NothingChanged)) throw error;
    await tx.query('rollback to savepoint unsaid');
  }
}

async function record(tx: Tx, { kind, subjectId, on, driver }: Check, answer: CheckAnswer): Promise<void> {
  if (kind === 'TIE_UNCONFIRMED') {
    const id = nodeId('SchoolTie', subjectId);
    await confirmSchoolTie.run(
      tx,
      Object.assign(new SchoolTieConfirmInput(), { id, ...(!answer.isRight && { statedExit: answer.on }) }),
      HERE,
    );
    return;
  }
  const said = answer.isRight ? on! : answer.on;
  const id = nodeId('Trekkerschap', subjectId);
  const held = (await tx.manager.findOneBy(TrekkerschapEntity, { id: subjectId }))!;
  if (held.period.until) {
    if (answer.isRight) return;
    await endTrekkerschap.run(
      tx,
      Object.assign(new TrekkerschapEndInput(), { id, on: said, reason: held.endReason ?? 'OTHER' }),
      HERE,
    );
    return;
  }
  const because = answer.isRight ? REASONS[driver ?? ''] : null;
  const reason = (held.plannedEndReason ?? because ?? 'OTHER') as Reason;
  const plannedEnd = Object.assign(new PlannedEndInput(), { on: said, reason });
  await planEndOfTrekkerschap.run(
    tx,
    Object.assign(new TrekkerschapPlanEndInput(), { id, plannedEnd }),
    HERE,
  );
}

/** These use-cases hand out no address. */
const HERE = { serviceUrl: '' };
