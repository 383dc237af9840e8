import { v7 as uuid } from 'uuid';
import { insert, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { find } from '../../../writes/find.js';
import { Checks } from '../../../kernel/checks.js';
import { dayBefore, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { endsBefore, type Period } from '../../../kernel/period.js';
import { coordinators } from '../../access/policies.js';
import { OrganisationEntity } from '../../organisations/organisation.entity.js';
import {
  CaretakershipEntity,
  MembershipEntity,
  OudernetwerkEntity,
  TrekkerschapEntity,
} from '../oudernetwerk.entity.js';
import { newRow, periodOf } from '../records/network-roles.js';
import { renewStandby } from '../trekkerschap/standby.js';
import type { OudernetwerkSplitInput } from './join-and-part.inputs.js';
import { link } from './link-networks.js';
import { moveTrekkers } from './move-trekkers.js';
import { lifeStep, managedNetwork } from '../network-end.js';

type Split = { oudernetwerk: string; new: string };

/** A part of a network goes on as a network of its own; both are led on every day. */
export const splitOudernetwerk: UseCase<OudernetwerkSplitInput, Split> = {
  policy: coordinators,
  async run(tx, input) {
    const network = await managedNetwork(tx, input);
    if (!network.activeFrom) throw failure('NETWORK_NOT_ACTIVE', ['input', 'id']);
    const { endedOn } = network;
    if (endedOn) throw failure('NETWORK_ENDED', ['input', 'id'], { on: endedOn });
    const on = input.on ?? tx.today;
    const checks = new Checks();
    checks.dayUntilToday(on, ['input', 'on'], network.activeFrom.add({ days: 1 }), tx.today);
    checks.list(input.memberIds, ['input', 'memberIds']);
    checks.list(input.trekkerIds, ['input', 'trekkerIds']);
    const part = newNetwork(tx, checks, network, input, on);
    checks.done();
    const members = await goingAlong(tx, MembershipEntity, network, { input, on, named: 'memberIds' });
    const trekkers = await goingAlong(tx, TrekkerschapEntity, network, { input, on, named: 'trekkerIds' });
    const caretaker =
      input.caretakerId == null
        ? null
        : await find(tx, OrganisationEntity, input.caretakerId, ['input', 'caretakerId']);
    insert(tx, OudernetwerkEntity, part);
    tx.record({ name: 'oudernetwerk.created', ...about('Oudernetwerk', part), details: { fields: [] } });
    const chosen = trekkers.map(({ id }) => id);
    await moveTrekkers(tx, network, part, on, chosen);
    for (const member of members) goAlong(tx, member, part, on);
    if (caretaker) appoint(tx, part, caretaker.id, { from: on, until: null });
    link(tx, network, part, 'SPLIT', on);
    tx.record({ name: 'oudernetwerk.activated', ...lifeStep(tx, part) });
    const details = { into: part.id, from: on.toString() };
    tx.record({ name: 'oudernetwerk.parted', ...about('Oudernetwerk', network), details });
    await renewStandby(tx, network);
    await renewStandby(tx, part);
    return { oudernetwerk: network.id, new: part.id };
  },
};

function newNetwork(
  tx: Tx,
  checks: Checks,
  network: OudernetwerkEntity,
  { new: given }: OudernetwerkSplitInput,
  activeFrom: PlainDate,
): OudernetwerkEntity {
  const at = (field: string) => ['input', 'new', field];
  const sectors = given.sectors ?? network.sectors;
  checks.list(sectors, at('sectors'), true);
  return Object.assign(new OudernetwerkEntity(), {
    id: uuid(),
    name: checks.name(given.name, at('name'), 200),
    purpose: checks.optionalText(given.purpose, at('purpose'), 2_000),
    phase: 'ACTIVE' as const,
    activeFrom,
    endedOn: null,
    endReason: null,
    regionId: network.regionId,
    sectors,
    meetingRhythm: given.meetingRhythm ?? null,
    contactPersonId: null,
    responsibleOrganisationId: network.responsibleOrganisationId,
    createdAt: tx.now.toString(),
  });
}

type Part = { id: string; oudernetwerkId: string; period: Period };

interface Named {
  readonly input: OudernetwerkSplitInput;
  readonly named: 'memberIds' | 'trekkerIds';
  readonly on: PlainDate;
}

/** Those of this network that are not over by then. */
async function goingAlong<Row extends Part>(
  tx: Tx,
  entity: new () => Row,
  network: OudernetwerkEntity,
  { input, named, on }: Named,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [place, id] of input[named].entries()) {
    const path = ['input', named, String(place)];
    const row = await find(tx, entity, id, path);
    if (row.oudernetwerkId !== network.id) throw failure('NOT_IN_NETWORK', path);
    if (endsBefore(row.period, on)) throw failure('ALREADY_ENDED', path, { on: row.period.until! });
    rows.push(row);
  }
  return rows;
}

/** They are members there from the day on which they leave here. */
function goAlong(tx: Tx, member: MembershipEntity, part: OudernetwerkEntity, on: PlainDate): void {
  const { id, personId, perspective, period: was } = member;
  if (!isBefore(was.from, on)) {
    update(tx, MembershipEntity, { id }, { oudernetwerkId: part.id });
    return;
  }
  const period = { from: was.from, until: dayBefore(on) };
  update(tx, MembershipEntity, { id }, { period });
  tx.record({ name: 'membership.ended', ...about('Membership', member), details: periodOf({ period }) });
  const row = { ...newRow(part, { from: on, until: was.until }), personId, perspective };
  insert(tx, MembershipEntity, row);
  tx.record({ name: 'membership.started', ...about('Membership', row), details: periodOf(row) });
}

function appoint(tx: Tx, part: OudernetwerkEntity, organisationId: string, period: Period): void {
  const row = { ...newRow(part, period), organisationId, standby: false };
  insert(tx, CaretakershipEntity, row);
  tx.record({ name: 'caretakership.started', ...about('Caretakership', row), details: periodOf(row) });
}
