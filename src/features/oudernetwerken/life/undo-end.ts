import { furthestDay } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { NothingChanged, newsIn } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { coordinators } from '../../access/policies.js';
import { recordAnnulment, undoReason } from '../../undo/record-annulment.js';
import type { OudernetwerkEntity } from '../oudernetwerk.entity.js';
import { about } from '../../../writes/events.js';
import { renewStandby } from '../trekkerschap/standby.js';
import { goOn } from './end-network.js';
import { refuseMerged } from './link-networks.js';
import type { OudernetwerkEndAnnulInput, OudernetwerkEndCorrectInput } from './life.inputs.js';
import { close, earliestEnd, lifeStep, managedNetwork, reopen } from '../network-end.js';

/** It never ended: everything that the end closed is open again, as it was. */
export const annulEnd: UseCase<OudernetwerkEndAnnulInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const reason = undoReason(input);
    const network = await managedNetwork(tx, input);
    const details = whatItSaid(network);
    await refuseMerged(tx, network);
    await goOn(tx, network);
    recordAnnulment(tx, 'OudernetwerkEnd', network, reason);
    tx.record({ name: 'oudernetwerk.endAnnulled', ...about('Oudernetwerk', network), details });
    await renewStandby(tx, network);
    return { oudernetwerk: network.id };
  },
};

/** It ended on another day, or for another reason: as if that had been recorded at once. */
export const correctEnd: UseCase<OudernetwerkEndCorrectInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const reason = undoReason(input);
    const network = await managedNetwork(tx, input);
    const details = whatItSaid(network);
    await refuseMerged(tx, network);
    const on = input.patch.on ?? network.endedOn!;
    const checks = new Checks();
    const why = checks.text(input.patch.reason ?? network.endReason!, ['input', 'patch', 'reason'], 500);
    if (Object.keys(newsIn(network, { endedOn: on, endReason: why })).length === 0) {
      throw new NothingChanged({ oudernetwerk: network.id });
    }
    await reopen(tx, network);
    checks.day(on, ['input', 'patch', 'on'], await earliestEnd(tx, network), furthestDay(tx));
    checks.done();
    close(tx, network, on, why);
    recordAnnulment(tx, 'OudernetwerkEnd', network, reason);
    tx.record({ name: 'oudernetwerk.endCorrected', ...about('Oudernetwerk', network), details });
    tx.record({ name: 'oudernetwerk.ended', ...lifeStep(tx, network) });
    await renewStandby(tx, network);
    return { oudernetwerk: network.id };
  },
};

function whatItSaid({ endedOn }: OudernetwerkEntity) {
  if (!endedOn) throw failure('NO_END_RECORDED', ['input', 'id']);
  return { endedOn: endedOn.toString() };
}
