import { about } from '../../writes/events.js';
import type { UseCase } from '../../writes/use-case.js';
import { coordinatorsAndSupporters, manages } from '../access/policies.js';
import { goingOn } from '../oudernetwerken/records/network-roles.js';
import type { NetworkContactAskInput } from './network-contact.inputs.js';

/** Who of the members is to be asked is known to the service only: it does not show what they said. */
export const askNetworkContact: UseCase<NetworkContactAskInput, { oudernetwerk: string }> = {
  policy: coordinatorsAndSupporters,
  async run(tx, input) {
    const network = await goingOn(
      tx,
      input.oudernetwerkId,
      tx.today,
      (viewer, { id, regionId }) => manages(viewer, regionId) || viewer.supported.includes(id),
    );
    tx.record({ name: 'networkContactQuestion.asked', ...about('Oudernetwerk', network), details: {} });
    return { oudernetwerk: network.id };
  },
};
