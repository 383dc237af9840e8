import { getNamedType, isInputObjectType, type GraphQLField, type GraphQLInputType } from 'graphql';

type Values = Readonly<Record<string, unknown>>;
type Declared = Readonly<Record<string, unknown>>;

interface Input {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly extensions: Declared;
}

/** A value that was given for an argument, an input field or an item of a list. */
export interface Given {
  readonly value: unknown;
  readonly type: GraphQLInputType;
  /** `['input', 'note']` */
  readonly path: readonly string[];
  /** what its own field declares in its extensions */
  readonly own: Declared;
  /** that, and what the fields around it declare */
  readonly rules: Declared;
}

/** Every value in a field's coerced arguments, from the outside in. What was left out is not among them. */
export function givenIn(field: GraphQLField<unknown, unknown>, args: Values): Given[] {
  const found: Given[] = [];

  function add(given: Given): void {
    found.push(given);
    const { value, type, path } = given;
    if (Array.isArray(value)) {
      value.forEach((item, index) => add({ ...given, value: item, path: [...path, String(index)] }));
    } else if (typeof value === 'object' && value !== null) {
      const named = getNamedType(type);
      if (isInputObjectType(named)) inputs(Object.values(named.getFields()), value as Values, given);
    }
  }

  function inputs(declared: readonly Input[], values: Values, around: Pick<Given, 'path' | 'rules'>): void {
    for (const { name, type, extensions } of declared) {
      if (values[name] === undefined) continue;
      const rules = { ...around.rules, ...extensions };
      add({ value: values[name], type, path: [...around.path, name], own: extensions, rules });
    }
  }

  inputs(field.args, args, { path: [], rules: {} });
  return found;
}
