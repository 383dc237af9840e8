import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  connectionType,
  describedEnum,
  Node,
  type OrderDirection,
  orderInput,
  Page,
} from '../../graphql/connections.js';
import { many, one, Reads, Table, value } from '../../reads/mapping.js';
import { resembles } from '../../reads/named.js';
import { sql } from '../../reads/sql.js';
import { waitingAddress } from '../addresses/waiting-address.js';
import { Municipality, Region } from '../regions/region.type.js';
import { OrganisationEntity } from './organisation.entity.js';

export const OrganisationKind = describedEnum('OrganisationKind', 'Kind of organisation.', {
  SAMENWERKINGSVERBAND_PO: 'Samenwerkingsverband passend onderwijs, primary education.',
  SAMENWERKINGSVERBAND_VO: 'Samenwerkingsverband passend onderwijs, secondary education.',
  GEMEENTE: 'A municipality as an organisation.',
  SCHOOL: 'School location.',
  KINDEROPVANG: 'Childcare.',
  JEUGDHULPAANBIEDER: 'Youth care provider.',
  ZORGAANBIEDER: 'Health care provider.',
  WIJKTEAM: 'Local care team.',
  OUDER_JEUGDSTEUNPUNT: 'Support point for parents and young people (ouder- en jeugdsteunpunt).',
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
  INFERRED: 'Inferred from several sources; likely, but not verified.',
  DERIVED: 'No source gives a name; this service derived a label from the area covered.',
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
    search: resembles('organisations', 'all'),
  },
  orders: {
    NAME: { by: (organisation) => sql`${organisation}.search_name`, type: 'text', direction: 'ASC' },
  },
  defaultOrder: 'NAME',
  seenByAll: true,
})
@ObjectType({ implements: Node, description: 'An organisation in onderwijs, zorg or jeugd.' })
export class Organisation extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Field({
    description:
      'The text to display: the official name, or the derived label marked "(afgeleide aanduiding)". See ' +
      '`nameStatus`.',
  })
  name: string;

  @Field(() => NameStatus, { description: 'Where `name` comes from.' })
  nameStatus: keyof typeof NameStatus;

  @Field(() => String, { nullable: true, description: 'Its own name; null if no source gives it.' })
  officialName: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A label derived by this service from the largest municipalities covered; it is not a name. Null if ' +
      'there is a name.',
  })
  labelDerived: string | null;

  @Field(() => OrganisationKind, { description: 'Kind of organisation.' })
  kind: keyof typeof OrganisationKind;

  @Field(() => String, {
    nullable: true,
    description:
      'External code: for example `PO2703` for a samenwerkingsverband, the location code for a school. ' +
      'Null if there is none.',
  })
  code: string | null;

  @Field(() => [Domain], { description: 'Fields of work.' })
  domains: (keyof typeof Domain)[];

  @Field(() => String, { nullable: true, description: 'Town; null if not known.' })
  place: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Mailbox of the organisation; emails for which there is no other recipient go there. Null if not ' +
      'known.',
  })
  email: string | null;

  @Reads(value((organisation) => waitingAddress(sql`w.organisation_id = ${organisation}.id`)))
  @Field(() => String, {
    nullable: true,
    description:
      'Mailbox that replaces `email` once the link that was mailed there is followed; null if none waits, ' +
      'or if you do not coordinate its region.',
  })
  pendingEmail: string | null;

  @Reads(value((organisation) => sql`coalesce(is_undeliverable(${organisation}.email), false)`))
  @Field({
    description: 'Whether the mail server of `email` refused a message to it. A new address clears it.',
  })
  emailUndeliverable: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Telephone number in the form `+31612345678`; one of a service, such as 14 072 or 0800, in the same ' +
      'form: `+3114072`. Null if not known.',
  })
  phone: string | null;

  @Reads(one('region_id'))
  @Field(() => Region, { nullable: true, description: 'Its region; null if it crosses regions.' })
  region: Region | null;

  @Reads(
    many({
      where: (organisation, municipality) =>
        sql`${municipality}.id in (select municipality_id from organisation_municipalities
          where organisation_id = ${organisation}.id)`,
      orderBy: (municipality) => sql`fold(${municipality}.name), ${municipality}.id`,
    }),
  )
  @Field(() => [Municipality], { description: 'Municipalities it covers, by name.' })
  municipalities: Municipality[];

  @Reads(one('parent_id'))
  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation it is part of; null if there is none.',
  })
  parent: Organisation | null;
}

export const OrganisationConnection = connectionType('Organisation', () => Organisation);

const OrganisationOrderField = describedEnum(
  'OrganisationOrderField',
  'Fields by which organisations can be sorted.',
  {
    NAME: 'Name, ignoring case and accents.',
  },
);
const OrganisationOrder = orderInput('Organisation', OrganisationOrderField);

@InputType({ description: 'Conditions on organisations; all of them must hold.' })
export class OrganisationFilter {
  @Field(() => [OrganisationKind], { nullable: true, description: 'Of one of these kinds.' })
  kind?: (keyof typeof OrganisationKind)[];

  @Field(() => Domain, { nullable: true, description: 'Works in this field.' })
  domain?: keyof typeof Domain;

  @Field(() => ID, { nullable: true, description: 'Belongs to this region.' })
  regionId?: string;

  @Field(() => ID, { nullable: true, description: 'Covers this municipality.' })
  municipalityId?: string;

  @Field(() => String, { nullable: true, description: 'Has exactly this external code.' })
  code?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Has each of these words, or of their beginnings, somewhere in its name, accents and infixes aside. Only if ' +
      'there are none, those whose name resembles the text.',
  })
  search?: string;
}

@ArgsType()
export class OrganisationPage extends Page {
  @Field(() => OrganisationFilter, { nullable: true, description: 'Restricts the list of organisations.' })
  filter?: OrganisationFilter;

  @Field(() => OrganisationOrder, { nullable: true, description: 'Sort order; defaults to by name.' })
  orderBy?: { field: string; direction: OrderDirection };
}
