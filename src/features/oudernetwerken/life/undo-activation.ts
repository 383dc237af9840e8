import { update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { FIRST_DAY } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { NothingChanged } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { earliest } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { coordinators } from '../../access/policies.js';
import { recordAnnulment, undoReason } from '../../undo/record-annulment.js';
import { OudernetwerkEntity } from '../oudernetwerk.entity.js';
import { renewStandby } from '../trekkerschap/standby.js';
import type { OudernetwerkActivationAnnulInput, OudernetwerkActivationCorrectInput } from './life.inputs.js';
import { managedNetwork } from '../network-end.js';

type Changed = { oudernetwerk: string };

/** It was never active: it is forming, and nobody has to lead it yet. */
export const annulActivation: UseCase<OudernetwerkActivationAnnulInput, Changed> = {
  policy: coordinators,
  async run(tx, input) {
    const reason = undoReason(input);
    const network = await managedNetwork(tx, input);
    const activeFrom = activated(network);
    const { endedOn } = network;
    if (endedOn) throw failure('BUILT_UPON', ['input', 'id'], { what: 'end', from: endedOn });
    network.activeFrom = null;
    update(tx, OudernetwerkEntity, { id: network.id }, { phase: 'FORMING', activeFrom: null });
    recordAnnulment(tx, 'OudernetwerkActivation', network, reason);
    const details = { activeFrom: activeFrom.toString() };
    tx.record({ name: 'oudernetwerk.activationAnnulled', ...about('Oudernetwerk', network), details });
    await renewStandby(tx, network);
    return { oudernetwerk: network.id };
  },
};

/** It was active from another day on. */
export const correctActivation: UseCase<OudernetwerkActivationCorrectInput, Changed> = {
  policy: coordinators,
  async run(tx, input) {
    const reason = undoReason(input);
    const network = await managedNetwork(tx, input);
    const activeFrom = activated(network);
    const on = input.patch.on ?? activeFrom;
    if (on.equals(activeFrom)) throw new NothingChanged({ oudernetwerk: network.id });
    const checks = new Checks();
    checks.day(on, ['input', 'patch', 'on'], FIRST_DAY, lastFirstDay(tx, network));
    checks.done();
    network.activeFrom = on;
    update(tx, OudernetwerkEntity, { id: network.id }, { activeFrom: on });
    recordAnnulment(tx, 'OudernetwerkActivation', network, reason);
    const details = { activeFrom: activeFrom.toString() };
    tx.record({ name: 'oudernetwerk.activationCorrected', ...about('Oudernetwerk', network), details });
    await renewStandby(tx, network);
    return { oudernetwerk: network.id };
  },
};

function lastFirstDay(tx: Tx, { endedOn }: OudernetwerkEntity) {
  return earliest(tx.today, endedOn ?? tx.today);
}

function activated({ activeFrom }: OudernetwerkEntity) {
  if (!activeFrom) throw failure('NETWORK_NOT_ACTIVE', ['input', 'id']);
  return activeFrom;
}
