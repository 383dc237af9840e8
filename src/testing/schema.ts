import type { GraphQLSchema } from 'graphql';
import { createSchema } from '../app/schema.js';

let schema: GraphQLSchema | undefined;

/** The schema of the service: built once, however many services and queries a test file has. */
export function testSchema(): GraphQLSchema {
  return (schema ??= createSchema());
}
