import { Extensions, Field, ID, InputType } from 'type-graphql';
import { NeverCleared } from '../../graphql/never-cleared.js';
import { MutationInput, VersionedInput } from '../../writes/mutation-input.js';
import { Domain, OrganisationKind } from './organisation.type.js';

@InputType({ description: 'Adds an organisation that is not in the reference data.' })
export class OrganisationCreateInput extends MutationInput {
  @Field({ description: 'Its own name, 1 to 200 characters.' })
  name: string;

  @Field(() => OrganisationKind, { description: 'Kind of organisation.' })
  kind: keyof typeof OrganisationKind;

  @Field(() => ID, { description: 'Its region; it must be one of yours.' })
  regionId: string;

  @Field(() => [Domain], { description: 'Fields of work; at least one.' })
  domains: (keyof typeof Domain)[];

  @Field(() => [ID], { defaultValue: [], description: 'Municipalities it covers.' })
  municipalityIds: string[];

  @Field(() => ID, { nullable: true, description: 'The organisation it is part of.' })
  parentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Town, at most 100 characters.' })
  place?: string | null;

  @Extensions({ unseen: 'dropped' })
  @Field(() => String, { nullable: true, description: 'Mailbox of the organisation.' })
  email?: string | null;

  @Extensions({ screened: false, unseen: 'dropped' })
  @Field(() => String, {
    nullable: true,
    description: 'Telephone number, for example `070 312 34 56`, `14 072` or `0800 1234`.',
  })
  phone?: string | null;
}

@InputType({ description: 'Changes to an organisation. An omitted field is kept; null clears it.' })
class OrganisationPatch {
  @NeverCleared(() => String, 'Its own name, 1 to 200 characters')
  name?: string;

  @NeverCleared(() => [Domain], 'Fields of work, at least one')
  domains?: (keyof typeof Domain)[];

  @Field(() => String, { nullable: true, description: 'Town, at most 100 characters.' })
  place?: string | null;

  @Extensions({ unseen: 'dropped' })
  @Field(() => String, {
    nullable: true,
    description:
      'Mailbox of the organisation. A changed one waits for its reader. The current one ends that waiting if it ' +
      'is all that the patch has; among other changes it leaves it alone.',
  })
  email?: string | null;

  @Extensions({ screened: false, unseen: 'dropped' })
  @Field(() => String, {
    nullable: true,
    description: 'Telephone number, for example `070 312 34 56`, `14 072` or `0800 1234`.',
  })
  phone?: string | null;
}

@InputType({ description: 'Corrects an organisation.' })
export class OrganisationUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The organisation; it must be in one of your regions.' })
  id: string;

  @Field(() => OrganisationPatch, {
    description:
      'The changes. For an organisation in the reference data only `email` and `phone` can be changed.',
  })
  patch: OrganisationPatch;
}

@InputType({ description: 'Changes the settings of a region.' })
export class RegionUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The region.' })
  id: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Caretaker of last resort for its networks; for national admins only. Kept if omitted; null for that of the ' +
      'region above, which is not possible for the country.',
  })
  coordinatingOrganisationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who answers for its personal data. Kept if omitted; null for its coordinating organisation, or who answers for ' +
      'the region above.',
  })
  responsibleOrganisationId?: string | null;

  @Extensions({ unseen: 'dropped' })
  @Field(() => String, {
    nullable: true,
    description:
      'Mailbox of its coordinators, as a role: answers to our mail go there. A first one counts at once, another ' +
      'one once the link that is mailed there was followed. Kept if omitted; null for that of the region above.',
  })
  mailbox?: string | null;

  @Extensions({ screened: false, unseen: 'dropped' })
  @Field(() => String, {
    nullable: true,
    description: 'Telephone number of its coordinators, as a role. Kept if omitted; null clears it.',
  })
  phone?: string | null;
}
