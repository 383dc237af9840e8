import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import { about } from '../../writes/events.js';
import type { UseCase } from '../../writes/use-case.js';
import { coordinatorsAndSupporters, manages } from '../access/policies.js';
import { goingOn } from '../oudernetwerken/records/network-roles.js';
import type { NetworkContactAskInput } from './network-contact.inputs.js';

const MONTHS_OF_REST = 6;

type Asked = { oudernetwerk: string; asked: string; notAsked: string };

/** Who of the members is to be asked is known to the service only: it does not show what they said. */
export const askNetworkContact: UseCase<NetworkContactAskInput, Asked> = {
  policy: coordinatorsAndSupporters,
  async run(tx, input) {
    const network = await goingOn(
      tx,
      input.oudernetwerkId,
      tx.today,
      (viewer, { id, regionId }) => manages(viewer, regionId) || viewer.supported.includes(id),
    );
    const counted = await asSystem(tx, () => countMembers(tx, network.id));
    tx.record({ name: 'networkContactQuestion.asked', ...about('Oudernetwerk', network), details: {} });
    return { oudernetwerk: network.id, ...counted };
  },
};

/** What `members_to_ask` goes by. */
export function askedOf(tx: Tx, networkId: string): string[] {
  return [networkId, tx.today.toString(), tx.today.subtract({ months: MONTHS_OF_REST }).toString()];
}

/** Not for which reason others are not asked: in a small network that would tell who said no, or is left alone. */
async function countMembers(tx: Tx, networkId: string): Promise<Pick<Asked, 'asked' | 'notAsked'>> {
  const [row] = await tx.query<{ asked: number; members: number }>(
    `select (select count(*)::int from members_to_ask($1, $2, $3)) as asked, count(distinct m.person_id)::int as members
     from memberships m where m.oudernetwerk_id = $1 and m.period @> $2::date
       and not exists (select from trekkerschappen t
         where t.oudernetwerk_id = $1 and t.person_id = m.person_id and t.period @> $2::date)`,
    askedOf(tx, networkId),
  );
  const { asked, members } = row!;
  return { asked: String(asked), notAsked: String(members - asked) };
}
