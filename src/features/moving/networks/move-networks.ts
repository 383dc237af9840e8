import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { about, eventsOf } from '../../../writes/events.js';
import type { Job } from '../../../writes/job.js';
import { OudernetwerkEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { renewStandby } from '../../oudernetwerken/trekkerschap/standby.js';

/** A network that has become another region’s. */
interface MovedNetwork {
  readonly networkId: string;
  readonly fromRegionId: string;
  readonly toRegionId: string;
  readonly on: string;
}

/** Event listener: what was agreed for today or earlier is done at once. As the system. */
export async function moveAgreed(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const agreed = eventsOf(events, 'regionAgreement.agreed').map(({ subjectId }) => subjectId);
  if (agreed.length > 0) await moveByAgreement(tx, agreed);
}

/** Moves networks on the day that was agreed. */
export const moveNetworks: Job = {
  name: 'moves of networks',
  beforeServing: true,
  run: async ({ asService }) => ({
    moved: await asService((tx) => asSystem(tx, () => moveByAgreement(tx, null))),
  }),
};

/** `agreements`: null for all. As the system. */
async function moveByAgreement(tx: Tx, agreements: readonly string[] | null): Promise<number> {
  const moved = await tx.query<MovedNetwork>(
    `select oudernetwerk_id as "networkId", from_region_id as "fromRegionId", to_region_id as "toRegionId",
       moved_on::text as "on" from move_agreed_networks($1::uuid[], $2)`,
    [agreements, tx.today.toString()],
  );
  for (const network of moved) await followNetwork(tx, network);
  return moved.length;
}

/** Whoever stands by for the new region does so from that day on: it is nobody’s on no day. As the system. */
export async function followNetwork(tx: Tx, { networkId, fromRegionId, on }: MovedNetwork): Promise<void> {
  const network = (await tx.manager.findOneBy(OudernetwerkEntity, { id: networkId }))!;
  tx.record({
    name: 'oudernetwerk.moved',
    ...about('Oudernetwerk', network),
    details: { fromRegionId, on },
  });
  await renewStandby(tx, network);
}
