import { v7 as uuid } from 'uuid';
import { insert } from '../../db/rows.js';
import type { UseCase } from '../../writes/use-case.js';
import { find, findAll, findLocked } from '../../writes/find.js';
import { about } from '../../writes/events.js';
import { newsIn, NothingChanged, saveNews } from '../../writes/patch.js';
import { Checks } from '../../kernel/checks.js';
import { wishMailbox } from '../addresses/wish-mailbox.js';
import { allow, coordinators, manages } from '../access/policies.js';
import { MunicipalityEntity, RegionEntity } from '../regions/region.entity.js';
import { OrganisationEntity, OrganisationMunicipalityEntity } from './organisation.entity.js';
import type { OrganisationCreateInput, OrganisationUpdateInput } from './organisation.inputs.js';

export const createOrganisation: UseCase<OrganisationCreateInput, { organisation: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const region = await find(tx, RegionEntity, input.regionId, ['input', 'regionId']);
    allow(manages(tx.viewer, region.id));
    const checks = new Checks();
    const officialName = checks.name(input.name, ['input', 'name'], 200);
    const place = checks.optionalName(input.place, ['input', 'place'], 100);
    const email = checks.email(input.email, ['input', 'email']);
    const phone = checks.phone(input.phone, ['input', 'phone'], 'ORGANISATION');
    checks.list(input.domains, ['input', 'domains'], true);
    checks.list(input.municipalityIds, ['input', 'municipalityIds']);
    checks.done();
    const parentId =
      input.parentId == null
        ? null
        : (await find(tx, OrganisationEntity, input.parentId, ['input', 'parentId'])).id;
    const municipalityIds = await findAll(tx, MunicipalityEntity, input.municipalityIds, [
      'input',
      'municipalityIds',
    ]);
    const { kind, domains } = input;
    const row = {
      id: uuid(),
      kind,
      officialName,
      nameStatus: 'OFFICIAL',
      domains,
      regionId: region.id,
      parentId,
      place,
      email,
      phone,
    };
    insert(tx, OrganisationEntity, row);
    const covered = municipalityIds.map((municipalityId) => ({ organisationId: row.id, municipalityId }));
    if (covered.length > 0) insert(tx, OrganisationMunicipalityEntity, covered);
    tx.record({
      name: 'organisation.created',
      ...about('Organisation', row),
      details: { kind },
    });
    return { organisation: row.id };
  },
};

/** What the reference data say about an organisation is not ours to change; how to reach it is. */
export const updateOrganisation: UseCase<OrganisationUpdateInput, { organisation: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const organisation = await findLocked(tx, OrganisationEntity, input);
    allow(manages(tx.viewer, organisation.regionId));
    const { patch } = input;
    const at = (field: string) => ['input', 'patch', field];
    const checks = new Checks();
    const changes: Partial<OrganisationEntity> = {};
    if (patch.name !== undefined) changes.officialName = checks.name(patch.name, at('name'), 200);
    if (patch.domains !== undefined) {
      checks.list(patch.domains, at('domains'), true);
      changes.domains = patch.domains;
    }
    if (patch.place !== undefined) changes.place = checks.optionalName(patch.place, at('place'), 100);
    if (organisation.fromReference) {
      for (const column of Object.keys(newsIn(organisation, changes))) {
        checks.refuse('FROM_REFERENCE', at(column === 'officialName' ? 'name' : column));
      }
    }
    if (patch.email !== undefined) changes.email = checks.email(patch.email, at('email'));
    if (patch.phone !== undefined) changes.phone = checks.phone(patch.phone, at('phone'), 'ORGANISATION');
    checks.done();
    const fields = Object.keys(changes);
    const { id, regionId } = organisation;
    const asked = await wishMailbox(tx, changes, 'email', {
      owner: { subjectType: 'Organisation', id, regionId },
      byItself: fields.length === 1,
      path: at('email'),
    });
    if (!saveNews(tx, OrganisationEntity, organisation, changes) && !asked) {
      throw new NothingChanged({ organisation: organisation.id });
    }
    tx.record({
      name: 'organisation.updated',
      ...about('Organisation', organisation),
      details: { fields },
    });
    return { organisation: organisation.id };
  },
};
