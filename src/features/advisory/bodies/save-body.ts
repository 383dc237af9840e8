import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { furthestDay } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find, findAll, findLocked } from '../../../writes/find.js';
import { about, fieldsOf } from '../../../writes/events.js';
import { NothingChanged, saveLinks, saveNews } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { day, dayBefore, type PlainDate } from '../../../kernel/clock.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { OrganisationEntity } from '../../organisations/organisation.entity.js';
import { chosenResponsible } from '../../organisations/responsible-organisation.js';
import { RegionEntity } from '../../regions/region.entity.js';
import type { AdvisoryBodyCreateInput, AdvisoryBodyUpdateInput } from './advisory-body.inputs.js';
import { AdvisoryBodyEntity, AdvisoryBodyOrganisationEntity } from '../advisory.entity.js';
import { checkedRules, RULES_AT_FIRST } from './body-rules.js';

const EARLIEST = day('1900-01-01');

export const createBody: UseCase<AdvisoryBodyCreateInput, { advisoryBody: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const region = await find(tx, RegionEntity, input.regionId, ['input', 'regionId']);
    allow(manages(tx.viewer, region.id));
    const checks = new Checks();
    const name = checks.name(input.name, ['input', 'name'], 200);
    const purpose = checks.optionalText(input.purpose, ['input', 'purpose'], 2_000);
    checks.list(input.domains, ['input', 'domains'], true);
    checks.day(input.establishedOn, ['input', 'establishedOn'], EARLIEST, furthestDay(tx));
    const rules = checkedRules(checks, input.rules, ['input', 'rules']);
    checks.done();
    const responsibleOrganisationId = await chosenResponsible(tx, input.responsibleOrganisationId, [
      'input',
      'responsibleOrganisationId',
    ]);

    const { kind, level, domains, establishedOn = null } = input;
    const body = { id: uuid(), regionId: region.id, name, purpose, kind, level, domains, establishedOn };
    insert(tx, AdvisoryBodyEntity, { ...body, responsibleOrganisationId, ...RULES_AT_FIRST, ...rules });
    await setOrganisations(tx, body.id, input.organisationIds, ['input', 'organisationIds']);
    tx.record({ name: 'advisoryBody.created', ...about('AdvisoryBody', body), details: {} });
    return { advisoryBody: body.id };
  },
};

export const updateBody: UseCase<AdvisoryBodyUpdateInput, { advisoryBody: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const body = await findLocked(tx, AdvisoryBodyEntity, input);
    allow(manages(tx.viewer, body.regionId));
    const { patch } = input;
    const at = (field: string) => ['input', 'patch', field];
    const checks = new Checks();
    const changes: Partial<AdvisoryBodyEntity> = checkedRules(checks, patch.rules, at('rules'));
    if (patch.name !== undefined) changes.name = checks.name(patch.name, at('name'), 200);
    if (patch.purpose !== undefined) {
      changes.purpose = checks.optionalText(patch.purpose, at('purpose'), 2_000);
    }
    for (const field of ['kind', 'level'] as const) {
      if (patch[field] !== undefined) changes[field] = patch[field];
    }
    if (patch.domains !== undefined) {
      checks.list(patch.domains, at('domains'), true);
      changes.domains = patch.domains;
    }
    if (patch.establishedOn !== undefined) {
      checks.day(patch.establishedOn, at('establishedOn'), EARLIEST, lastDayOf(tx, body));
      changes.establishedOn = patch.establishedOn;
    }
    checks.done();
    if (patch.responsibleOrganisationId !== undefined) {
      changes.responsibleOrganisationId = await chosenResponsible(
        tx,
        patch.responsibleOrganisationId,
        at('responsibleOrganisationId'),
      );
    }
    const belongs =
      patch.organisationIds !== undefined &&
      (await setOrganisations(tx, body.id, patch.organisationIds ?? [], at('organisationIds')));
    if (!saveNews(tx, AdvisoryBodyEntity, body, changes) && !belongs) {
      throw new NothingChanged({ advisoryBody: body.id });
    }
    const details = { fields: fieldsOf(patch) };
    tx.record({ name: 'advisoryBody.updated', ...about('AdvisoryBody', body), details });
    return { advisoryBody: body.id };
  },
};

function lastDayOf(tx: Tx, { endedOn }: AdvisoryBodyEntity): PlainDate {
  return endedOn ? dayBefore(endedOn) : furthestDay(tx);
}

async function setOrganisations(
  tx: Tx,
  bodyId: string,
  ids: readonly string[],
  path: readonly string[],
): Promise<boolean> {
  const checks = new Checks();
  checks.list(ids, path);
  checks.done();
  const organisationIds = await findAll(tx, OrganisationEntity, ids, path);
  return saveLinks(tx, AdvisoryBodyOrganisationEntity, { bodyId }, 'organisationId', organisationIds);
}
