import { v7 as uuid } from 'uuid';
import { Raw } from 'typeorm';
import type { Fact, Tx } from '../../db/transaction.js';
import type { UseCase } from '../../graphql/context.js';
import { find } from '../../graphql/find.js';
import { Checks } from '../../kernel/checks.js';
import { day, isBefore, type PlainDate } from '../../kernel/clock.js';
import { failure } from '../../kernel/failure.js';
import { type Period, toDateRange } from '../../kernel/period.js';
import { allow, coordinators, coordinatorsAndSupporters, manages, supports } from '../access/policies.js';
import { OrganisationEntity } from '../organisations/organisation.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { lockNetwork } from './lock-network.js';
import type {
  ActivityRecordInput,
  CaretakershipStartInput,
  MembershipEndInput,
  MembershipStartInput,
  SupportEndInput,
  SupportStartInput,
} from './network-records.inputs.js';
import {
  ActivityEntity,
  CaretakershipEntity,
  MembershipEntity,
  type OudernetwerkEntity,
  SupportArrangementEntity,
} from './oudernetwerk.entity.js';
import { renewStandby } from './standby.js';
import { checkFirstDay } from './start-trekkerschap.js';

type Dated = CaretakershipEntity | MembershipEntity | SupportArrangementEntity;

export const startCaretakership: UseCase<
  CaretakershipStartInput,
  { caretakership: string; oudernetwerk: string }
> = {
  policy: coordinators,
  async run(tx, input) {
    const network = await goingOn(tx, input.oudernetwerkId);
    const organisation = await find(tx, OrganisationEntity, input.organisationId, [
      'input',
      'organisationId',
    ]);
    const period = checkedPeriod(tx, input.period);
    const clash = await firstIn(
      tx,
      CaretakershipEntity,
      { oudernetwerkId: network.id, standby: false },
      period,
    );
    if (clash) throw failure('CARETAKER_TAKEN', ['input', 'period']);
    const row = { ...newRow(network, period), organisationId: organisation.id, standby: false };
    await tx.manager.insert(CaretakershipEntity, row);
    tx.record(fact('caretakership.started', 'Caretakership', row));
    await renewStandby(tx, network);
    return { caretakership: row.id, oudernetwerk: network.id };
  },
};

export const startSupport: UseCase<SupportStartInput, { support: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const network = await goingOn(tx, input.oudernetwerkId);
    const organisation = await find(tx, OrganisationEntity, input.organisationId, [
      'input',
      'organisationId',
    ]);
    const checks = new Checks();
    checks.number(input.hoursPerMonth, ['input', 'hoursPerMonth'], 0, 744);
    checks.done();
    const period = checkedPeriod(tx, input.period);
    const ofBoth = { oudernetwerkId: network.id, organisationId: organisation.id };
    refuseTaken(await firstIn(tx, SupportArrangementEntity, ofBoth, period), ['input', 'period']);
    const row = { ...newRow(network, period), ...ofBoth, hoursPerMonth: input.hoursPerMonth ?? null };
    await tx.manager.insert(SupportArrangementEntity, row);
    tx.record(fact('support.started', 'SupportArrangement', row));
    return { support: row.id };
  },
};

export const startMembership: UseCase<MembershipStartInput, { membership: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const network = await goingOn(tx, input.oudernetwerkId);
    const person = await find(tx, PersonEntity, input.personId, ['input', 'personId']);
    const from = input.from ?? tx.today;
    const checks = new Checks();
    checkFirstDay(checks, tx, from, ['input', 'from']);
    checks.done();
    const period = { from, until: null };
    const ofBoth = { oudernetwerkId: network.id, personId: person.id };
    refuseTaken(await firstIn(tx, MembershipEntity, ofBoth, period), ['input', 'from']);
    const row = { ...newRow(network, period), ...ofBoth };
    await tx.manager.insert(MembershipEntity, row);
    tx.record(fact('membership.started', 'Membership', row));
    return { membership: row.id };
  },
};

export const endSupport: UseCase<SupportEndInput, { support: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const row = await find(tx, SupportArrangementEntity, input.id, ['input', 'id']);
    await endRow(tx, SupportArrangementEntity, row, input.on ?? tx.today);
    tx.record(fact('support.ended', 'SupportArrangement', row));
    return { support: row.id };
  },
};

export const endMembership: UseCase<MembershipEndInput, { membership: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const row = await find(tx, MembershipEntity, input.id, ['input', 'id']);
    await endRow(tx, MembershipEntity, row, input.on ?? tx.today);
    tx.record(fact('membership.ended', 'Membership', row));
    return { membership: row.id };
  },
};

/** A coordinator of the region, or a supporter of the network. */
export const recordActivity: UseCase<ActivityRecordInput, { activity: string; oudernetwerk: string }> = {
  policy: coordinatorsAndSupporters,
  async run(tx, input) {
    const network = await lockNetwork(tx, input.oudernetwerkId, ['input', 'oudernetwerkId']);
    allow(manages(tx.viewer, network.regionId) || supports(tx.viewer, network.id));
    const on = input.on ?? tx.today;
    const checks = new Checks();
    const title = checks.text(input.title, ['input', 'title'], 200);
    checks.number(input.attendance, ['input', 'attendance'], 0, 10_000);
    checks.day(on, ['input', 'on'], day('1990-01-01'), tx.today);
    checks.done();
    const { id: oudernetwerkId, regionId } = network;
    const { kind, attendance = null } = input;
    const row = { id: uuid(), oudernetwerkId, regionId, kind, on, title, attendance };
    await tx.manager.insert(ActivityEntity, row);
    tx.record({
      action: 'activity.recorded',
      subjectType: 'Activity',
      subjectId: row.id,
      regionId,
      oudernetwerkId,
      details: { kind, on: on.toString() },
    });
    return { activity: row.id, oudernetwerk: oudernetwerkId };
  },
};

/** The network that a role starts in, locked: the viewer manages it and it has not ended. */
async function goingOn(tx: Tx, id: string): Promise<OudernetwerkEntity> {
  const path = ['input', 'oudernetwerkId'];
  const network = await lockNetwork(tx, id, path);
  allow(manages(tx.viewer, network.regionId));
  if (network.endedOn) throw failure('NETWORK_ENDED', path, { on: network.endedOn.toString() });
  return network;
}

function checkedPeriod(tx: Tx, input: { from: PlainDate; until?: PlainDate | null }): Period {
  const period = { from: input.from, until: input.until ?? null };
  const checks = new Checks();
  checkFirstDay(checks, tx, period.from, ['input', 'period', 'from']);
  checks.period(period, ['input', 'period', 'until']);
  checks.done();
  return period;
}

function newRow(network: OudernetwerkEntity, period: Period) {
  return { id: uuid(), oudernetwerkId: network.id, regionId: network.regionId, period };
}

async function firstIn<Row extends Dated>(
  tx: Tx,
  entity: new () => Row,
  where: Partial<Row>,
  period: Period,
): Promise<Row | null> {
  const range = toDateRange(period);
  const inPeriod = Raw((column) => `${column} && :range::daterange`, { range });
  return tx.manager.findOneBy(entity, { ...where, period: inPeriod } as never);
}

function refuseTaken(row: Dated | null, path: readonly string[]): void {
  if (!row) return;
  const { from, until } = row.period;
  throw failure('PERIOD_TAKEN', path, { from: from.toString(), until: until?.toString() ?? '…' });
}

/** An end that has passed is history; one still to come may move. */
async function endRow<Row extends MembershipEntity | SupportArrangementEntity>(
  tx: Tx,
  entity: new () => Row,
  row: Row,
  on: PlainDate,
): Promise<void> {
  allow(manages(tx.viewer, row.regionId));
  const { from, until } = row.period;
  if (until && isBefore(until, tx.today))
    throw failure('ALREADY_ENDED', ['input', 'id'], { on: until.toString() });
  const checks = new Checks();
  checks.day(on, ['input', 'on'], from, tx.today.add({ years: 10 }));
  checks.done();
  row.period = { from, until: on };
  await tx.manager.update(entity, { id: row.id } as never, { period: row.period } as never);
}

function fact(
  action: string,
  subjectType: string,
  row: Pick<Dated, 'id' | 'regionId' | 'oudernetwerkId' | 'period'>,
): Fact {
  const { id: subjectId, regionId, oudernetwerkId, period } = row;
  return {
    action,
    subjectType,
    subjectId,
    regionId,
    oudernetwerkId,
    details: { period: toDateRange(period) },
  };
}
