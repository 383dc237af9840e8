import { buildSchema, type DocumentNode, isAbstractType, parse, print, separateOperations } from 'graphql';
import { documentsFor, publicSchema } from './client-app.js';

const operations = separateOperations(parse(Object.values(documentsFor('any')).join('\n')));

export const operationNames = Object.keys(operations);

/** An operation with the fragments that it uses, as a client without a compiler sends it. */
export function operation(name: string): DocumentNode {
  const found = operations[name];
  if (!found) throw new Error(`no operation ${name}`);
  return found;
}

export const operationText = (name: string): string => print(operation(name));

/** The possible types of each interface, as caches need them. */
export function possibleTypes(): Record<string, string[]> {
  const schema = buildSchema(publicSchema());
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  return Object.fromEntries(
    abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  );
}
