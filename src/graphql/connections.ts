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
  description: 'Anything with an id of its own, to be fetched again with `node(id)`.',
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and globally unique; base64url of `Type:uuid`.' })
  id: string;
}

@ObjectType({ description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field({ description: 'Whether more rows follow this page.' })
  hasNextPage: boolean;

  @Field({ description: 'Whether rows come before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null on an empty page.' })
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
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its cursor.` })
  class Edge {
    @Field({ description: 'Where this row stands; goes into `after` or `before`.' })
    cursor: string;

    @Field(node, { description: 'The row itself.' })
    node: Item;
  }

  @Extensions({ connection: true })
  @ObjectType(`${name}Connection`, { description: `A page of ${name}.` })
  class ConnectionClass {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges: Edge[];

    @Field(() => [node()] as never, { description: 'The rows.' })
    nodes: Item[];

    @Field(() => PageInfo, { description: 'Where this page lies in the list.' })
    pageInfo: PageInfo;

    @Field(() => Int, {
      description:
        'How many rows the whole list has, as far as you may see them. Counted only when asked for.',
    })
    totalCount: number;
  }
  return ConnectionClass;
}

@ArgsType()
export class ForwardPage {
  @Field(() => Int, { nullable: true, description: 'Rows from the start, 1 to 100; 25 when left out.' })
  first?: number;

  @Field(() => String, { nullable: true, description: 'Only rows after this cursor.' })
  after?: string;
}

@ArgsType()
export class Page extends ForwardPage {
  @Field(() => Int, {
    nullable: true,
    description: 'Rows from the end, 1 to 100; not together with `first`.',
  })
  last?: number;

  @Field(() => String, { nullable: true, description: 'Only rows before this cursor.' })
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
    ASC: { description: 'Smallest, earliest or first in the alphabet first.' },
    DESC: { description: 'Largest, latest or last in the alphabet first.' },
  },
});

/** The `<Type>Order` input over the enum of a type's sortable fields. */
export function orderInput(
  name: string,
  field: object,
): ClassType<{ field: string; direction: OrderDirection }> {
  @InputType(`${name}Order`, {
    description: `How to sort a list of ${name}. Rows that are equal keep a fixed order.`,
  })
  class OrderClass {
    @Field(() => field, { description: 'What to sort by.' })
    field: string;

    @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: 'Which way.' })
    direction: OrderDirection;
  }
  return OrderClass;
}

/** Registers an enum whose values carry a description each; gives it back as `{ VALUE: 'VALUE' }`. */
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
