import { ahead } from '../../../db/statements.js';
import { furthestDay } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find, uuidOf } from '../../../writes/find.js';
import { Checks } from '../../../kernel/checks.js';
import { rowsWhere } from '../../../db/rows.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { checkDeath, refuseDeceased } from '../../people/deceased.js';
import { PersonEntity } from '../../people/person.entity.js';
import { startOrGoOn } from './change-role.js';
import { reasonOf, recordEnd, refuseGoingOn } from './end-trekkerschap.js';
import { lastDayBefore } from '../network-end.js';
import { lockTrekkerschap } from '../lock-network.js';
import { TrekkerschapEntity } from '../oudernetwerk.entity.js';
import { renewStandby } from './standby.js';
import { newTrekkerschap, refuseNoParent } from './start-trekkerschap.js';
import type { TrekkerschapHandOverInput } from './trekkerschap.inputs.js';

const AROUND_IT = `oudernetwerk_id = (select oudernetwerk_id from trekkerschappen where id = $1)
  or predecessor_id = $1`;

/** End and start in one transaction: the new trekkerschap starts on the day after the old one's last. */
export const handOverTrekkerschap: UseCase<TrekkerschapHandOverInput, { ended: string; started: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const locked = ahead(lockTrekkerschap(tx, input));
    const found = ahead(find(tx, PersonEntity, input.toPersonId, ['input', 'toPersonId']));
    const predecessorId = uuidOf(input.id, 'Trekkerschap', ['input', 'id']);
    const around = ahead(rowsWhere(tx, TrekkerschapEntity, AROUND_IT, [predecessorId]));
    const { trekkerschap: old, network } = await locked;
    allow(manages(tx.viewer, network.regionId));
    refuseGoingOn(old);
    const person = await found;
    refuseNoParent(person, ['input', 'toPersonId']);
    const on = input.on ?? tx.today;
    const checks = new Checks();
    checks.day(on, ['input', 'on'], old.period.from, furthestDay(tx));
    if (person.id === old.personId) checks.refuse('SAME_PERSON', ['input', 'toPersonId']);
    const networkEnd = lastDayBefore(tx, network, on.add({ days: 1 }));
    if (networkEnd) checks.refuse('NETWORK_ENDED', ['input', 'id'], { on: networkEnd });
    const others = await around;
    if (others.some((other) => other.predecessorId === predecessorId))
      checks.refuse('HANDED_OVER', ['input', 'id']);
    const reason = reasonOf(old, input.reason);
    checkDeath(checks, tx, reason, on, old.period.from);
    checks.done();
    refuseDeceased(person, null, ['input', 'toPersonId']);

    recordEnd(tx, old, on, reason);
    const period = { from: on.add({ days: 1 }), until: null };
    const row = newTrekkerschap(network, person.id, input.role ?? old.role, period);
    row.predecessorId = predecessorId;
    await startOrGoOn(tx, row, others, ['input', 'toPersonId']);
    await renewStandby(tx, network);
    return { ended: old.id, started: row.id };
  },
};
