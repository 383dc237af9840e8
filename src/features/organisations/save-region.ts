import type { Tx } from '../../db/transaction.js';
import type { UseCase } from '../../writes/use-case.js';
import { find, findLocked } from '../../writes/find.js';
import { about, fieldsOf } from '../../writes/events.js';
import { NothingChanged, saveNews } from '../../writes/patch.js';
import { Checks } from '../../kernel/checks.js';
import { failure } from '../../kernel/failure.js';
import type { Viewer } from '../../kernel/viewer.js';
import { wishMailbox } from '../addresses/wish-mailbox.js';
import { admins, allow, coordinatorsAndAdmins, manages } from '../access/policies.js';
import { RegionEntity } from '../regions/region.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { chosenResponsible } from './responsible-organisation.js';
import type { RegionUpdateInput } from './organisation.inputs.js';

export const updateRegion: UseCase<RegionUpdateInput, { region: string }> = {
  policy: coordinatorsAndAdmins,
  async run(tx, input) {
    const region = await findLocked(tx, RegionEntity, input);
    allow(isTheirs(tx.viewer, region, input));
    const checks = new Checks();
    const changes: Partial<RegionEntity> = {};
    if (input.mailbox !== undefined) changes.mailbox = checks.email(input.mailbox, ['input', 'mailbox']);
    if (input.phone !== undefined) {
      changes.phone = checks.phone(input.phone, ['input', 'phone'], 'ORGANISATION');
    }
    checks.done();
    if (input.coordinatingOrganisationId !== undefined) {
      changes.coordinatingOrganisationId = await caretaker(tx, region, input.coordinatingOrganisationId);
    }
    if (input.responsibleOrganisationId !== undefined) {
      const path = ['input', 'responsibleOrganisationId'];
      changes.responsibleOrganisationId = await chosenResponsible(tx, input.responsibleOrganisationId, path);
    }
    const details = { fields: fieldsOf(changes) };
    const { id } = region;
    const asked = await wishMailbox(tx, changes, 'mailbox', {
      owner: { subjectType: 'Region', id, regionId: id },
      byItself: details.fields.length === 1,
      path: ['input', 'mailbox'],
    });
    if (!saveNews(tx, RegionEntity, region, changes) && !asked) {
      throw new NothingChanged({ region: id });
    }
    tx.record({ name: 'region.updated', ...about('Region', { id, regionId: id }), details });
    return { region: id };
  },
};

/** How its coordinators are reached, and who answers for its data, is theirs to say; who keeps its networks alive, the national office's. */
function isTheirs(viewer: Viewer, region: RegionEntity, input: RegionUpdateInput): boolean {
  return admins(viewer) || (manages(viewer, region.id) && input.coordinatingOrganisationId === undefined);
}

async function caretaker(tx: Tx, region: RegionEntity, chosen: string | null): Promise<string | null> {
  const path = ['input', 'coordinatingOrganisationId'];
  if (chosen === null && region.kind === 'LAND') throw failure('REQUIRED', path);
  return chosen === null ? null : (await find(tx, OrganisationEntity, chosen, path)).id;
}
