import { update } from '../../../db/rows.js';
import { FIRST_DAY } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { coordinators } from '../../access/policies.js';
import { OudernetwerkEntity } from '../oudernetwerk.entity.js';
import type { OudernetwerkActivateInput, OudernetwerkPauseInput } from '../oudernetwerk.inputs.js';
import { renewStandby } from '../trekkerschap/standby.js';
import { lastDayBefore, lifeStep, managedNetwork } from '../network-end.js';

/** FORMING or DORMANT → ACTIVE. From its first active day on, a network is led on every day. */
export const activateOudernetwerk: UseCase<OudernetwerkActivateInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const network = await managedNetwork(tx, input);
    if (network.phase === 'ACTIVE' || lastDayBefore(tx, network)) {
      throw failure('NETWORK_NOT_FORMING', ['input', 'id']);
    }
    const checks = new Checks();
    const first = network.activeFrom ? tx.today : FIRST_DAY;
    checks.dayUntilToday(input.on, ['input', 'on'], first, tx.today);
    checks.done();
    network.activeFrom ??= input.on ?? tx.today;
    network.phase = 'ACTIVE';
    const { phase, activeFrom } = network;
    update(tx, OudernetwerkEntity, { id: network.id }, { phase, activeFrom });
    tx.record({ name: 'oudernetwerk.activated', ...lifeStep(tx, network) });
    await renewStandby(tx, network);
    return { oudernetwerk: network.id };
  },
};

/** ACTIVE → DORMANT. The leadership invariant continues to hold. */
export const pauseOudernetwerk: UseCase<OudernetwerkPauseInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const network = await managedNetwork(tx, input);
    if (network.phase !== 'ACTIVE' || lastDayBefore(tx, network)) {
      throw failure('NETWORK_NOT_ACTIVE', ['input', 'id']);
    }
    network.phase = 'DORMANT';
    update(tx, OudernetwerkEntity, { id: network.id }, { phase: 'DORMANT' });
    tx.record({ name: 'oudernetwerk.paused', ...lifeStep(tx, network) });
    return { oudernetwerk: network.id };
  },
};
