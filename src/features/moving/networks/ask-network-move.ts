import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { find, findLocked } from '../../../writes/find.js';
import { NothingChanged } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { lastDayBefore } from '../../oudernetwerken/network-end.js';
import { OudernetwerkEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { LONGEST_WORDS } from '../../regions/agreements/answer-agreement.js';
import { RegionAgreementEntity } from '../../regions/agreements/region-agreement.entity.js';
import { RegionEntity } from '../../regions/region.entity.js';
import type { OudernetwerkMoveInput } from './network-move.inputs.js';

const ID = ['input', 'id'];
const TO = ['input', 'toRegionId'];

type Asked = { oudernetwerk: string; regionAgreement: string };

/** By a coordinator of its region; nothing moves before another one, of the other region, agreed. */
export const askNetworkMove: UseCase<OudernetwerkMoveInput, Asked> = {
  policy: coordinators,
  async run(tx, input) {
    const network = await findLocked(tx, OudernetwerkEntity, input);
    allow(manages(tx.viewer, network.regionId));
    const ended = lastDayBefore(tx, network);
    if (ended) throw failure('NETWORK_ENDED', ID, { on: ended });
    const region = await find(tx, RegionEntity, input.toRegionId, TO);
    if (region.kind === 'LAND') throw failure('NO_HOME', TO);
    if (region.id === network.regionId) throw failure('SAME_REGION', TO);
    const from = input.on ?? tx.today;
    const checks = new Checks();
    checks.day(from, ['input', 'on'], tx.today, tx.today.add({ years: 2 }));
    const motivation = checks.text(input.motivation, ['input', 'motivation'], LONGEST_WORDS);
    checks.done();
    const asked = { regionId: region.id, motivation, period: { from, until: null } };
    await unlessAsked(tx, network, asked);
    const { id: oudernetwerkId, regionId: homeRegionId } = network;
    const id = uuid();
    insert(tx, RegionAgreementEntity, {
      ...asked,
      id,
      kind: 'MOVES',
      oudernetwerkId,
      homeRegionId,
      askedBy: tx.viewer.accountId,
      askedOn: tx.today,
    });
    tx.record({
      name: 'regionAgreement.asked',
      ...about('RegionAgreement', { id, regionId: homeRegionId }),
      details: { subjectId: oudernetwerkId, regionId: region.id },
    });
    return { oudernetwerk: oudernetwerkId, regionAgreement: id };
  },
};

/** One move at a time; the same question twice is one. */
async function unlessAsked(
  tx: Tx,
  { id }: OudernetwerkEntity,
  asked: Pick<RegionAgreementEntity, 'regionId' | 'motivation' | 'period'>,
): Promise<void> {
  const moves = await tx.manager.findBy(RegionAgreementEntity, { oudernetwerkId: id, kind: 'MOVES' });
  const open = moves.find(({ answer, period }) => period.until === null && (!answer || answer === 'AGREED'));
  if (!open) return;
  const isSame =
    open.regionId === asked.regionId &&
    open.motivation === asked.motivation &&
    open.period.from.equals(asked.period.from);
  if (isSame) throw new NothingChanged({ oudernetwerk: id, regionAgreement: open.id });
  throw failure('MOVE_ASKED', ID);
}
