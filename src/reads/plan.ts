import {
  getNamedType,
  isAbstractType,
  isObjectType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import type { Reach } from '../db/viewer-settings.js';
import { failure } from '../kernel/failure.js';
import { parseNodeId } from '../kernel/node-id.js';
import { pageOf, type Page } from './connection.js';
import { givenArguments, type Args } from './argument.js';
import { MATERIAL_KEY } from './computed.js';
import { jsonOf, type Pair } from './json-object.js';
import type { ConnectionRead, FieldRead, ManyRead, OneRead, Row, TableRead } from './mapping.js';
import { WHOSE_KEY } from './disclosure.js';
import { type Parameter, join, literal, raw, sql, type Sql } from './sql.js';

/** The key of the JSON that tells graphql-js the type of an object; no alias can be equal to it. */
export const TYPE_KEY = ' type';

/** A list of the query itself belongs to no row. */
const NO_ROW = raw('');

export type Selected = ReadonlyMap<string, readonly FieldNode[]>;
type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

export function readOf(field: GraphQLField<unknown, unknown>): FieldRead | undefined {
  return field.extensions.read as FieldRead | undefined;
}

function tableReadOf(type: GraphQLObjectType): TableRead | undefined {
  return type.extensions.table as TableRead | undefined;
}

/**
 * Turns a selection into one SQL expression that returns its JSON, keys in the order of the request. Compiled for one
 * document and one shape of variables.
 */
export class Planner {
  private rows = 0;
  /** whether a selected field is computed in TypeScript from the result of the statement */
  computes = false;
  /** whether details of people are selected, with the marks of whose they are */
  discloses = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly variables: Readonly<Record<string, unknown>>,
    /** graphql-js executes over the JSON and needs to know the type of each node */
    private readonly tellTypes = false,
    /** of whom it is for */
    private readonly reach: Reach = 'regional',
  ) {}

  /** The JSON object of the fields of a query. */
  root(type: GraphQLObjectType, selected: Selected): Sql {
    return this.object(type, selected, NO_ROW);
  }

  /** The JSON object of `type` over `row`. */
  private object(type: GraphQLObjectType, selected: Selected, row: Row): Sql {
    return jsonOf(this.pairs(type, selected, row));
  }

  private pairs(type: GraphQLObjectType, selected: Selected, row: Row): Pair[] {
    const pairs = [...selected].map(([key, nodes]) => ({ key, value: this.field(type, nodes, row) }));
    const whose = tableReadOf(type)?.whose;
    // an object of which nothing is asked discloses nothing
    if (whose !== undefined && pairs.length > 0) {
      this.discloses = true;
      pairs.unshift({ key: WHOSE_KEY, value: sql`${row}.${raw(whose)}` });
    }
    if (this.tellTypes) pairs.push({ key: TYPE_KEY, value: sql`${literal(type.name)}::text` });
    return pairs;
  }

  /** The row of a table type with an id. */
  byId(type: GraphQLObjectType, nodes: readonly FieldNode[], id: Sql): Sql {
    return this.select(type, nodes, (target) => sql`${target}.id = ${id}`);
  }

  field(type: GraphQLObjectType, nodes: readonly FieldNode[], row: Row): Sql {
    const node = nodes[0]!;
    const name = node.name.value;
    if (name === '__typename') return sql`${literal(type.name)}::text`;
    const field = type.getFields()[name]!;
    const args = givenArguments(field.args, node, this.variables);
    const declared = readOf(field) ?? this.column(type, name, row);
    const read =
      declared.kind !== 'stored' ? declared : declared.asked(args) ? declared.computed : declared.stored;
    switch (read.kind) {
      case 'value':
        return read.sql(row, args);
      case 'embedded': {
        const object = this.object(...this.target(field, nodes), read.row(row));
        return read.when ? sql`case when ${read.when(row)} then ${object} end` : object;
      }
      case 'one':
        return this.one(field, nodes, read, row, args);
      case 'many':
        return this.many(field, nodes, read, row, args);
      case 'connection':
        return this.connection(field, nodes, read, row, args);
      case 'node':
      case 'nodes':
        return this.nodes(field, nodes, args);
      case 'ref':
      case 'refs': {
        const named = this.named(field, nodes, sql`(${read.from(row)}) asked (type, id)`, read.types);
        return read.kind === 'ref'
          ? sql`(select answer from (${named}) named)`
          : sql`(select coalesce(json_agg(answer) filter (where answer is not null), '[]') from (${named}) named)`;
      }
      case 'computed':
        this.computes = true;
        return jsonOf([{ key: MATERIAL_KEY, value: read.material(row, args) }]);
    }
  }

  private column(type: GraphQLObjectType, name: string, row: Row): FieldRead {
    const table = tableReadOf(type);
    const column = table?.columns.get(name);
    if (!table || !column) throw new Error(`${type.name}.${name} says nowhere where it comes from`);
    const expression = name === 'id' ? publicId(type.name, sql`${row}.id`) : sql`${row}.${raw(column)}`;
    return { kind: 'value', sql: () => expression };
  }

  private one(field: Field, nodes: readonly FieldNode[], read: OneRead, row: Row, args: Args): Sql {
    const [type] = this.target(field, nodes);
    const from = read.from ? sql`(${read.from(row)})` : undefined;
    return this.select(type, nodes, (target) => read.where(row, target, args), read.first, from);
  }

  private select(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    where: (target: Row) => Sql,
    first?: OneRead['first'],
    from: Sql = raw(tableOf(type).table),
  ): Sql {
    const target = this.newRow();
    const pairs = this.pairs(type, this.subfields(type, nodes), target);
    const order = first ? sql` order by ${first(target)} limit 1` : raw('');
    return jsonOf(pairs, sql` from ${from} ${target} where ${where(target)}${order}`);
  }

  private many(field: Field, nodes: readonly FieldNode[], read: ManyRead, row: Row, args: Args): Sql {
    const [type, selected] = this.target(field, nodes);
    const target = this.newRow();
    const from = read.from ? sql`(${read.from(row)})` : raw(tableOf(type).table);
    return sql`(select coalesce(json_agg(${this.object(type, selected, target)} order by ${read.orderBy(target)}), '[]')
      from ${from} ${target} where ${read.where(row, target, args)})`;
  }

  private connection(
    field: Field,
    nodes: readonly FieldNode[],
    read: ConnectionRead,
    parent: Row,
    args: Args,
  ): Sql {
    const [type, selected] = this.target(field, nodes);
    const nodeType = getNamedType(type.getFields().nodes!.type) as GraphQLObjectType;
    const row = this.newRow();
    const asksForMore = [...selected.values()].flat().some((node) => node.name.value === 'pageInfo');
    const table = tableOf(nodeType);
    const page = pageOf(read, table, parent, row, args, {
      peek: asksForMore,
      reach: parent === NO_ROW && !read.from && !table.seenByAll ? this.reach : null,
      viewedFrom: this.reach,
    });
    const pairs = [...selected].map(([key, fields]) => ({
      key,
      value:
        this.ofWhole(type, fields, parent, args) ?? this.connectionField(type, nodeType, fields, row, page),
    }));
    const readsRows = [...selected.values()].some((fields) =>
      /^(nodes|edges|pageInfo)$/.test(fields[0]!.name.value),
    );
    const expressions = [read.with?.(parent, args), page.common].filter((each) => each !== undefined);
    const common = expressions.length > 0 ? sql`with ${join(expressions, ', ')} ` : raw('');
    // `having` makes it one row, even if nothing selected is an aggregate
    const rows = readsRows ? sql` from ${page.from} having true` : raw('');
    return jsonOf(pairs, rows, common);
  }

  /** A field of the connection about the whole list, whatever the page; undefined for any other. */
  private ofWhole(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    parent: Row,
    args: Args,
  ): Sql | undefined {
    const field = type.getFields()[nodes[0]!.name.value];
    const read = field && readOf(field);
    return read?.kind === 'value' ? read.sql(parent, args) : undefined;
  }

  private connectionField(
    type: GraphQLObjectType,
    nodeType: GraphQLObjectType,
    nodes: readonly FieldNode[],
    row: Row,
    page: Page,
  ): Sql {
    const listed = (item: Sql) =>
      sql`coalesce(json_agg(${item}${page.readingOrder})${page.onlyInside}, '[]')`;
    const name = nodes[0]!.name.value;
    switch (name) {
      case '__typename':
        return sql`${literal(type.name)}::text`;
      case 'nodes':
        return listed(this.object(nodeType, this.subfields(nodeType, nodes), row));
      case 'totalCount':
        return page.totalCount;
      case 'edges': {
        const edge = getNamedType(type.getFields().edges!.type) as GraphQLObjectType;
        const pairs = [...this.subfields(edge, nodes)].map(([key, fields]) => {
          const part = fields[0]!.name.value;
          if (part === '__typename') return { key, value: sql`${literal(edge.name)}::text` };
          if (part === 'cursor') return { key, value: page.cursor };
          return { key, value: this.object(nodeType, this.subfields(nodeType, fields), row) };
        });
        return listed(jsonOf(pairs));
      }
      default:
        return this.pageInfo(getNamedType(type.getFields().pageInfo!.type) as GraphQLObjectType, nodes, page);
    }
  }

  private pageInfo(type: GraphQLObjectType, nodes: readonly FieldNode[], page: Page): Sql {
    const parts: Record<string, () => Sql> = {
      __typename: () => sql`${literal(type.name)}::text`,
      hasNextPage: () => page.hasNextPage,
      hasPreviousPage: () => page.hasPreviousPage,
      startCursor: () => page.startCursor,
      endCursor: () => page.endCursor,
    };
    return jsonOf(
      [...this.subfields(type, nodes)].map(([key, fields]) => ({
        key,
        value: parts[fields[0]!.name.value]!(),
      })),
    );
  }

  /** The id of a record that was corrected leads to the one that replaced it. */
  private nodes(field: Field, nodes: readonly FieldNode[], args: Args): Sql {
    const names = this.nodeTypes(field).map((type) => type.name);
    const listed = args.ids;
    const ids = listed
      ? listed.parameter.map((each) =>
          (each as string[]).map((id, index) => parsed(id, names, ['ids', String(index)])),
        )
      : args.id!.parameter.map((id) => [parsed(String(id), names, ['id'])]);
    // `offset 0`: in place of an id, an expression that is not leakproof would be compared with every row behind a policy
    return this.answered(
      field,
      nodes,
      sql`(select type, coalesce(corrected_id(id), id) as id from ${askedOf(ids)} offset 0) asked`,
      listed !== undefined,
    );
  }

  /** The objects that the ids name, in their order; null for those that do not exist. */
  answers(field: Field, nodes: readonly FieldNode[], ids: Parameter, listed: boolean): Sql {
    return this.answered(field, nodes, askedOf(ids), listed);
  }

  private answered(field: Field, nodes: readonly FieldNode[], asked: Sql, listed: boolean): Sql {
    const named = this.named(field, nodes, asked);
    return listed
      ? sql`(select coalesce(json_agg(answer), '[]') from (${named}) named)`
      : sql`(select answer from (${named}) named)`;
  }

  private named(field: Field, nodes: readonly FieldNode[], asked: Sql, only?: readonly string[]): Sql {
    const types = this.nodeTypes(field).filter(({ name }) => only?.includes(name) ?? true);
    const branches = types.map(
      (type) => sql`when ${literal(type.name)} then ${this.byId(type, nodes, raw('asked.id'))}`,
    );
    return sql`select case asked.type ${join(branches, ' ')} end as answer from ${asked}`;
  }

  private nodeTypes(field: Field): readonly GraphQLObjectType[] {
    const type = getNamedType(field.type);
    if (isObjectType(type)) return [type];
    if (!isAbstractType(type)) throw new Error(`${field.name} is not made of nodes`);
    return this.schema.getPossibleTypes(type).filter((each) => tableReadOf(each));
  }

  private target(field: Field, nodes: readonly FieldNode[]): [GraphQLObjectType, Selected] {
    const type = getNamedType(field.type);
    if (!isObjectType(type)) throw new Error(`${field.name} is not an object`);
    return [type, this.subfields(type, nodes)];
  }

  private subfields(type: GraphQLObjectType, nodes: readonly FieldNode[]): Selected {
    return collectSubfields(this.schema, this.fragments, this.variables, type, nodes);
  }

  private newRow(): Row {
    return raw(`t${++this.rows}`);
  }
}

type Field = GraphQLField<unknown, unknown>;

function parsed(
  id: string,
  types: readonly string[],
  path: readonly string[],
): { type: string; uuid: string } {
  const node = parseNodeId(id);
  if (node && types.includes(node.type)) return node;
  throw failure('BAD_ID', path, {
    path: path.join('.'),
    value: id.slice(0, 100),
    expected: types.join(', '),
  });
}

function askedOf(ids: Parameter): Sql {
  return sql`unnest(${column(ids, 'type')}::text[], ${column(ids, 'uuid')}::uuid[]) asked (type, id)`;
}

function column(nodes: Parameter, part: 'type' | 'uuid'): Parameter {
  return nodes.map((each) => (each as { type: string; uuid: string }[]).map((node) => node[part]));
}

function tableOf(type: GraphQLObjectType): TableRead {
  const table = tableReadOf(type);
  if (!table) throw new Error(`${type.name} has no table`);
  return table;
}

/** base64url of `Type:uuid`. These characters never give a `+` or `/`, and up to 57 of them no line break. */
function publicId(type: string, uuid: Sql): Sql {
  if (type.length > 20) throw new Error(`${type} is too long a name for a node`);
  return sql`rtrim(encode(convert_to(${literal(`${type}:`)} || ${uuid}, 'UTF8'), 'base64'), '=')`;
}
