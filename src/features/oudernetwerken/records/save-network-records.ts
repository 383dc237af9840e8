import { insert } from '../../../db/rows.js';
import { together } from '../../../db/statements.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find } from '../../../writes/find.js';
import { about } from '../../../writes/events.js';
import { Checks } from '../../../kernel/checks.js';
import {
  coordinators,
  coordinatorsAndSupporters,
  repairs,
  takesPart,
  worksWith,
} from '../../access/policies.js';
import { OrganisationEntity } from '../../organisations/organisation.entity.js';
import { perspectiveOf } from '../../people/perspectives.js';
import type {
  MembershipEndInput,
  MembershipStartInput,
  SupportEndInput,
  SupportStartInput,
} from './network-records.inputs.js';
import {
  checkedPeriod,
  endRole,
  firstIn,
  goingOn,
  lockRole,
  newRow,
  periodOf,
  refuseTaken,
} from './network-roles.js';
import { MembershipEntity, SupportArrangementEntity } from '../oudernetwerk.entity.js';
import { whoJoins } from './who-joins.js';
import { renewStandby } from '../trekkerschap/standby.js';
import { checkRoleDay } from '../trekkerschap/start-trekkerschap.js';

export const startSupport: UseCase<SupportStartInput, { support: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const [network, organisation] = await together(
      goingOn(tx, input.oudernetwerkId, input.period.from, takesPart),
      find(tx, OrganisationEntity, input.organisationId, ['input', 'organisationId']),
    );
    const checks = new Checks();
    checks.number(input.hoursPerMonth, ['input', 'hoursPerMonth'], 0, 744);
    checks.done();
    const period = checkedPeriod(tx, input.period);
    const ofBoth = { oudernetwerkId: network.id, organisationId: organisation.id };
    refuseTaken('support', await firstIn(tx, SupportArrangementEntity, ofBoth, period), ['input', 'period']);
    const row = { ...newRow(network, period), ...ofBoth, hoursPerMonth: input.hoursPerMonth ?? null };
    insert(tx, SupportArrangementEntity, row);
    tx.record({ name: 'support.started', ...about('SupportArrangement', row), details: periodOf(row) });
    await renewStandby(tx, network);
    return { support: row.id };
  },
};

export const startMembership: UseCase<MembershipStartInput, { membership: string }> = {
  policy: coordinatorsAndSupporters,
  async run(tx, input) {
    const from = input.from ?? tx.today;
    const network = await goingOn(tx, input.oudernetwerkId, from, worksWith);
    const checks = new Checks();
    checkRoleDay(checks, tx, from, ['input', 'from']);
    checks.done();
    const person = await whoJoins(tx, network, input);
    const period = { from, until: null };
    const ofBoth = { oudernetwerkId: network.id, personId: person.id };
    refuseTaken('member', await firstIn(tx, MembershipEntity, ofBoth, period), ['input', 'from']);
    const perspective = perspectiveOf(person, input.perspective, ['input', 'perspective']);
    const row = { ...newRow(network, period), ...ofBoth, perspective };
    insert(tx, MembershipEntity, row);
    tx.record({ name: 'membership.started', ...about('Membership', row), details: periodOf(row) });
    return { membership: row.id };
  },
};

export const endSupport: UseCase<SupportEndInput, { support: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const locked = await lockRole(tx, SupportArrangementEntity, input.id, repairs);
    const { row, network } = locked;
    endRole(tx, SupportArrangementEntity, locked, input.on ?? tx.today, { support: row.id });
    tx.record({ name: 'support.ended', ...about('SupportArrangement', row), details: periodOf(row) });
    await renewStandby(tx, network);
    return { support: row.id };
  },
};

export const endMembership: UseCase<MembershipEndInput, { membership: string }> = {
  policy: coordinatorsAndSupporters,
  async run(tx, input) {
    const locked = await lockRole(tx, MembershipEntity, input.id, worksWith);
    const { row } = locked;
    endRole(tx, MembershipEntity, locked, input.on ?? tx.today, { membership: row.id });
    tx.record({ name: 'membership.ended', ...about('Membership', row), details: periodOf(row) });
    return { membership: row.id };
  },
};
