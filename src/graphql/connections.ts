import {
  type ClassType,
  Field,
  ID,
  InputType,
  Int,
  InterfaceType,
  ObjectType,
  ArgsType,
  registerEnumType,
} from 'type-graphql';
import { Extensions } from 'type-graphql';

@InterfaceType('Node', {
  description: 'An object with a globally unique id, which can be fetched again with `node(id)`.',
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque, globally unique identifier: base64url of `Type:uuid`.' })
  id: string;
}

@ObjectType({ description: 'Position of a page in its list.' })
export class PageInfo {
  @Field({ description: 'Whether more rows follow this page.' })
  hasNextPage: boolean;

  @Field({ description: 'Whether there are rows before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null if the page is empty.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null if the page is empty.' })
  endCursor: string | null;
}

export interface Connection<Item> {
  edges: { cursor: string; node: Item }[];
  nodes: Item[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** The Relay connection of a node type, read by the read engine. */
export function connectionType<Item extends object>(
  name: string,
  node: () => ClassType<Item>,
): ClassType<Connection<Item>> {
  @Extensions({ connection: true })
  @ObjectType(`${name}Edge`, { description: `One ${name} object of a page, with its cursor.` })
  class Edge {
    @Field({ description: 'Position of this row in the list; pass it as `after` or `before`.' })
    cursor: string;

    @Field(node, { description: 'The row.' })
    node: Item;
  }

  @Extensions({ connection: true })
  @ObjectType(`${name}Connection`, { description: `A page of ${name} objects.` })
  class ConnectionClass {
    @Field(() => [Edge], { description: 'The rows of this page, each with its cursor.' })
    edges: Edge[];

    @Field(() => [node()] as never, { description: 'The rows of this page.' })
    nodes: Item[];

    @Field(() => PageInfo, { description: 'Position of this page in the list.' })
    pageInfo: PageInfo;

    @Field(() => Int, {
      description:
        'Number of rows in the whole list, limited to those visible to you. Computed only when selected.',
    })
    totalCount: number;
  }
  return ConnectionClass;
}

@ArgsType()
export class ForwardPage {
  @Field(() => Int, {
    nullable: true,
    description: 'Number of rows from the start, 1 to 100; defaults to 25.',
  })
  first?: number;

  @Field(() => String, { nullable: true, description: 'Returns rows after this cursor.' })
  after?: string;
}

@ArgsType()
export class Page extends ForwardPage {
  @Field(() => Int, {
    nullable: true,
    description: 'Number of rows from the end, 1 to 100; cannot be combined with `first`.',
  })
  last?: number;

  @Field(() => String, { nullable: true, description: 'Returns rows before this cursor.' })
  before?: string;
}

export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Direction of a sort.',
  valuesConfig: {
    ASC: { description: 'Ascending: smallest, earliest or alphabetically first.' },
    DESC: { description: 'Descending: largest, latest or alphabetically last.' },
  },
});

/** The `<Type>Order` input over the enum of a type's sortable fields. */
export function orderInput(
  name: string,
  field: object,
): ClassType<{ field: string; direction: OrderDirection }> {
  @InputType(`${name}Order`, {
    description: `Sort order of a list of ${name} objects. Ties are in a fixed order.`,
  })
  class OrderClass {
    @Field(() => field, { description: 'Field to sort by.' })
    field: string;

    @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: 'Sort direction.' })
    direction: OrderDirection;
  }
  return OrderClass;
}

/** Registers an enum whose values have a description each; returns it as `{ VALUE: 'VALUE' }`. */
export function describedEnum<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): { readonly [Key in Value]: Key } {
  const keys = Object.keys(values) as Value[];
  const members = Object.fromEntries(keys.map((key) => [key, key])) as { readonly [Key in Value]: Key };
  const valuesConfig = Object.fromEntries(keys.map((key) => [key, { description: values[key] }]));
  registerEnumType(members, { name, description, valuesConfig: valuesConfig as never });
  return members;
}
