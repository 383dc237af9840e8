import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLArgument,
  type GraphQLInputField,
} from 'graphql';

/** Where an argument holds a scalar or an enum value, from the argument inward. */
export interface InputPlace {
  readonly path: readonly string[];
  /** name of the scalar or enum */
  readonly type: string;
  readonly list: boolean;
  readonly screened: boolean;
  /** text of several lines */
  readonly multiline: boolean;
  /** of which only what is seen counts: a telephone number or an email address */
  readonly seenOnly: boolean;
}

type Declared = GraphQLArgument | GraphQLInputField;

export function inputPlaces(declared: Declared, before: readonly string[] = []): InputPlace[] {
  const path = [...before, declared.name];
  const type = getNamedType(declared.type);
  const list = isListType(getNullableType(declared.type));
  if (isInputObjectType(type)) {
    const inside = list ? [...path, '0'] : path;
    return Object.values(type.getFields()).flatMap((field) => inputPlaces(field, inside));
  }
  const { screened, multiline, unseen } = declared.extensions;
  return [
    {
      path,
      type: type.name,
      list,
      screened: screened !== false,
      multiline: multiline === true,
      seenOnly: unseen === 'dropped',
    },
  ];
}

/** A copy with this value at this path; missing objects on the way are created. */
export function spoiled(
  values: Readonly<Record<string, unknown>>,
  path: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const [name = '', ...inward] = path;
  const inside = inward.length === 0 ? value : spoiled((values[name] ?? {}) as typeof values, inward, value);
  // a list stays a list
  return Object.assign(Array.isArray(values) ? [...(values as unknown[])] : { ...values }, {
    [name]: inside,
  });
}
