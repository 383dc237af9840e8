import 'reflect-metadata';
import {
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { buildSchemaSync, type ClassType, type NonEmptyArray } from 'type-graphql';
import { Temporal } from 'temporal-polyfill';
import { DateScalar } from '../graphql/scalars.js';
import { FEATURES } from './features.js';
import { PersonErasureQuery } from './privacy/erasure.query.js';
import { ProcessingRegisterQuery } from './privacy/register.query.js';
import { nodeType, resolveFields } from './resolve-fields.js';

/** The whole schema. Throws if a mutation has no policy. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      ...FEATURES.flatMap(({ resolvers = [] }) => resolvers),
      PersonErasureQuery,
      ProcessingRegisterQuery,
    ] as unknown as NonEmptyArray<ClassType>,
    scalarsMap: [{ type: Temporal.PlainDate, scalar: DateScalar }],
    validate: false, // use-cases validate their input themselves, and report in the viewer's language
  });
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !type.name.startsWith('__')) resolveFields(type);
    if (isInterfaceType(type)) type.resolveType = nodeType;
  }
  requirePolicies(schema);
  describeRoots(schema);
  return schema;
}

/** The text of schema.graphql, sorted alphabetically, so that a diff shows exactly what changed. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(createSchema()))}\n`;
}

/** Descriptions for which type-graphql has no place. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation] = [schema.getQueryType()!, schema.getMutationType()!];
  query.description =
    'The read operations. What is hidden from the viewer is treated as if it did not exist.';
  mutation.description =
    'The write operations. Each mutation takes effect entirely or not at all; problems with its input ' +
    'are reported in `errors`. A mutation is null, with an error of its own, if it was refused as a whole.';
  for (const field of Object.values(mutation.getFields())) {
    for (const argument of field.args) argument.description ??= `Input of \`${field.name}\`.`;
  }
}

function requirePolicies(schema: GraphQLSchema): void {
  const without = Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter((field) => typeof field.extensions.policy !== 'function')
    .map((field) => field.name);
  if (without.length > 0) throw new Error(`mutations without a policy: ${without.join(', ')}`);
}
