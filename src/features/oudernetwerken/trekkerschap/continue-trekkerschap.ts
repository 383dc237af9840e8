import { update } from '../../../db/rows.js';
import { refuseOver } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { failure } from '../../../kernel/failure.js';
import { toDateRange } from '../../../kernel/period.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { leadInOwnRight } from './absent-trekker.js';
import { lastDayBefore } from '../network-end.js';
import { lockTrekkerschap } from '../lock-network.js';
import { TrekkerschapEntity } from '../oudernetwerk.entity.js';
import { aboutTrekkerschap } from '../oudernetwerken.events.js';
import { renewStandby } from './standby.js';
import { refuseOverlap } from './start-trekkerschap.js';
import type { TrekkerschapContinueInput } from './trekkerschap.inputs.js';

/** Withdraws a recorded end before it has passed, so that the trekker continues. */
export const continueTrekkerschap: UseCase<
  TrekkerschapContinueInput,
  { trekkerschap: string; oudernetwerk: string }
> = {
  policy: coordinators,
  async run(tx, input) {
    const { trekkerschap, network } = await lockTrekkerschap(tx, input);
    allow(manages(tx.viewer, network.regionId));
    const on = lastDayBefore(tx, network);
    if (on) throw failure('NETWORK_ENDED', ['input', 'id'], { on });
    refuseOver(tx, trekkerschap.period);
    const { until } = trekkerschap.period;
    if (!until) throw failure('NO_END_RECORDED', ['input', 'id']);
    const { personId, oudernetwerkId } = trekkerschap;
    const after = { from: until.add({ days: 1 }), until: null };
    await refuseOverlap(tx, { personId, oudernetwerkId, period: after }, ['input', 'id']);
    const period = { from: trekkerschap.period.from, until: null };
    leadInOwnRight(tx, trekkerschap);
    update(tx, TrekkerschapEntity, { id: trekkerschap.id }, { period, endReason: null });
    const details = { period: toDateRange(period) };
    tx.record({ name: 'trekkerschap.continued', ...aboutTrekkerschap(trekkerschap), details });
    await renewStandby(tx, network);
    return { trekkerschap: trekkerschap.id, oudernetwerk: network.id };
  },
};
