import {
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  valueFromAST,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type ValueNode,
} from 'graphql';
import { failure } from '../kernel/failure.js';
import { isSeen } from '../kernel/lines.js';
import { nodeOf } from '../kernel/node-id.js';
import { Parameter, constant, join, literal, sql, type Sql, viewerDay } from './sql.js';

type Variables = Readonly<Record<string, unknown>>;

/**
 * An argument, or a field inside one, that the request gives (absent and null are both "not given"). Its value
 * decides the text of the statement only if it is an enum, a boolean or a whole number, or a text without anything to
 * see; anything else is bound.
 */
export class Argument {
  constructor(
    /** the value in the request for which this plan is compiled */
    readonly value: unknown,
    readonly parameter: Parameter,
    /** from the argument inward, for messages */
    readonly path: readonly string[],
    private readonly part: (name: string) => Argument | undefined,
  ) {}

  field(name: string): Argument | undefined {
    return this.part(name);
  }

  /** A text in which nobody sees anything: whoever looks for that looks for nothing. */
  get isBlank(): boolean {
    return typeof this.value === 'string' && !isSeen(this.value);
  }

  /** An enum value, as part of the text. */
  code(): Sql {
    return literal(String(this.value));
  }

  /** A list of enum values, as part of the text. */
  codes(): Sql {
    return sql`array[${join((this.value as string[]).map(literal), ', ')}]::text[]`;
  }

  /** The uuid in a public id; refused if it is not an id of one of `types`. */
  uuid(...types: string[]): Parameter {
    return this.parameter.map((id) => nodeOf(String(id), types, this.path).uuid);
  }

  uuids(...types: string[]): Parameter {
    return this.parameter.map((ids) =>
      (ids as string[]).map((id, index) => nodeOf(id, types, [...this.path, String(index)]).uuid),
    );
  }
}

export type Args = Readonly<Record<string, Argument | undefined>>;

/** The arguments of a selected field. `variables` are coerced and have the shape for which the plan is compiled. */
export function givenArguments(
  definitions: readonly GraphQLArgument[],
  field: FieldNode,
  variables: Variables,
): Args {
  return Object.fromEntries(
    definitions.map((definition) => {
      const node = field.arguments?.find((argument) => argument.name.value === definition.name)?.value;
      return [
        definition.name,
        given(definition.type, node, definition.defaultValue, variables, [definition.name]),
      ];
    }),
  );
}

function given(
  type: GraphQLInputType,
  node: ValueNode | undefined,
  fallback: unknown,
  variables: Variables,
  path: readonly string[],
): Argument | undefined {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (node?.kind === Kind.VARIABLE) {
    const name = node.name.value;
    if (variables[name] === undefined) return known(fallback, constant(fallback), path);
    return known(variables[name], new Parameter((input) => input.variables[name]), path);
  }
  if (!node) return known(fallback, constant(fallback), path);
  if (node.kind === Kind.NULL) return undefined;
  if (node.kind === Kind.OBJECT && isInputObjectType(bare)) {
    const fields = bare.getFields();
    const parts = new Map(
      Object.values(fields).map((field) => {
        const value = node.fields.find((each) => each.name.value === field.name)?.value;
        return [field.name, given(field.type, value, field.defaultValue, variables, [...path, field.name])];
      }),
    );
    return new Argument({}, constant({}), path, (name) => parts.get(name));
  }
  if (node.kind === Kind.LIST && isListType(bare)) {
    const items = node.values.map((value, index) =>
      given(bare.ofType, value, undefined, variables, [...path, String(index)]),
    );
    const value = items.map((item) => item?.value);
    const parameter = new Parameter((input) => items.map((item) => item?.parameter.of(input) ?? null));
    return new Argument(value, parameter, path, () => undefined);
  }
  if (isLeafType(getNamedType(type))) {
    const value = valueFromAST(node, type, variables);
    return known(value, constant(value), path);
  }
  return undefined;
}

/** A value that was given as a whole, by variable or default: its parts are read by their path. */
function known(value: unknown, parameter: Parameter, path: readonly string[]): Argument | undefined {
  if (value === undefined || value === null) return undefined;
  return new Argument(value, parameter, path, (name) =>
    known(
      (value as Record<string, unknown>)[name],
      parameter.map((whole) => (whole as Record<string, unknown>)[name]),
      [...path, name],
    ),
  );
}

/** Refuses a request whose whole number is not in this range. */
export function requireBetween(asked: Argument | undefined, min: number, max: number): void {
  if (!asked || (Number(asked.value) >= min && Number(asked.value) <= max)) return;
  throw failure('BAD_NUMBER', asked.path, { path: asked.path.join('.'), min, max });
}

/** The day that a field is asked for; today if the request gives none. */
export function dayAsked(on: Argument | undefined): Parameter {
  return on?.parameter ?? viewerDay;
}
