import { v7 as uuid } from 'uuid';
import { insert } from '../../db/rows.js';
import type { Tx } from '../../db/transaction.js';
import type { UseCase } from '../../writes/use-case.js';
import { find, findAll, findLocked } from '../../writes/find.js';
import { about, fieldsOf } from '../../writes/events.js';
import { NothingChanged, saveLinks, saveNews } from '../../writes/patch.js';
import { Checks } from '../../kernel/checks.js';
import { wishMailbox } from '../addresses/wish-mailbox.js';
import { allow, coordinators, manages } from '../access/policies.js';
import { chosenResponsible } from '../organisations/responsible-organisation.js';
import { findLiving } from '../people/deceased.js';
import { chosenThemes } from '../regions/chosen-themes.js';
import { MunicipalityEntity, RegionEntity } from '../regions/region.entity.js';
import {
  OudernetwerkEntity,
  OudernetwerkMunicipalityEntity,
  OudernetwerkThemeEntity,
} from './oudernetwerk.entity.js';
import type { OudernetwerkCreateInput, OudernetwerkUpdateInput } from './oudernetwerk.inputs.js';

export const createOudernetwerk: UseCase<OudernetwerkCreateInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const region = await find(tx, RegionEntity, input.regionId, ['input', 'regionId']);
    allow(manages(tx.viewer, region.id));
    const checks = new Checks();
    const name = checks.name(input.name, ['input', 'name'], 200);
    const purpose = checks.optionalText(input.purpose, ['input', 'purpose'], 2_000);
    checks.list(input.sectors, ['input', 'sectors'], true);
    checks.done();
    const contactPersonId = await contact(tx, input.contactPersonId, ['input', 'contactPersonId']);

    const responsibleOrganisationId = await chosenResponsible(tx, input.responsibleOrganisationId, [
      'input',
      'responsibleOrganisationId',
    ]);

    const { sectors, meetingRhythm = null } = input;
    const id = uuid();
    insert(tx, OudernetwerkEntity, {
      id,
      name,
      purpose,
      phase: 'FORMING',
      regionId: region.id,
      sectors,
      meetingRhythm,
      contactPersonId,
      responsibleOrganisationId,
      createdAt: tx.now.toString(),
    });
    await setMunicipalities(tx, id, input.municipalityIds, ['input', 'municipalityIds']);
    await setThemes(tx, id, input.themeIds, ['input', 'themeIds']);
    const subject = about('Oudernetwerk', { id, regionId: region.id });
    tx.record({ name: 'oudernetwerk.created', ...subject, details: { fields: [] } });
    return { oudernetwerk: id };
  },
};

export const updateOudernetwerk: UseCase<OudernetwerkUpdateInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const network = await findLocked(tx, OudernetwerkEntity, input);
    allow(manages(tx.viewer, network.regionId));
    const { patch } = input;
    const at = (field: string) => ['input', 'patch', field];
    const checks = new Checks();
    const changes: Partial<OudernetwerkEntity> = {};
    if (patch.name !== undefined) changes.name = checks.name(patch.name, at('name'), 200);
    if (patch.purpose !== undefined) {
      changes.purpose = checks.optionalText(patch.purpose, at('purpose'), 2_000);
    }
    if (patch.sectors !== undefined) {
      checks.list(patch.sectors, at('sectors'), true);
      changes.sectors = patch.sectors;
    }
    if (patch.meetingRhythm !== undefined) changes.meetingRhythm = patch.meetingRhythm;
    if (patch.mailbox !== undefined) changes.mailbox = checks.email(patch.mailbox, at('mailbox'));
    checks.done();
    if (patch.contactPersonId !== undefined) {
      changes.contactPersonId = await contact(tx, patch.contactPersonId, at('contactPersonId'));
    }
    if (patch.responsibleOrganisationId !== undefined) {
      changes.responsibleOrganisationId = await chosenResponsible(
        tx,
        patch.responsibleOrganisationId,
        at('responsibleOrganisationId'),
      );
    }
    const details = { fields: fieldsOf(patch) };
    const { id, regionId } = network;
    const saved = [
      await wishMailbox(tx, changes, 'mailbox', {
        owner: { subjectType: 'Oudernetwerk', id, regionId },
        byItself: details.fields.length === 1,
        path: at('mailbox'),
      }),
      saveNews(tx, OudernetwerkEntity, network, changes),
      patch.municipalityIds !== undefined &&
        (await setMunicipalities(tx, network.id, patch.municipalityIds ?? [], at('municipalityIds'))),
      patch.themeIds !== undefined && (await setThemes(tx, network.id, patch.themeIds ?? [], at('themeIds'))),
    ];
    if (!saved.includes(true)) throw new NothingChanged({ oudernetwerk: network.id });
    tx.record({ name: 'oudernetwerk.updated', ...about('Oudernetwerk', network), details });
    return { oudernetwerk: network.id };
  },
};

async function contact(tx: Tx, id: string | null | undefined, path: string[]): Promise<string | null> {
  return id == null ? null : (await findLiving(tx, id, path)).id;
}

async function setMunicipalities(
  tx: Tx,
  oudernetwerkId: string,
  ids: string[],
  path: string[],
): Promise<boolean> {
  const checks = new Checks();
  checks.list(ids, path);
  checks.done();
  const municipalityIds = await findAll(tx, MunicipalityEntity, ids, path);
  const owner = { oudernetwerkId };
  return saveLinks(tx, OudernetwerkMunicipalityEntity, owner, 'municipalityId', municipalityIds);
}

async function setThemes(tx: Tx, oudernetwerkId: string, ids: string[], path: string[]): Promise<boolean> {
  const before = await tx.manager.findBy(OudernetwerkThemeEntity, { oudernetwerkId });
  const kept = before.map(({ themeId }) => themeId);
  const themeIds = await chosenThemes(tx, ids, kept, path);
  return saveLinks(tx, OudernetwerkThemeEntity, { oudernetwerkId }, 'themeId', themeIds);
}
