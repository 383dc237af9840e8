import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  Kind,
  parse,
  print,
  type FieldDefinitionNode,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { printedSchema } from '../app/schema.js';
import { testSchema } from './schema.js';

const schema = testSchema();
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
const mutations = Object.values(schema.getMutationType()!.getFields());

test('schema.graphql is what the code says: `npm run schema` writes it', () => {
  const checkedIn = readFileSync(path.resolve(__dirname, '../../schema.graphql'), 'utf8');
  expect(checkedIn).toBe(printedSchema());
  expect(checkedIn).toMatch(/[^\n]\n$/);
});

/** Everything that can have a description, with a name that locates it. */
function* described(
  type: GraphQLNamedType,
): Generator<[name: string, description: string | null | undefined]> {
  yield [type.name, type.description];
  if (isEnumType(type)) {
    for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description];
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields()))
      yield [`${type.name}.${field.name}`, field.description];
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      yield [name, field.description];
      for (const argument of field.args) yield [`${name}(${argument.name})`, argument.description];
    }
  }
}

test('every type, field, argument, input field and enum value has a description', () => {
  const all = types.flatMap((type) => [...described(type)]);
  const bare = all.filter(([, description]) => !description?.trim());
  expect(bare.map(([name]) => name)).toEqual([]);
  expect(all.length).toBeGreaterThan(500);
});

const contract = parse(readFileSync(path.join(__dirname, 'contract.graphql'), 'utf8')).definitions;

describe('the contract holds', () => {
  test.each(
    contract.map(
      (definition) => [('name' in definition && definition.name?.value) || '', definition] as const,
    ),
  )('%s', (name, definition) => {
    const type = schema.getType(name);
    if (definition.kind === Kind.SCALAR_TYPE_DEFINITION) {
      expect(isScalarType(type)).toBe(true);
    } else if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
    ) {
      const ours = type as GraphQLObjectType;
      const interfaces = definition.interfaces?.map((each) => each.name.value);
      expect(ours.getInterfaces().map(String)).toEqual(expect.arrayContaining(interfaces ?? []));
      for (const field of definition.fields ?? []) {
        expect(shapeOf(ours.getFields()[field.name.value], field)).toEqual(asked(field));
      }
    } else throw new Error(`the contract has a ${definition.kind}`);
  });
});

/** Type and arguments of a field in the contract. */
function asked(field: FieldDefinitionNode) {
  const args = (field.arguments ?? []).map((argument) => [argument.name.value, print(argument.type)]);
  return { field: field.name.value, type: print(field.type), args, needed: [] };
}

/** The same of our field: only arguments of the contract, and whether others are required. */
function shapeOf(field: GraphQLField<unknown, unknown> | undefined, contract: FieldDefinitionNode) {
  const names = (contract.arguments ?? []).map((argument) => argument.name.value);
  const given = new Map(field?.args.map((argument) => [argument.name, argument]));
  const beyond = [...given.values()].filter(({ name }) => !names.includes(name));
  return {
    field: field?.name,
    type: String(field?.type),
    args: names.map((name) => [name, String(given.get(name)?.type)]),
    needed: beyond.filter(isRequiredArgument).map(({ name }) => name),
  };
}

describe('conventions', () => {
  test.each(mutations.map((mutation) => [mutation.name, mutation] as const))('%s', (name, mutation) => {
    const capital = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    expect(mutation.args.map(({ name, type }) => `${name}: ${String(type)}`)).toEqual([
      `input: ${capital}Input!`,
    ]);
    expect(String(mutation.type)).toBe(`${capital}Payload`);

    const input = (schema.getType(`${capital}Input`) as GraphQLInputObjectType).getFields();
    expect(String(input.idempotencyKey?.type)).toBe('UUID');
    if ('id' in input) expect(String(input.id.type)).toBe('ID!');

    const { errors, warnings, committed, ids, ...objects } = (
      schema.getType(`${capital}Payload`) as GraphQLObjectType
    ).getFields();
    expect(String(errors?.type)).toBe(`[${capital}UserError!]!`);
    expect(String(warnings?.type)).toBe('[UserWarning!]!');
    expect([committed, ids].map((field) => String(field?.type))).toEqual(['Boolean!', '[ID!]!']);
    for (const object of Object.values(objects)) expect(String(object.type)).not.toMatch(/!$/);

    const error = schema.getType(`${capital}UserError`) as GraphQLObjectType;
    expect(error.getInterfaces().map(String)).toEqual(['UserError']);
    expect(String(error.getFields().code?.type)).toBe(`${capital}ErrorCode!`);
    expect(String(error.getFields().errorCode?.type)).toBe('String!');
  });

  test('every connection has edges, nodes, pageInfo and totalCount, and pages', () => {
    const connections = types.filter((type) => type.name.endsWith('Connection')) as GraphQLObjectType[];
    expect(connections.length).toBeGreaterThan(5);
    for (const connection of connections) {
      const row = connection.name.replace(/Connection$/, '');
      const fields = Object.values(connection.getFields());
      // besides, it may tell about rows that are not in the list
      expect(fields.map((field) => `${field.name}: ${String(field.type)}`)).toEqual(
        expect.arrayContaining([
          `edges: [${row}Edge!]!`,
          `nodes: [${row}!]!`,
          'pageInfo: PageInfo!',
          'totalCount: Int!',
        ]),
      );
    }
    for (const type of types.filter(isObjectType)) {
      for (const field of Object.values(type.getFields())) {
        if (!/Connection!$/.test(String(field.type))) continue;
        const names = field.args.map((argument) => argument.name);
        expect({ field: `${type.name}.${field.name}`, names }).toEqual({
          field: `${type.name}.${field.name}`,
          names: expect.arrayContaining(['first', 'after']),
        });
      }
    }
  });

  test('what has a version is changed by inputs that can expect it', () => {
    const editable = types.filter((type) => isObjectType(type) && 'version' in type.getFields());
    for (const { name } of editable) {
      const inputs = types.filter((type) => type.name === `${name}UpdateInput`).filter(isInputObjectType);
      for (const input of inputs) expect(String(input.getFields().expectedVersion?.type)).toBe('Int');
    }
  });
});

test('what people explain may have several lines, in every input', () => {
  const explained = types.flatMap((type) =>
    isInputObjectType(type)
      ? Object.values(type.getFields())
          .filter(({ name }) => /^(note|message|motivation|purpose|\w*[rR]eason)$/.test(name))
          .filter((field) => String(field.type).startsWith('String'))
          .map((field) => [`${type.name}.${field.name}`, field.extensions.multiline ?? false])
      : [],
  );
  expect(explained.length).toBeGreaterThan(10);
  expect(explained).toEqual(explained.map(([name]) => [name, true]));
});
