import { insert, remove } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { furthestDay } from '../../../writes/days-on-record.js';
import { unlessSo } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { coordinators } from '../../access/policies.js';
import { NetworkEndTaskEntity, type OudernetwerkEntity } from '../oudernetwerk.entity.js';
import { renewStandby } from '../trekkerschap/standby.js';
import { END_TASKS } from './end-tasks.js';
import type { OudernetwerkContinueInput, OudernetwerkEndInput } from './life.inputs.js';
import { close, earliestEnd, lastDayBefore, lifeStep, managedNetwork, reopen } from '../network-end.js';

/** At once, in the past or on a day to come, which may still move. Every role ends with the network. */
export const endOudernetwerk: UseCase<OudernetwerkEndInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const network = await managedNetwork(tx, input);
    refuseOver(tx, network);
    const on = input.on ?? tx.today;
    const checks = new Checks();
    const reason = checks.text(input.reason, ['input', 'reason'], 500);
    unlessSo(network, { endedOn: on, endReason: reason }, { oudernetwerk: network.id });
    const isNew = !network.endedOn;
    await reopen(tx, network);
    checks.day(on, ['input', 'on'], await earliestEnd(tx, network), furthestDay(tx));
    checks.done();
    close(tx, network, on, reason);
    if (isNew) endTasksOf(tx, network, END_TASKS);
    tx.record({ name: 'oudernetwerk.ended', ...lifeStep(tx, network) });
    await renewStandby(tx, network);
    return { oudernetwerk: network.id };
  },
};

/** Takes a planned end back, before its day: everything goes on as if it had not been planned. */
export const continueOudernetwerk: UseCase<OudernetwerkContinueInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const network = await managedNetwork(tx, input);
    refuseOver(tx, network);
    if (!network.endedOn) throw failure('NO_END_RECORDED', ['input', 'id']);
    await goOn(tx, network);
    tx.record({ name: 'oudernetwerk.continued', ...lifeStep(tx, network) });
    await renewStandby(tx, network);
    return { oudernetwerk: network.id };
  },
};

/** Without its end, nothing is left to do for that. */
export async function goOn(tx: Tx, network: OudernetwerkEntity): Promise<void> {
  await reopen(tx, network);
  remove(tx, NetworkEndTaskEntity, { oudernetwerkId: network.id });
}

/** What its end leaves to do, and nothing else. */
export function endTasksOf(
  tx: Tx,
  { id: oudernetwerkId, regionId }: OudernetwerkEntity,
  tasks: readonly (typeof END_TASKS)[number][],
): void {
  remove(tx, NetworkEndTaskEntity, { oudernetwerkId });
  insert(
    tx,
    NetworkEndTaskEntity,
    tasks.map((task) => ({ oudernetwerkId, regionId, task })),
  );
}

function refuseOver(tx: Tx, network: OudernetwerkEntity): void {
  const on = lastDayBefore(tx, network);
  if (on) throw failure('ALREADY_ENDED', ['input', 'id'], { on });
}
