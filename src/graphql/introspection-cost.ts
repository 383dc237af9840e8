import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  isWrappingType,
  Kind,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from './document-limits.js';
import { isIncluded } from './selections.js';

/** By this the query of GraphiQL costs some 4,000 and is answered with 1.3 MB. */
const VALUES_PER_COST = 40;
/** A description is as long as so many other values. */
const DESCRIPTION = 4;

/** Lists of the introspection types that have one item for each part of a type, a field or a directive. */
const LISTS = [
  'fields',
  'args',
  'inputFields',
  'enumValues',
  'interfaces',
  'possibleTypes',
  'locations',
] as const;
type List = (typeof LISTS)[number];
type Lengths = Readonly<Record<List, number>>;

interface Sizes {
  readonly types: number;
  readonly directives: number;
  /** of each list, when it is selected of every type there is */
  readonly average: Lengths;
  /** when it is not known of which */
  readonly largest: Lengths;
  /** lists and non-nulls around one type */
  readonly wrappers: number;
}

/** Where a selection stands: whether it is made once for every type, and how many `ofType` lead to it. */
interface Place {
  readonly everyType: boolean;
  readonly unwrapped: number;
}

/**
 * The cost of `__schema` or `__type`: an upper bound of the values in its answer, by how long the lists of this schema
 * are. What is selected twice counts each time. Linear in the document: a fragment is counted once for each place.
 */
export class IntrospectionPricing {
  private readonly counted = new Map<string, number>();
  private readonly sizes: Sizes;

  constructor(
    schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    this.sizes = sizesOf(schema);
  }

  costOf(root: FieldNode): number {
    return Math.ceil(this.field(root, { everyType: false, unwrapped: 0 }) / VALUES_PER_COST);
  }

  private selections(selectionSet: SelectionSetNode, place: Place): number {
    let values = 0;
    for (const selection of selectionSet.selections) {
      if (!isIncluded(selection, this.variables)) continue;
      if (selection.kind === Kind.FIELD) values += this.field(selection, place);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        values += this.selections(selection.selectionSet, place);
      else values += this.fragment(selection.name.value, place);
    }
    return values;
  }

  private fragment(name: string, place: Place): number {
    const key = `${name} ${place.everyType} ${place.unwrapped}`;
    const known = this.counted.get(key);
    if (known !== undefined) return known;
    // a cycle counts as empty: another rule refuses it
    this.counted.set(key, 0);
    const fragment = this.fragments.get(name);
    const values = fragment ? this.selections(fragment.selectionSet, place) : 0;
    this.counted.set(key, values);
    return values;
  }

  private field({ name: { value: name }, selectionSet }: FieldNode, place: Place): number {
    const unwrapped = name === 'ofType' ? place.unwrapped + 1 : 0;
    if (unwrapped > this.sizes.wrappers) return 1;
    const below = selectionSet
      ? this.selections(selectionSet, { everyType: staysWithEveryType(name, place), unwrapped })
      : 0;
    if (name === 'description') return DESCRIPTION;
    return 1 + this.length(name, place) * (1 + below);
  }

  private length(name: string, { everyType }: Place): number {
    const { types, directives, average, largest } = this.sizes;
    if (name === 'types') return types;
    if (name === 'directives') return directives;
    return isList(name) ? (everyType ? average : largest)[name] : 1;
  }
}

/** The parts of all types together are as many as there are; the types that these have are any. */
function staysWithEveryType(name: string, { everyType }: Place): boolean {
  return name === 'types' || (everyType && ['fields', 'args', 'inputFields', 'enumValues'].includes(name));
}

function isList(name: string): name is List {
  return LISTS.some((list) => list === name);
}

const sizesBySchema = new WeakMap<GraphQLSchema, Sizes>();

function sizesOf(schema: GraphQLSchema): Sizes {
  const sizes = sizesBySchema.get(schema) ?? measure(schema);
  sizesBySchema.set(schema, sizes);
  return sizes;
}

function measure(schema: GraphQLSchema): Sizes {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const fields = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  );
  const args = fields.map((field) => field.args);
  const inputFields = types.map((type) => (isInputObjectType(type) ? Object.values(type.getFields()) : []));
  const lengths: Record<List, readonly number[]> = {
    fields: types.map((type) =>
      isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()).length : 0,
    ),
    args: args.map((each) => each.length),
    inputFields: inputFields.map((each) => each.length),
    enumValues: types.map((type) => (isEnumType(type) ? type.getValues().length : 0)),
    interfaces: types.map((type) =>
      isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().length : 0,
    ),
    possibleTypes: types.map((type) => possibleTypes(schema, type)),
    locations: [0],
  };
  const largest = lengthsBy((list) => Math.max(0, ...lengths[list]));
  return {
    types: types.length,
    directives: directives.length,
    average: lengthsBy((list) => sum(lengths[list]) / Math.max(1, lengths[list].length)),
    largest: {
      ...largest,
      args: Math.max(largest.args, ...directives.map((each) => each.args.length)),
      locations: Math.max(0, ...directives.map((each) => each.locations.length)),
    },
    wrappers: Math.max(
      0,
      ...fields.map(wrappersOf),
      ...args.flat().map(wrappersOf),
      ...inputFields.flat().map(wrappersOf),
    ),
  };
}

function lengthsBy(lengthOf: (list: List) => number): Lengths {
  return Object.fromEntries(LISTS.map((list) => [list, lengthOf(list)])) as Record<List, number>;
}

function possibleTypes(schema: GraphQLSchema, type: GraphQLNamedType): number {
  return isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type).length : 0;
}

function wrappersOf({ type }: { readonly type: GraphQLType }): number {
  let wrappers = 0;
  for (let inner = type; isWrappingType(inner); inner = inner.ofType) wrappers++;
  return wrappers;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
