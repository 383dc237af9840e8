import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { Client } from 'pg';
import type { DataSource, EntityMetadata } from 'typeorm';
import { ENTITIES } from '../app/features.js';
import { createDataSource } from '../db/data-source.js';
import { TEST_LIMITS } from '../db/testing/limits.js';
import type { TableRead } from '../reads/mapping.js';
import { readOf } from '../reads/plan.js';
import { cloneDatabase, type TestDatabase } from './database.js';
import { testSchema } from './schema.js';

interface DatabaseColumn {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly isGenerated: boolean;
  /** an insert must give it */
  readonly isNeeded: boolean;
}

/** The PostgreSQL names of the types that entities name. */
const TYPES: Readonly<Record<string, string>> = { integer: 'int4', boolean: 'bool' };

/** The column types whose JSON matches the scalar. Enums are text. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  ID: ['uuid'],
  String: ['text'],
  Int: ['int4'],
  Boolean: ['bool'],
  Date: ['date'],
};

/** Columns that an insert leaves to a trigger, by table. */
const SET_BY_TRIGGER: Readonly<Record<string, readonly string[]>> = {
  person_details: ['region_ids'],
  ervaringsdeskundigen: ['engaged_bodies', 'traits'],
};

const types = Object.values(testSchema().getTypeMap())
  .filter(isObjectType)
  .filter(({ name, extensions }) => {
    const isOfProtocol = /^(__.*|Query|Mutation|PageInfo|.*UserError|UserWarning)$/.test(name);
    return !isOfProtocol && !extensions.connection && !extensions.payload;
  });

const queries = testSchema().getQueryType()!;

/** Types that exist only in TypeScript, and their parts: none of their fields is read. */
const made = new Set<string>();
for (const type of [...types, queries]) {
  for (const field of Object.values(type.getFields())) {
    if (readOf(field)?.kind === 'computed') addMade(getNamedType(field.type));
  }
}

function addMade(type: GraphQLNamedType): void {
  if (!isObjectType(type) || made.has(type.name)) return;
  const fields = Object.values(type.getFields());
  if (type.extensions.table || fields.some(readOf)) return;
  made.add(type.name);
  fields.forEach((field) => addMade(getNamedType(field.type)));
}

let database: TestDatabase;
let dataSource: DataSource;
const columns = new Map<string, DatabaseColumn>();
/** of the indexes whose kind has no order, with how many ids each starts from */
let unordered: { name: string; ids: number }[];
/** constraints that compare one instant with another */
let clocked: string[];

beforeAll(async () => {
  database = await cloneDatabase();
  dataSource = createDataSource(database.serviceUrl, TEST_LIMITS, ENTITIES, (error) => {
    throw error;
  });
  await dataSource.initialize();
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<DatabaseColumn>(
    `select table_name as table, column_name as name, udt_name as type, is_nullable = 'YES' as "isNullable",
       is_generated = 'ALWAYS' as "isGenerated",
       is_nullable = 'NO' and column_default is null and is_generated = 'NEVER' as "isNeeded"
     from information_schema.columns where table_schema = 'public'`,
  );
  const indexes = await owner.query<{ name: string; ids: number }>(
    `select c.relname as name, count(*) filter (where a.atttypid = 'uuid'::regtype)::integer as ids
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam and m.amname = 'gist'
     join pg_attribute a on a.attrelid = c.oid where i.indpred is null group by 1`,
  );
  unordered = indexes.rows;
  const checks = await owner.query<{ name: string }>(
    `select c.conname as name from pg_constraint c
     where c.contype = 'c' and c.connamespace = 'public'::regnamespace and pg_get_constraintdef(c.oid) ~ '[<>]'
       and (select count(*) from pg_attribute a
         where a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.atttypid = 'timestamptz'::regtype) > 1`,
  );
  clocked = checks.rows.map(({ name }) => name);
  await owner.end();
  for (const column of rows) columns.set(`${column.table}.${column.name}`, column);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

test.each(types.filter(({ name }) => !made.has(name)).map((type) => [type.name, type] as const))(
  'every plain field of %s is a column of its entity and of the table, and as null as it',
  (_name, type) => {
    const wrong = Object.values(type.getFields()).flatMap((field) => wrongWith(type, field));
    expect(wrong).toEqual([]);
  },
);

function wrongWith(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string[] {
  if (readOf(field)) return [];
  const name = `${type.name}.${field.name}`;
  const table = type.extensions.table as TableRead | undefined;
  if (!table) return [`${name} says nowhere where it comes from`];
  const entity = metadataOf(table.table);
  const property = entity.columns.find((column) => column.propertyName === field.name);
  if (!property) return [`${name} is no property of ${entity.name}`];
  const column = columns.get(`${table.table}.${property.databaseName}`);
  if (!column || table.columns.get(field.name) !== property.databaseName) return [`${name} has no column`];
  const wrong: string[] = [];
  if (isNonNullType(field.type) && column.isNullable) wrong.push(`${name} may be null in the database`);
  if (!isNonNullType(field.type) && !column.isNullable) wrong.push(`${name} is never null in the database`);
  const leaf = getNamedType(field.type);
  const fitting = isEnumType(leaf) ? ['text'] : (FITTING[leaf.name] ?? []);
  const expected = isListType(getNullableType(field.type)) ? fitting.map((each) => `_${each}`) : fitting;
  if (!expected.includes(column.type)) wrong.push(`${name} is a ${leaf.name}, its column a ${column.type}`);
  return wrong;
}

test.each(ENTITIES.map((entity) => [entity.name, entity] as const))(
  'every column of %s is in the database, of its type and as null as it',
  (_name, entity) => {
    const { tableName, columns: properties } = dataSource.getMetadata(entity);
    for (const property of properties) {
      const type = `${property.isArray ? '_' : ''}${TYPES[String(property.type)] ?? String(property.type)}`;
      expect(columns.get(`${tableName}.${property.databaseName}`)).toMatchObject({
        name: property.databaseName,
        type,
        isNullable: property.isNullable,
      });
    }
    const generated = properties.filter((property) => isGenerated(tableName, property.databaseName));
    // PostgreSQL refuses a value for them
    expect(generated.filter((property) => property.isInsert || property.isUpdate)).toEqual([]);
    const known = new Set(properties.map((property) => property.databaseName));
    const needed = [...columns.values()].filter((column) => column.table === tableName && column.isNeeded);
    const missing = needed.map(({ name }) => name).filter((name) => !known.has(name));
    expect(missing.sort()).toEqual(SET_BY_TRIGGER[tableName] ?? []);
  },
);

function isGenerated(table: string, column: string): boolean {
  return columns.get(`${table}.${column}`)?.isGenerated ?? false;
}

function metadataOf(table: string): EntityMetadata {
  const found = dataSource.entityMetadatas.find((metadata) => metadata.tableName === table);
  if (!found) throw new Error(`no entity has the table ${table}`);
  return found;
}

test('an exclusion constraint names one id, or a pair as one value: by a second id all of its index is read', () => {
  expect(unordered.length).toBeGreaterThan(0);
  expect(unordered.filter(({ ids }) => ids > 1)).toEqual([]);
});

test('no constraint wants one instant to be after another: machines have clocks of their own', () => {
  expect(clocked).toEqual([]);
});
