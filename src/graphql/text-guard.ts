import { Kind, type OperationDefinitionNode, type SelectionSetNode, type ValueNode } from 'graphql';
import { failure, type Failure } from '../kernel/failure.js';
import type { Fragments } from './document-limits.js';

type Values = Readonly<Record<string, unknown>>;
type Path = readonly string[];

/** What the text of an operation says about its input, whatever the variables. */
interface Inspection {
  /** the first literal that is refused */
  readonly refusal: Failure | null;
  /** where each variable is first used, other than as a cursor */
  readonly paths: ReadonlyMap<string, Path>;
}

const LONE_SURROGATE = /\p{Surrogate}/u;
/** What a query may look for. Every text in it counts, but for cursors, which are ours: no filter is forgotten. */
const LONGEST_SEARCHED = 100;
const CURSORS: ReadonlySet<string | undefined> = new Set(['after', 'before']);

/** The largest that an operation may hold. */
interface Largest {
  readonly list: number;
  readonly text: number;
}

/**
 * A check of every argument value of an operation, literal or coerced variable, of any type: throws BAD_TEXT for a
 * string that PostgreSQL cannot store, TEXT_TOO_LONG for one that is too long to look for, and TOO_MANY for a list
 * longer than `maxList`, naming the path. Literals are checked once per operation.
 */
export function inputGuard(maxList: number) {
  const inspections = new WeakMap<OperationDefinitionNode, Inspection>();

  return (operation: OperationDefinitionNode, fragments: Fragments, coercedVariables: Values): void => {
    const largest = {
      list: maxList,
      text: operation.operation === 'mutation' ? Infinity : LONGEST_SEARCHED,
    };
    let inspection = inspections.get(operation);
    if (!inspection) {
      inspection = inspect(operation, fragments, largest);
      inspections.set(operation, inspection);
    }
    if (inspection.refusal) throw inspection.refusal;
    for (const [name, value] of Object.entries(coercedVariables)) {
      const refusal = refusalOf(value, inspection.paths.get(name) ?? [name], largest);
      if (refusal) throw refusal;
    }
  };
}

function inspect(operation: OperationDefinitionNode, fragments: Fragments, largest: Largest): Inspection {
  const paths = new Map<string, Path>();
  const spread = new Set<string>();
  let refusal: Failure | null = null;

  function literal(node: ValueNode, path: Path): void {
    if (node.kind === Kind.VARIABLE) {
      const name = node.name.value;
      const known = paths.get(name);
      if (!known || isCursor(known)) paths.set(name, path);
    } else if (node.kind === Kind.STRING) {
      refusal ??= badText(node.value, path, largest.text);
    } else if (node.kind === Kind.LIST) {
      refusal ??= tooMany(node.values.length, path, largest.list);
      node.values.forEach((item, index) => literal(item, [...path, String(index)]));
    } else if (node.kind === Kind.OBJECT) {
      for (const field of node.fields) literal(field.value, [...path, field.name.value]);
    }
  }

  function selections(selectionSet: SelectionSetNode): void {
    for (const selection of selectionSet.selections) {
      for (const directive of selection.directives ?? []) {
        for (const argument of directive.arguments ?? []) literal(argument.value, [argument.name.value]);
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (!fragment || spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
        selections(fragment.selectionSet);
      } else {
        if (selection.kind === Kind.FIELD) {
          for (const argument of selection.arguments ?? []) literal(argument.value, [argument.name.value]);
        }
        if (selection.selectionSet) selections(selection.selectionSet);
      }
    }
  }

  selections(operation.selectionSet);
  return { refusal, paths };
}

/**
 * What is wrong in a coerced value. Values that a scalar turned into an object of its own class were already checked
 * by it.
 */
function refusalOf(value: unknown, path: Path, largest: Largest): Failure | null {
  if (typeof value === 'string') return badText(value, path, largest.text);
  if (Array.isArray(value)) {
    const refusal = tooMany(value.length, path, largest.list);
    if (refusal) return refusal;
  } else if (!isPlainObject(value)) {
    return null;
  }
  for (const [name, inner] of Object.entries(value as Values)) {
    // most values are fine: no path is built for those that cannot contain text
    if (typeof inner !== 'string' && (typeof inner !== 'object' || inner === null)) continue;
    const refusal = refusalOf(inner, [...path, name], largest);
    if (refusal) return refusal;
  }
  return null;
}

function isPlainObject(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function badText(text: string, path: Path, longest: number): Failure | null {
  if (text.length > longest && !isCursor(path))
    return failure('TEXT_TOO_LONG', path, { path: path.join('.'), limit: longest });
  return text.includes('\0') || LONE_SURROGATE.test(text)
    ? failure('BAD_TEXT', path, { path: path.join('.') })
    : null;
}

function isCursor(path: Path): boolean {
  return CURSORS.has(path.at(-1));
}

function tooMany(length: number, path: Path, maxList: number): Failure | null {
  return length > maxList
    ? failure('TOO_MANY', path, { what: path.join('.'), actual: length, limit: maxList })
    : null;
}
