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
  WERKREGIO: 'A subdivision that a coordinator made.',
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
})
@ObjectType({
  implements: Node,
  description:
    'A place in the tree country > jeugdregio > werkregio. Every scoped record has one owning region.',
})
export class Region extends Node {
  @Field(() => Int, { description: 'Goes up by one with every change; give it back as `expectedVersion`.' })
  version: number;

  @Field({ description: 'For example `JZ06`; `NL` is the country.' })
  code: string;

  @Field({ description: 'Name, for a jeugdregio as Statistics Netherlands (CBS) writes it.' })
  name: string;

  @Field(() => RegionKind, { description: 'Level in the tree.' })
  kind: keyof typeof RegionKind;

  @Reads(one('parent_id'))
  @Field(() => Region, { nullable: true, description: 'The region above; null for the country.' })
  parent: Region | null;

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
@ObjectType({ implements: Node, description: 'A gemeente; belongs to one jeugdregio.' })
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
    description: 'First day it existed in this form; null = unknown.',
  })
  validFrom: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day; municipalities merge on 1 January. Null = still there.',
  })
  validUntil: PlainDate | null;
}

@Table(ThemeEntity)
@ObjectType({ implements: Node, description: 'A subject, coarse, from a managed list.' })
export class Theme extends Node {
  @Field(() => Int, { description: 'Goes up by one with every change; give it back as `expectedVersion`.' })
  version: number;

  @Field({ description: 'Stable code, for example `PASSEND_ONDERWIJS`.' })
  code: string;

  @Field({ description: 'Label in Dutch.' })
  labelNl: string;

  @Field({ description: 'Label in English.' })
  labelEn: string;

  @Reads(one('parent_id'))
  @Field(() => Theme, { nullable: true, description: 'The wider theme; null = the widest.' })
  parent: Theme | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'From this day on not to be chosen anew; who has it keeps it. Null = in use.',
  })
  retiredOn: PlainDate | null;
}

export const RegionConnection = connectionType('Region', () => Region);

const RegionOrderField = describedEnum('RegionOrderField', 'What regions can be sorted by.', {
  CODE: 'The code.',
  NAME: 'The name.',
});
const RegionOrder = orderInput('Region', RegionOrderField);

@InputType({ description: 'Which regions; conditions are combined with and.' })
export class RegionFilter {
  @Field(() => [RegionKind], { nullable: true, description: 'Of one of these levels.' })
  kind?: (keyof typeof RegionKind)[];

  @Field(() => ID, { nullable: true, description: 'Id of the region directly above.' })
  parentId?: string;

  @Field(() => String, { nullable: true, description: 'The code, or a name; spelling and accents forgiven.' })
  search?: string;
}

@ArgsType()
export class RegionPage extends Page {
  @Field(() => RegionFilter, { nullable: true, description: 'Which regions.' })
  filter?: RegionFilter;

  @Field(() => RegionOrder, { nullable: true, description: 'Order; by code when left out.' })
  orderBy?: { field: string; direction: OrderDirection };
}
