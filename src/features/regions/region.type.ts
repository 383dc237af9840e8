import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  connectionType,
  describedEnum,
  Node,
  type OrderDirection,
  orderInput,
  Page,
} from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { many, one, Reads, Table } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import { MunicipalityEntity, RegionEntity, ThemeEntity } from './region.entity.js';

const RegionKind = describedEnum('RegionKind', 'Level of a region in the tree.', {
  LAND: 'The country.',
  JEUGDREGIO: 'One of the 42 youth-care regions.',
  WERKREGIO: 'A subdivision defined by a coordinator.',
});

@Table(RegionEntity, {
  filters: {
    kind: (region, kinds) => sql`${region}.kind = any (${kinds.codes()})`,
    parentId: (region, parent) => sql`${region}.parent_id = ${parent.uuid('Region')}::uuid`,
    search: (region, text) =>
      sql`(${region}.code = upper(${text.parameter}::text) or fold(${text.parameter}::text) <% fold(${region}.name))`,
  },
  orders: {
    CODE: { by: (region) => sql`${region}.code`, type: 'text', direction: 'ASC' },
    NAME: { by: (region) => sql`fold(${region}.name)`, type: 'text', direction: 'ASC' },
  },
  defaultOrder: 'CODE',
  seenByAll: true,
})
@ObjectType({
  implements: Node,
  description:
    'A place in the tree country > jeugdregio > werkregio. Every scoped record has one owning region.',
})
export class Region extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Field({ description: 'Code, for example `JZ06`; `NL` is the country.' })
  code: string;

  @Field({ description: 'Name; for a jeugdregio as spelled by Statistics Netherlands (CBS).' })
  name: string;

  @Field(() => RegionKind, { description: 'Level in the tree.' })
  kind: keyof typeof RegionKind;

  @Reads(one('parent_id'))
  @Field(() => Region, { nullable: true, description: 'The region above; null for the country.' })
  parent: Region | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Mailbox of the coordinators, as a role: answers to our mail go there unless the network has a mailbox of ' +
      'its own. Null for that of the region above.',
  })
  mailbox: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Telephone number of the coordinators, as a role; it stands under our letters. Null if not known.',
  })
  phone: string | null;

  @Reads(
    many({
      where: (region, municipality) => sql`${municipality}.region_id = ${region}.id`,
      orderBy: (municipality) => sql`fold(${municipality}.name), ${municipality}.id`,
    }),
  )
  @Field(() => [Municipality], {
    description: 'Its municipalities by name; empty for country and werkregio.',
  })
  municipalities: Municipality[];
}

@Table(MunicipalityEntity)
@ObjectType({ implements: Node, description: 'A gemeente; it belongs to one jeugdregio.' })
export class Municipality extends Node {
  @Field({ description: 'CBS code, for example `GM0361`.' })
  code: string;

  @Field({ description: 'Name.' })
  name: string;

  @Field({ description: 'Name of the province.' })
  province: string;

  @Reads(one('region_id'))
  @Field(() => Region, { description: 'Its jeugdregio.' })
  region: Region;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it existed in this form; null if not known.',
  })
  validFrom: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day, since municipalities merge on 1 January; null while it exists.',
  })
  validUntil: PlainDate | null;
}

@Table(ThemeEntity)
@ObjectType({ implements: Node, description: 'A broad subject from a managed list.' })
export class Theme extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Field({ description: 'Stable code, for example `PASSEND_ONDERWIJS`.' })
  code: string;

  @Field({ description: 'Label in Dutch.' })
  labelNl: string;

  @Field({ description: 'Label in English.' })
  labelEn: string;

  @Reads(one('parent_id'))
  @Field(() => Theme, { nullable: true, description: 'The broader theme; null if it is at the top level.' })
  parent: Theme | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'From this day on it can no longer be chosen; existing uses are kept. Null while in use.',
  })
  retiredOn: PlainDate | null;
}

export const RegionConnection = connectionType('Region', () => Region);

const RegionOrderField = describedEnum('RegionOrderField', 'Fields by which regions can be sorted.', {
  CODE: 'Code.',
  NAME: 'Name.',
});
const RegionOrder = orderInput('Region', RegionOrderField);

@InputType({ description: 'Conditions on regions; all of them must hold.' })
export class RegionFilter {
  @Field(() => [RegionKind], { nullable: true, description: 'Of one of these levels.' })
  kind?: (keyof typeof RegionKind)[];

  @Field(() => ID, { nullable: true, description: 'Id of the region directly above.' })
  parentId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Has this code, or a name like this; tolerant of spelling and accents.',
  })
  search?: string;
}

@ArgsType()
export class RegionPage extends Page {
  @Field(() => RegionFilter, { nullable: true, description: 'Restricts the list of regions.' })
  filter?: RegionFilter;

  @Field(() => RegionOrder, { nullable: true, description: 'Sort order; defaults to by code.' })
  orderBy?: { field: string; direction: OrderDirection };
}
