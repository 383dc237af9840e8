import {
  getIntrospectionQuery,
  GraphQLError,
  Kind,
  parse,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import { failure, type Failure } from '../kernel/failure.js';
import { message } from '../kernel/failure-messages.js';

export interface DocumentLimits {
  /** levels of fields, fragments flattened */
  readonly depth: number;
  /** in the document, fragments expanded at every spread */
  readonly aliases: number;
  /** response keys at the root of a query or subscription */
  readonly rootFields: number;
  /** response keys at the root of a mutation */
  readonly mutations: number;
  /** selected fields in the document, fragments expanded at every spread */
  readonly fields: number;
  /** characters in an alias or any other name: names become part of statements, and of what is kept of them */
  readonly nameLength: number;
}

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** GraphiQL and code generators ask for the schema once; each time is the better part of a megabyte. */
const SCHEMAS = 1;
const TYPES = 10;

/** How large a selection is once its fragments are expanded. */
interface Extent {
  depth: number;
  /** depth of the deepest `__schema` or `__type`, itself included */
  introspectionDepth: number;
  /** how often `__schema` and `__type` are selected */
  schemas: number;
  types: number;
  aliases: number;
  fields: number;
}

const fragmentsByDocument = new WeakMap<DocumentNode, Fragments>();

export function fragmentsOf(document: DocumentNode): Fragments {
  const known = fragmentsByDocument.get(document);
  if (known) return known;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  fragmentsByDocument.set(document, fragments);
  return fragments;
}

/** A validation rule that refuses documents larger than the limits. Linear in the document, cycles included. */
export function documentLimits(limits: DocumentLimits): ValidationRule {
  return (context) => {
    const check = (what: string, actual: number, limit: number, nodes: readonly ASTNode[]) => {
      if (actual <= limit) return;
      // expanded fragments multiply: beyond a billion the exact number is useless
      const params = { what, actual: Math.min(actual, 1_000_000_000), limit };
      context.reportError(
        new GraphQLError(message('TOO_MANY', 'en', params), {
          nodes,
          originalError: failure('TOO_MANY', [], params),
        }),
      );
    };
    return {
      Document(document) {
        const fragments = fragmentsOf(document);
        const measure = measurer(fragments);
        const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
        let aliases = 0;
        let fields = 0;
        for (const operation of operations) {
          const extent = measure(operation.selectionSet);
          aliases += extent.aliases;
          fields += extent.fields;
          const isMutation = operation.operation === 'mutation';
          check('depth', extent.depth, limits.depth, [operation]);
          check('introspectionDepth', extent.introspectionDepth, introspectionDepth(), [operation]);
          check('schemas', extent.schemas, SCHEMAS, [operation]);
          check('types', extent.types, TYPES, [operation]);
          check(
            isMutation ? 'mutationFields' : 'rootFields',
            rootKeys(operation.selectionSet, fragments).size,
            isMutation ? limits.mutations : limits.rootFields,
            [operation],
          );
        }
        check('aliases', aliases, limits.aliases, operations);
        check('fields', fields, limits.fields, operations);
      },
      Name(name) {
        check('nameLength', name.value.length, limits.nameLength, [name]);
      },
    };
  };
}

/** graphql-js speaks of tokens only in the text of its syntax error (and misspells it). */
const TOO_MANY_TOKENS = /Document contains more tha[nt] (\d+) tokens/;

/** The failure behind the parser's refusal of a document with more than `maxTokens`; null for any other error. */
export function tokenLimitFailure(error: Error): Failure | null {
  const limit = TOO_MANY_TOKENS.exec(error.message)?.[1];
  return limit
    ? failure('TOO_MANY', [], { what: 'tokens', actual: `> ${limit}`, limit: Number(limit) })
    : null;
}

/** Measures each fragment once, whatever the number of its spreads. A cycle counts as empty: another rule refuses it. */
function measurer(fragments: Fragments): (selectionSet: SelectionSetNode) => Extent {
  const measured = new Map<string, Extent>();

  function ofFragment(name: string): Extent {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, nothing());
    const fragment = fragments.get(name);
    const extent = fragment ? ofSelections(fragment.selectionSet) : nothing();
    measured.set(name, extent);
    return extent;
  }

  function ofSelections(selectionSet: SelectionSetNode): Extent {
    const sum = nothing();
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        add(sum, ofFragment(selection.name.value));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        add(sum, ofSelections(selection.selectionSet));
      } else {
        const below = selection.selectionSet ? ofSelections(selection.selectionSet) : nothing();
        const depth = 1 + below.depth;
        const isSchema = selection.name.value === '__schema';
        const isType = selection.name.value === '__type';
        const introspects = isSchema || isType;
        add(sum, {
          depth: introspects ? 0 : depth,
          introspectionDepth: introspects ? depth : below.introspectionDepth,
          schemas: below.schemas + Number(isSchema),
          types: below.types + Number(isType),
          aliases: below.aliases + (selection.alias ? 1 : 0),
          fields: below.fields + 1,
        });
      }
    }
    return sum;
  }

  return ofSelections;
}

function nothing(): Extent {
  return { depth: 0, introspectionDepth: 0, schemas: 0, types: 0, aliases: 0, fields: 0 };
}

function add(sum: Extent, part: Extent): void {
  sum.depth = Math.max(sum.depth, part.depth);
  sum.introspectionDepth = Math.max(sum.introspectionDepth, part.introspectionDepth);
  sum.schemas += part.schemas;
  sum.types += part.types;
  sum.aliases += part.aliases;
  sum.fields += part.fields;
}

/** Response keys at this level: what is spread twice runs once. */
function rootKeys(
  selectionSet: SelectionSetNode,
  fragments: Fragments,
  keys = new Set<string>(),
  spread = new Set<string>(),
): Set<string> {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      keys.add((selection.alias ?? selection.name).value);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      rootKeys(selection.selectionSet, fragments, keys, spread);
    } else if (!spread.has(selection.name.value)) {
      spread.add(selection.name.value);
      const fragment = fragments.get(selection.name.value);
      if (fragment) rootKeys(fragment.selectionSet, fragments, keys, spread);
    }
  }
  return keys;
}

let standardDepth: number | undefined;

/** The depth of the query that GraphiQL and code generators send. */
function introspectionDepth(): number {
  if (standardDepth === undefined) {
    const document = parse(getIntrospectionQuery());
    const measure = measurer(fragmentsOf(document));
    standardDepth = Math.max(
      ...document.definitions.map((each) =>
        each.kind === Kind.OPERATION_DEFINITION ? measure(each.selectionSet).introspectionDepth : 0,
      ),
    );
  }
  return standardDepth;
}
