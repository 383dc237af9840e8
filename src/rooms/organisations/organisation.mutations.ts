import { v7 as uuid } from 'uuid';
import { Arg, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { UseCase } from '../../graphql/context.js';
import { find, findAll, findLocked } from '../../graphql/find.js';
import { Run, Runs } from '../../graphql/mutate.js';
import { MutationInput, VersionedInput } from '../../graphql/mutation-input.js';
import { payloadType } from '../../graphql/payloads.js';
import { Checks } from '../../kernel/checks.js';
import { failure } from '../../kernel/failure.js';
import { admins, allow, coordinators, manages } from '../access/policies.js';
import { MunicipalityEntity, RegionEntity } from '../regions/region.entity.js';
import { Region } from '../regions/region.type.js';
import { OrganisationEntity, OrganisationMunicipalityEntity } from './organisation.entity.js';
import { Domain, Organisation, OrganisationKind } from './organisation.type.js';

@InputType({ description: 'An organisation that the reference data do not have.' })
export class OrganisationCreateInput extends MutationInput {
  @Field({ description: 'Its own name, 1 to 200 characters.' })
  name: string;

  @Field(() => OrganisationKind, { description: 'What sort of organisation.' })
  kind: keyof typeof OrganisationKind;

  @Field(() => ID, { description: 'Its region; yours.' })
  regionId: string;

  @Field(() => [Domain], { description: 'Fields of work; at least one.' })
  domains: (keyof typeof Domain)[];

  @Field(() => [ID], { defaultValue: [], description: 'The municipalities it covers.' })
  municipalityIds: string[];

  @Field(() => ID, { nullable: true, description: 'The organisation it is part of.' })
  parentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Town, at most 100 characters.' })
  place?: string | null;
}

@InputType({ description: 'Settings of a region.' })
export class RegionUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The region.' })
  id: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Caretaker of last resort for its networks. Left out = keep; null = that of the region above, not for the country.',
  })
  coordinatingOrganisationId?: string | null;
}

const createOrganisation: UseCase<OrganisationCreateInput, { organisation: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const region = await find(tx, RegionEntity, input.regionId, ['input', 'regionId']);
    allow(manages(tx.viewer, region.id));
    const checks = new Checks();
    const officialName = checks.text(input.name, ['input', 'name'], 200);
    const place = checks.optionalText(input.place, ['input', 'place'], 100);
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
    };
    await tx.manager.insert(OrganisationEntity, row);
    const covered = municipalityIds.map((municipalityId) => ({ organisationId: row.id, municipalityId }));
    if (covered.length > 0) await tx.manager.insert(OrganisationMunicipalityEntity, covered);
    tx.record({
      action: 'organisation.created',
      subjectType: 'Organisation',
      subjectId: row.id,
      regionId: region.id,
      details: { kind },
    });
    return { organisation: row.id };
  },
};

const updateRegion: UseCase<RegionUpdateInput, { region: string }> = {
  policy: admins,
  async run(tx, input) {
    const region = await findLocked(tx, RegionEntity, input);
    const path = ['input', 'coordinatingOrganisationId'];
    const chosen = input.coordinatingOrganisationId;
    if (chosen === undefined) return { region: region.id };
    if (chosen === null && region.kind === 'LAND') throw failure('REQUIRED', path);
    const organisation = chosen === null ? null : await find(tx, OrganisationEntity, chosen, path);
    const coordinatingOrganisationId = organisation?.id ?? null;
    await tx.manager.update(RegionEntity, { id: region.id }, { coordinatingOrganisationId });
    tx.record({
      action: 'region.updated',
      subjectType: 'Region',
      subjectId: region.id,
      regionId: region.id,
      details: { coordinatingOrganisationId },
    });
    return { region: region.id };
  },
};

const CreatePayload = payloadType('organisationCreate', {
  organisation: { type: () => Organisation, description: 'The organisation.' },
});
const RegionPayload = payloadType('regionUpdate', {
  region: { type: () => Region, description: 'The region as it is now.' },
});

@Resolver()
export class OrganisationMutations {
  @Runs(createOrganisation)
  @Mutation(() => CreatePayload, {
    description: 'Adds an organisation to a region. For coordinators of that region.',
  })
  organisationCreate(@Arg('input') input: OrganisationCreateInput, @Run() run: Run) {
    return run(createOrganisation, input);
  }

  @Runs(updateRegion)
  @Mutation(() => RegionPayload, {
    description: 'Sets the coordinating organisation of a region. For national admins.',
  })
  regionUpdate(@Arg('input') input: RegionUpdateInput, @Run() run: Run) {
    return run(updateRegion, input);
  }
}
