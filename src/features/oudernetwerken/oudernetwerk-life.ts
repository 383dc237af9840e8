import { update } from '../../db/rows.js';
import type { Tx } from '../../db/transaction.js';
import type { UseCase } from '../../writes/use-case.js';
import { findLocked } from '../../writes/find.js';
import { about } from '../../writes/events.js';
import { Checks } from '../../kernel/checks.js';
import { day, latest, type PlainDate } from '../../kernel/clock.js';
import { failure } from '../../kernel/failure.js';
import { allow, coordinators, manages } from '../access/policies.js';
import { OudernetwerkEntity } from './oudernetwerk.entity.js';
import type {
  OudernetwerkActivateInput,
  OudernetwerkEndInput,
  OudernetwerkPauseInput,
} from './oudernetwerk.inputs.js';
import { renewStandby } from './trekkerschap/standby.js';

/** FORMING or DORMANT → ACTIVE. From its first active day on, a network is led on every day. */
export const activateOudernetwerk: UseCase<OudernetwerkActivateInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const network = await managed(tx, input);
    if (network.status !== 'FORMING' && network.status !== 'DORMANT') {
      throw failure('NETWORK_NOT_FORMING', ['input', 'id']);
    }
    const checks = new Checks();
    const first = network.activeFrom ? tx.today : day('1990-01-01');
    checks.dayUntilToday(input.on, ['input', 'on'], first, tx.today);
    checks.done();
    network.activeFrom ??= input.on ?? tx.today;
    const told = change(tx, network, { status: 'ACTIVE', activeFrom: network.activeFrom });
    tx.record({ name: 'oudernetwerk.activated', ...told });
    await renewStandby(tx, network);
    return { oudernetwerk: network.id };
  },
};

/** ACTIVE → DORMANT. The leadership invariant continues to hold. */
export const pauseOudernetwerk: UseCase<OudernetwerkPauseInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const network = await managed(tx, input);
    if (network.status !== 'ACTIVE') throw failure('NETWORK_NOT_ACTIVE', ['input', 'id']);
    tx.record({ name: 'oudernetwerk.paused', ...change(tx, network, { status: 'DORMANT' }) });
    return { oudernetwerk: network.id };
  },
};

/** Any state → ENDED. Current roles end with the network; future roles are cancelled. */
export const endOudernetwerk: UseCase<OudernetwerkEndInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const network = await managed(tx, input);
    if (network.endedOn) throw failure('ALREADY_ENDED', ['input', 'id'], { on: network.endedOn });
    const on = input.on ?? tx.today;
    const checks = new Checks();
    const endReason = checks.text(input.reason, ['input', 'reason'], 500);
    checks.dayUntilToday(on, ['input', 'on'], await earliestEnd(tx, network), tx.today);
    checks.done();
    forgetNeverBegun(tx, network.id, on);
    for (const table of ROLES) endRoles(tx, table, network.id, on);
    network.endedOn = on;
    const told = change(tx, network, { status: 'ENDED', endedOn: on, endReason });
    tx.record({ name: 'oudernetwerk.ended', ...told });
    await renewStandby(tx, network);
    return { oudernetwerk: network.id };
  },
};

const ROLES = ['trekkerschappen', 'caretakerships', 'memberships', 'support_arrangements'];

async function managed(
  tx: Tx,
  input: { id: string; expectedVersion?: number | null },
): Promise<OudernetwerkEntity> {
  const network = await findLocked(tx, OudernetwerkEntity, input);
  allow(manages(tx.viewer, network.regionId));
  return network;
}

/** Returns the details of its event. */
function change(
  tx: Tx,
  network: OudernetwerkEntity,
  changes: Partial<OudernetwerkEntity> & Pick<OudernetwerkEntity, 'status'>,
) {
  update(tx, OudernetwerkEntity, { id: network.id }, changes);
  const details = { status: changes.status, endedOn: changes.endedOn?.toString() ?? null };
  return { ...about('Oudernetwerk', network), details };
}

/**
 * Not before the network was active, nor before the first day of any role. A standby caretakership is not recorded by
 * anyone: it goes with the days it covered.
 */
async function earliestEnd(tx: Tx, network: OudernetwerkEntity): Promise<PlainDate> {
  const starts = ROLES.map(
    (table) =>
      `select max(lower(period)) as day from ${table} where oudernetwerk_id = $1 and lower(period) <= $2
       ${table === 'caretakerships' ? 'and not standby' : ''}`,
  );
  const [row] = await tx.query<{ day: string | null }>(
    `select max(day)::text as day from (${starts.join(' union all ')}) starts`,
    [network.id, tx.today.toString()],
  );
  return latest(network.activeFrom ?? day('1990-01-01'), row?.day ? day(row.day) : day('1990-01-01'));
}

/** A successor may have begun before the predecessor, who now never will. */
function forgetNeverBegun(tx: Tx, oudernetwerkId: string, on: PlainDate): void {
  tx.send(
    `update trekkerschappen set predecessor_id = null, version = version + 1
     where oudernetwerk_id = $1 and lower(period) <= $2
       and predecessor_id in (select id from trekkerschappen where oudernetwerk_id = $1 and lower(period) > $2)`,
    [oudernetwerkId, on.toString()],
  );
}

function endRoles(tx: Tx, table: string, oudernetwerkId: string, on: PlainDate): void {
  const values = [oudernetwerkId, on.toString()];
  tx.send(`delete from ${table} where oudernetwerk_id = $1 and lower(period) > $2`, values);
  const [reason, goesOn] =
    table === 'trekkerschappen'
      ? [
          `, end_reason = coalesce(end_reason, 'OTHER'), version = version + 1`,
          `or end_reason is null and upper(period) > $2::date`,
        ]
      : ['', ''];
  tx.send(
    `update ${table} set period = daterange(lower(period), $2::date + 1)${reason}
     where oudernetwerk_id = $1 and (upper_inf(period) or upper(period) > $2::date + 1 ${goesOn})`,
    values,
  );
}
