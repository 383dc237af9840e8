import { Field, ID, InputType } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../writes/mutation-input.js';
import { Domain, OrganisationKind } from './organisation.type.js';

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

  @Field(() => String, { nullable: true, description: 'Mailbox of the organisation.' })
  email?: string | null;
}

@InputType({ description: 'What changes; left out = keep, null = clear.' })
class OrganisationPatch {
  @Field(() => String, { nullable: true, description: 'Its own name, 1 to 200 characters.' })
  name?: string | null;

  @Field(() => [Domain], { nullable: true, description: 'Fields of work; at least one.' })
  domains?: (keyof typeof Domain)[] | null;

  @Field(() => String, { nullable: true, description: 'Town, at most 100 characters.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Mailbox of the organisation.' })
  email?: string | null;
}

@InputType({ description: 'A correction of an organisation.' })
export class OrganisationUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The organisation; one of your region.' })
  id: string;

  @Field(() => OrganisationPatch, {
    description: 'What changes. Of an organisation of the reference data that is its mailbox alone.',
  })
  patch: OrganisationPatch;
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
