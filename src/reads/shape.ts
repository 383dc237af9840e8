import {
  getNamedType,
  GraphQLInt,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  GraphQLBoolean,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { isSeen } from '../kernel/lines.js';

/**
 * The part of the variables that decides the text of a statement: which of them (and of their input fields) are
 * given, and the value of enums, booleans and whole numbers, which have few values: with a page size or a status as
 * parameter PostgreSQL would plan the statement again for every request. Everything else is bound; of a text it decides
 * only whether there is anything to see in it, as what looks for nothing is no search.
 */
export function shapeOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string {
  let shape = '';
  for (const definition of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, definition.type) as GraphQLInputType;
    shape += `${part(type, variables[definition.variable.name.value])};`;
  }
  return shape;
}

function part(type: GraphQLInputType, value: unknown): string {
  if (value === undefined) return '';
  if (value === null) return 'n';
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields());
    return `{${fields.map((field) => part(field.type, (value as Record<string, unknown>)[field.name])).join()}}`;
  }
  const leaf = getNamedType(bare);
  if (isEnumType(leaf) || leaf === GraphQLBoolean || leaf === GraphQLInt) return JSON.stringify(value);
  if (typeof value === 'string' && !isSeen(value)) return 'b';
  return isListType(bare) ? 'l' : 'v';
}
