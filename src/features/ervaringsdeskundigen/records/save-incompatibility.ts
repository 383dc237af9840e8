import { v7 as uuid } from 'uuid';
import { IsNull, Raw } from 'typeorm';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { furthestDay, refuseOver } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find } from '../../../writes/find.js';
import { about } from '../../../writes/events.js';
import { NothingChanged, saveNews } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { type Period, toDateRange } from '../../../kernel/period.js';
import { coordinatorsAndParents } from '../../access/policies.js';
import { OrganisationEntity } from '../../organisations/organisation.entity.js';
import { MunicipalityEntity } from '../../regions/region.entity.js';
import { type ErvaringsdeskundigeEntity, IncompatibilityEntity } from '../ervaringsdeskundige.entity.js';
import type { IncompatibilityEndInput, IncompatibilityRecordInput } from './incompatibility.inputs.js';
import { lockLiving, lockOfProfile } from '../lock-profile.js';

type Answer = { incompatibility: string; ervaringsdeskundige: string };

/** The person themselves, or a coordinator of their home region; the same goes for the following. */
export const recordIncompatibility: UseCase<IncompatibilityRecordInput, Answer> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const profile = await lockLiving(tx, input);
    const { from, until = null } = input.period;
    const period = checkedPeriod(tx, { from, until }, ['input', 'period']);
    const to = await boundTo(tx, input, ['input']);
    const row = { ervaringsdeskundigeId: profile.id, kind: input.kind, ...to };
    await refuseTaken(tx, row, period, ['input', 'period']);
    const id = uuid();
    insert(tx, IncompatibilityEntity, { ...row, id, period });
    tx.record({ name: 'incompatibility.recorded', ...toldOfBond(id, profile) });
    return { incompatibility: id, ervaringsdeskundige: profile.id };
  },
};

export const endIncompatibility: UseCase<IncompatibilityEndInput, Answer> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const { row, profile } = await lockOfProfile(tx, IncompatibilityEntity, input.id);
    const { id, period } = row;
    refuseOver(tx, period);
    const on = input.on ?? tx.today;
    const checks = new Checks();
    checks.day(on, ['input', 'on'], period.from, furthestDay(tx));
    checks.done();
    const ended = { from: period.from, until: on };
    await refuseTaken(tx, row, ended, ['input', 'on']);
    const refs = { incompatibility: id, ervaringsdeskundige: profile.id };
    if (!saveNews(tx, IncompatibilityEntity, row, { period: ended })) throw new NothingChanged(refs);
    tx.record({ name: 'incompatibility.ended', ...toldOfBond(id, profile) });
    return refs;
  },
};

export function checkedPeriod(tx: Tx, period: Period, path: readonly string[]): Period {
  const [first, last] = [tx.today.subtract({ years: 60 }), furthestDay(tx)];
  const checks = new Checks();
  checks.day(period.from, [...path, 'from'], first, last);
  checks.day(period.until, [...path, 'until'], first, last);
  checks.period(period, [...path, 'until']);
  checks.done();
  return period;
}

interface Named {
  readonly organisationId?: string | null;
  readonly municipalityId?: string | null;
}

/** The organisation or the municipality that an input names: one of them. */
export async function boundTo(tx: Tx, { organisationId, municipalityId }: Named, path: readonly string[]) {
  if ((organisationId == null) === (municipalityId == null)) {
    throw failure('ORGANISATION_OR_MUNICIPALITY', path);
  }
  const named = async (entity: new () => { id: string }, id: string | null | undefined, field: string) =>
    id == null ? null : (await find(tx, entity, id, [...path, field])).id;
  return {
    organisationId: await named(OrganisationEntity, organisationId, 'organisationId'),
    municipalityId: await named(MunicipalityEntity, municipalityId, 'municipalityId'),
  };
}

type Bond = Pick<
  IncompatibilityEntity,
  'ervaringsdeskundigeId' | 'kind' | 'organisationId' | 'municipalityId'
> &
  Partial<Pick<IncompatibilityEntity, 'id'>>;

/** The same tie twice in one period adds nothing. The profile is locked, so nobody adds it meanwhile. */
export async function refuseTaken(
  tx: Tx,
  bond: Bond,
  period: Period,
  path: readonly string[],
): Promise<void> {
  const { id, ervaringsdeskundigeId, kind, organisationId, municipalityId } = bond;
  const range = toDateRange(period);
  const others = await tx.manager.findBy(IncompatibilityEntity, {
    ervaringsdeskundigeId,
    kind,
    organisationId: organisationId ?? IsNull(),
    municipalityId: municipalityId ?? IsNull(),
    period: Raw((column) => `${column} && :range::daterange`, { range }),
  });
  const taken = others.find((other) => other.id !== id)?.period;
  if (taken) throw failure('PERIOD_TAKEN', path, { what: 'incompatibility', ...taken });
}

export function toldOfBond(id: string, { id: ervaringsdeskundigeId, regionId }: ErvaringsdeskundigeEntity) {
  return { ...about('Incompatibility', { id, regionId }), details: { ervaringsdeskundigeId } };
}
