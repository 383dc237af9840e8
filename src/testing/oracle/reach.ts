import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { isAsked } from './scope.js';

/** The parts of the language that random queries must use. */
export const LANGUAGE = [
  'alias',
  'fragment',
  'fragment spread twice',
  'merged fields',
  '... on Node',
  '... on Person',
  '... without a type',
  '@include: kept',
  '@include: left out',
  '@skip: kept',
  '@skip: left out',
  '__typename',
  'introspection',
  'variable',
  'variable by its default',
  'variable left out',
  'variable used twice',
  'variable within a literal',
  'variable with another value',
  'one item for a list',
];

/** Every field, argument, filter and order that a query can reach, in the names that random queries use for them. */
export function readable(schema: GraphQLSchema): string[] {
  const found = new Set<string>();
  const seen = new Set<GraphQLNamedType>();
  const visitArgument = (field: string, { name, type }: GraphQLArgument) => {
    found.add(`${field}(${name})`);
    const input = getNamedType(type);
    if (!isInputObjectType(input)) return;
    for (const part of Object.values(input.getFields())) {
      const values = getNamedType(part.type);
      if (part.name !== 'field' || !isEnumType(values)) found.add(`${input.name}.${part.name}`);
      else for (const value of values.getValues()) found.add(`${input.name}.field=${value.name}`);
    }
  };
  const visit = (type: GraphQLNamedType) => {
    if (seen.has(type) || !isCompositeType(type)) return;
    seen.add(type);
    if (isInterfaceType(type)) schema.getPossibleTypes(type).forEach(visit);
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      if (!isAsked(type.name, field)) continue;
      found.add(`${type.name}.${field.name}`);
      for (const argument of field.args) visitArgument(field.name, argument);
      visit(getNamedType(field.type));
    }
  };
  visit(schema.getQueryType()!);
  return [...found];
}
