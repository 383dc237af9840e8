import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from './document-limits.js';
import { declaredCost, hasPricedInput, inputsCost, type InputCostExtensions } from './input-cost.js';

export interface CostExtensions extends InputCostExtensions {
  /** rows assumed in a plain list of objects; a function gets the coerced arguments */
  readonly assumedSize?: number | ((args: Values) => number);
}

type Values = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

const DEFAULT_PAGE = 25;
const DEFAULT_LIST = 5;
const TOTAL_COUNT = 10;
/** reads no data and graphql-js bounds its nesting, but takes tens of milliseconds to write out */
const INTROSPECTION = 100;

/**
 * What a selection costs. A connection's own selection does not know its page size yet,
 * so that it can be priced once and used under any page size.
 */
interface Price {
  fixed: number;
  perRow: number;
}

/**
 * An upper estimate of the objects that an operation gives, plus declared extras. The variables are the coerced ones.
 * What is selected twice, or for several types of which an object has one, counts each time.
 * Linear in the document: a fragment is priced once. Throws the GraphQLError of arguments that do not coerce.
 */
export function costOf(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  schema: GraphQLSchema,
  coercedVariables: Values,
): number {
  const root = schema.getRootType(operation.operation);
  return root
    ? new Pricing(fragments, schema, coercedVariables).select(operation.selectionSet, root).fixed
    : 0;
}

class Pricing {
  private readonly priced = new Map<string, Price>();

  constructor(
    private readonly fragments: Fragments,
    private readonly schema: GraphQLSchema,
    private readonly variables: Values,
  ) {}

  select(selectionSet: SelectionSetNode, parent: GraphQLNamedType): Price {
    const sum: Price = { fixed: 0, perRow: 0 };
    for (const selection of selectionSet.selections) {
      if (!isIncluded(selection, this.variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const isRows = isConnection(parent) && ['nodes', 'edges'].includes(selection.name.value);
        sum[isRows ? 'perRow' : 'fixed'] += this.field(selection, parent, isRows);
      } else {
        const part =
          selection.kind === Kind.INLINE_FRAGMENT
            ? this.select(
                selection.selectionSet,
                this.typeNamed(selection.typeCondition?.name.value) ?? parent,
              )
            : this.fragment(selection.name.value);
        sum.fixed += part.fixed;
        sum.perRow += part.perRow;
      }
    }
    return sum;
  }

  private fragment(name: string): Price {
    const known = this.priced.get(name);
    if (known) return known;
    this.priced.set(name, { fixed: 0, perRow: 0 });
    const fragment = this.fragments.get(name);
    const type = this.typeNamed(fragment?.typeCondition.name.value);
    const price = fragment && type ? this.select(fragment.selectionSet, type) : { fixed: 0, perRow: 0 };
    this.priced.set(name, price);
    return price;
  }

  private field(node: FieldNode, parent: GraphQLNamedType, isRows: boolean): number {
    const name = node.name.value;
    if (name === '__schema' || name === '__type') return INTROSPECTION;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (!field) return 0;
    const type = getNamedType(field.type);
    const isList = isListType(getNullableType(field.type));
    const isSized = !isLeafType(type) && (isList || isConnection(type));
    const needsArguments = field.args.length > 0 && (isSized || hasPricedInput(field));
    const args = needsArguments ? getArgumentValues(field, node, this.variables) : {};
    const declared = declaredCost(field) ?? (name === 'totalCount' && isConnection(parent) ? TOTAL_COUNT : 0);
    const own = declared + (needsArguments ? inputsCost(field, args) : 0);
    if (!node.selectionSet) return own;

    const below = this.select(node.selectionSet, type);
    // an edge and its node are one row
    const itself = name === 'node' && isEdge(parent) ? 0 : 1;
    const each = itself + below.fixed + below.perRow * (pageSize(args) ?? DEFAULT_PAGE);
    return own + each * (isList && !isRows ? listSize(field, args) : 1);
  }

  private typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.schema.getType(name);
  }
}

function isIncluded(selection: SelectionNode, variables: Values): boolean {
  for (const directive of selection.directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const value = directive.arguments?.[0]?.value;
    const condition =
      value?.kind === Kind.VARIABLE
        ? variables[value.name.value] === true
        : value?.kind === Kind.BOOLEAN && value.value;
    if (condition === (name === 'skip')) return false;
  }
  return true;
}

function pageSize(args: Values): number | undefined {
  const asked = [args.first, args.last].filter((size) => typeof size === 'number');
  return asked.length > 0 ? Math.max(1, ...asked) : undefined;
}

function listSize(field: Field, args: Values): number {
  const { assumedSize }: CostExtensions = field.extensions;
  const declared = typeof assumedSize === 'function' ? assumedSize(args) : assumedSize;
  return Math.max(
    1,
    declared ?? pageSize(args) ?? (Array.isArray(args.ids) ? args.ids.length : DEFAULT_LIST),
  );
}

const connections = new WeakMap<GraphQLNamedType, boolean>();

function isConnection(type: GraphQLNamedType): boolean {
  let known = connections.get(type);
  if (known === undefined) {
    const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
    known = 'pageInfo' in fields && ('nodes' in fields || 'edges' in fields);
    connections.set(type, known);
  }
  return known;
}

function isEdge(type: GraphQLNamedType): boolean {
  return isObjectType(type) && 'cursor' in type.getFields();
}
