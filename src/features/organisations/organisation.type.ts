import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  connectionType,
  describedEnum,
  Node,
  type OrderDirection,
  orderInput,
  Page,
} from '../../graphql/connections.js';
import { many, one, Reads, Table } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import { Municipality, Region } from '../regions/region.type.js';
import { OrganisationEntity } from './organisation.entity.js';

export const OrganisationKind = describedEnum('OrganisationKind', 'What sort of organisation.', {
  SAMENWERKINGSVERBAND_PO: 'Samenwerkingsverband passend onderwijs, primary education.',
  SAMENWERKINGSVERBAND_VO: 'Samenwerkingsverband passend onderwijs, secondary education.',
  GEMEENTE: 'Municipality as an organisation.',
  SCHOOL: 'School location.',
  JEUGDHULPAANBIEDER: 'Provider of youth care.',
  ZORGAANBIEDER: 'Provider of health care.',
  WIJKTEAM: 'Local care team.',
  OUDERSTEUNPUNT: 'Support point for parents.',
  STICHTING: 'Foundation.',
  OVERIG: 'Anything else.',
});

export const Domain = describedEnum('Domain', 'Field of work.', {
  ONDERWIJS: 'Education.',
  ZORG: 'Health care.',
  JEUGD: 'Youth care.',
});

const NameStatus = describedEnum('OrganisationNameStatus', 'Where the name of an organisation comes from.', {
  OFFICIAL: 'The name the organisation itself uses.',
  INFERRED: 'Put together from several sources; likely, not checked.',
  DERIVED: 'No source gives a name: a label of ours that says which area is covered.',
});

@Table(OrganisationEntity, {
  filters: {
    kind: (organisation, kinds) => sql`${organisation}.kind = any (${kinds.codes()})`,
    domain: (organisation, domain) => sql`${domain.code()} = any (${organisation}.domains)`,
    regionId: (organisation, region) => sql`${organisation}.region_id = ${region.uuid('Region')}::uuid`,
    municipalityId: (organisation, municipality) =>
      sql`${organisation}.id in (select organisation_id from organisation_municipalities
        where municipality_id = ${municipality.uuid('Municipality')}::uuid)`,
    code: (organisation, code) => sql`${organisation}.code = ${code.parameter}::text`,
    search: (organisation, text) => sql`fold(${text.parameter}::text) <% ${organisation}.search_name`,
  },
  orders: {
    NAME: { by: (organisation) => sql`${organisation}.search_name`, type: 'text', direction: 'ASC' },
  },
  defaultOrder: 'NAME',
})
@ObjectType({ implements: Node, description: 'An organisation in onderwijs, zorg or jeugd.' })
export class Organisation extends Node {
  @Field(() => Int, { description: 'Goes up by one with every change; give it back as `expectedVersion`.' })
  version: number;

  @Field({
    description:
      'What to show: the official name, or our derived label marked "(afgeleide aanduiding)". See `nameStatus`.',
  })
  name: string;

  @Field(() => NameStatus, { description: 'Where `name` comes from.' })
  nameStatus: keyof typeof NameStatus;

  @Field(() => String, { nullable: true, description: 'The name of its own; null when no source gives it.' })
  officialName: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A label made by us from the largest municipalities covered; never a name. Null when there is a name.',
  })
  labelDerived: string | null;

  @Field(() => OrganisationKind, { description: 'What sort of organisation.' })
  kind: keyof typeof OrganisationKind;

  @Field(() => String, {
    nullable: true,
    description:
      'External code: `PO2703` of a samenwerkingsverband, the location code of a school. Null = none.',
  })
  code: string | null;

  @Field(() => [Domain], { description: 'Fields of work.' })
  domains: (keyof typeof Domain)[];

  @Field(() => String, { nullable: true, description: 'Town; null = unknown.' })
  place: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Mailbox of the organisation: what nobody else can be told goes there. Null = none known.',
  })
  email: string | null;

  @Reads(one('region_id'))
  @Field(() => Region, { nullable: true, description: 'Its region; null when it crosses regions.' })
  region: Region | null;

  @Reads(
    many({
      where: (organisation, municipality) =>
        sql`${municipality}.id in (select municipality_id from organisation_municipalities
          where organisation_id = ${organisation}.id)`,
      orderBy: (municipality) => sql`fold(${municipality}.name), ${municipality}.id`,
    }),
  )
  @Field(() => [Municipality], { description: 'The municipalities it covers, by name.' })
  municipalities: Municipality[];

  @Reads(one('parent_id'))
  @Field(() => Organisation, { nullable: true, description: 'The organisation it is part of; null = none.' })
  parent: Organisation | null;
}

export const OrganisationConnection = connectionType('Organisation', () => Organisation);

const OrganisationOrderField = describedEnum(
  'OrganisationOrderField',
  'What organisations can be sorted by.',
  {
    NAME: 'The name, without case and accents.',
  },
);
const OrganisationOrder = orderInput('Organisation', OrganisationOrderField);

@InputType({ description: 'Which organisations; conditions are combined with and.' })
export class OrganisationFilter {
  @Field(() => [OrganisationKind], { nullable: true, description: 'Of one of these sorts.' })
  kind?: (keyof typeof OrganisationKind)[];

  @Field(() => Domain, { nullable: true, description: 'Working in this field.' })
  domain?: keyof typeof Domain;

  @Field(() => ID, { nullable: true, description: 'Of this region.' })
  regionId?: string;

  @Field(() => ID, { nullable: true, description: 'Covering this municipality.' })
  municipalityId?: string;

  @Field(() => String, { nullable: true, description: 'With exactly this external code.' })
  code?: string;

  @Field(() => String, {
    nullable: true,
    description: 'With a name like this; spelling and accents forgiven.',
  })
  search?: string;
}

@ArgsType()
export class OrganisationPage extends Page {
  @Field(() => OrganisationFilter, { nullable: true, description: 'Which organisations.' })
  filter?: OrganisationFilter;

  @Field(() => OrganisationOrder, { nullable: true, description: 'Order; by name when left out.' })
  orderBy?: { field: string; direction: OrderDirection };
}
