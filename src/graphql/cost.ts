import {
  type ASTNode,
  BREAK,
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
  type GraphQLFieldMap,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Fragments } from './document-limits.js';
import { hasPricedInput, inputsCost } from './input-cost.js';
import { IntrospectionPricing } from './introspection-cost.js';
import { isIncluded } from './selections.js';

export interface CostExtensions {
  /** added each time the field is selected; a function gets the coerced arguments */
  readonly cost?: number | ((args: Values) => number);
  /** rows assumed in a plain list of objects; a function gets the coerced arguments */
  readonly assumedSize?: number | ((args: Values) => number);
}

type Values = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

const DEFAULT_PAGE = 25;
const DEFAULT_LIST = 5;
const TOTAL_COUNT = 10;

/**
 * The cost of a selection. A connection's own selection does not know its page size yet, so that it can be priced
 * once and used with any page size.
 */
interface Price {
  fixed: number;
  perRow: number;
}

/** Of operations whose cost depends on no variable. */
const constantCosts = new WeakMap<OperationDefinitionNode, number>();

/**
 * An upper estimate of the objects that an operation returns, plus declared extras. The variables are the coerced
 * ones. What is selected twice, or for several types of which an object has one, counts each time. Linear in the
 * document: a fragment is priced once. Throws the GraphQLError of arguments that do not coerce.
 */
export function costOf(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  schema: GraphQLSchema,
  coercedVariables: Values,
): number {
  const known = constantCosts.get(operation);
  if (known !== undefined) return known;
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const pricing = new Pricing(fragments, schema, coercedVariables);
  const { fixed } = pricing.select(operation.selectionSet, root);
  if (!pricing.usesVariables) constantCosts.set(operation, fixed);
  return fixed;
}

class Pricing {
  /** whether other variables might give another cost */
  usesVariables = false;
  private readonly priced = new Map<string, Price>();
  private readonly introspection: IntrospectionPricing;

  constructor(
    private readonly fragments: Fragments,
    private readonly schema: GraphQLSchema,
    private readonly variables: Values,
  ) {
    this.introspection = new IntrospectionPricing(schema, fragments, variables);
  }

  select(selectionSet: SelectionSetNode, parent: GraphQLNamedType): Price {
    const sum: Price = { fixed: 0, perRow: 0 };
    for (const selection of selectionSet.selections) {
      this.usesVariables ||= mentionsVariable(selection.directives);
      if (!isIncluded(selection, this.variables)) continue;
      if (selection.kind === Kind.FIELD) {
        this.addField(sum, selection, parent);
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

  private addField(sum: Price, node: FieldNode, parent: GraphQLNamedType): void {
    const name = node.name.value;
    if (name.startsWith('__')) {
      if (name === '__typename') return;
      this.usesVariables = true;
      sum.fixed += this.introspection.costOf(node);
      return;
    }
    const field = fieldsOf(parent)[name];
    if (!field) return;
    const { type, isList, isRows, isEdgeNode, isSized, isPriced, declared } = traitsOf(field, parent);
    const decides = isSized || isPriced;
    this.usesVariables ||= decides && mentionsVariable(node.arguments);
    const args = decides ? getArgumentValues(field, node, this.variables) : {};
    let price = typeof declared === 'function' ? declared(args) : declared;
    if (isPriced) price += inputsCost(field, args);
    if (node.selectionSet) {
      const below = this.select(node.selectionSet, type);
      const each = (isEdgeNode ? 0 : 1) + below.fixed + below.perRow * (pageSize(args) ?? DEFAULT_PAGE);
      price += each * (isList && !isRows ? listSize(field, args) : 1);
    }
    sum[isRows ? 'perRow' : 'fixed'] += price;
  }

  private typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.schema.getType(name);
  }
}

/** In arguments or directives, however deep. */
function mentionsVariable(nodes: readonly ASTNode[] = []): boolean {
  let found = false;
  const find = () => {
    found = true;
    return BREAK;
  };
  for (const node of nodes) visit(node, { Variable: find });
  return found;
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

/** What the schema says about a field, whatever the operation. */
interface Traits {
  readonly type: GraphQLNamedType;
  readonly isList: boolean;
  /** `nodes` or `edges` of a connection: its items are the page */
  readonly isRows: boolean;
  /** the `node` of an edge, which are one row together */
  readonly isEdgeNode: boolean;
  /** arguments decide how many rows it returns */
  readonly isSized: boolean;
  /** an argument, or an input field below one, declares a cost, or the field's own depends on them */
  readonly isPriced: boolean;
  readonly declared: number | ((args: Values) => number);
}

const traits = new WeakMap<Field, Traits>();

function traitsOf(field: Field, parent: GraphQLNamedType): Traits {
  const known = traits.get(field);
  if (known) return known;
  const type = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  const isOfConnection = isConnection(parent);
  const { cost }: CostExtensions = field.extensions;
  const found: Traits = {
    type,
    isList,
    isRows: isOfConnection && (field.name === 'nodes' || field.name === 'edges'),
    isEdgeNode: field.name === 'node' && 'cursor' in fieldsOf(parent),
    isSized: field.args.length > 0 && !isLeafType(type) && (isList || isConnection(type)),
    isPriced: typeof cost === 'function' || hasPricedInput(field),
    declared: cost ?? (isOfConnection && field.name === 'totalCount' ? TOTAL_COUNT : 0),
  };
  traits.set(field, found);
  return found;
}

function isConnection(type: GraphQLNamedType): boolean {
  const fields = fieldsOf(type);
  return 'pageInfo' in fields && ('nodes' in fields || 'edges' in fields);
}

function fieldsOf(type: GraphQLNamedType): GraphQLFieldMap<unknown, unknown> {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
}
