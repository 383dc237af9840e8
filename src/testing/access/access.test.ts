import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { NODE_FIELDS, PART_FIELDS } from './access-fields.js';
import {
  CONFIDENTIAL,
  isAmong,
  OBJECT_NAMES,
  type ObjectName,
  OBJECTS,
  type Principal,
  PRINCIPALS,
  sees,
} from './access-objects.js';
import { everythingOf, forbiddenNulls, idsIn, isEmpty, isNode, objectsIn } from './access-walk.js';
import { type AccessWorld, makeAccessWorld } from './access-world.js';
import { Makers } from '../makers/makers.js';
import { startTestService, type TestService } from '../test-service.js';
import { testSchema } from '../schema.js';

const schema = testSchema();
let service: TestService;
let world: AccessWorld;
const names = new Map<string, ObjectName>();

beforeAll(async () => {
  service = await startTestService();
  world = await makeAccessWorld(service.owner, new Makers(service.owner));
  for (const name of OBJECT_NAMES) names.set(world.ids[name], name);
  // whoever looks at contact details is logged once a day: from here on looking changes nothing
  const everybody = '{ people(first: 100) { nodes { contact { email } } } }';
  for (const principal of PRINCIPALS) await service.ask(world.subjects[principal], everybody);
});
afterAll(() => service.close());

/** Every type that a query can reach, except pages, which contain nothing of their own. */
function reachableTypes(): GraphQLObjectType[] {
  const found = new Set<GraphQLObjectType>();
  const visit = (type: GraphQLObjectType) => {
    if (found.has(type)) return;
    found.add(type);
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      if (isObjectType(named)) visit(named);
    }
  };
  visit(schema.getQueryType()!);
  schema.getPossibleTypes(schema.getType('Node') as never).forEach((type) => visit(type));
  found.delete(schema.getQueryType()!);
  return [...found].filter((type) => !/(Connection|Edge)$/.test(type.name));
}

const typeOf = (name: ObjectName) => schema.getType(OBJECTS[name].type) as GraphQLObjectType;

type Shown = Record<string, unknown> | null;
const looks = new Map<string, Promise<Shown>>();

/** An object as a principal sees it; nothing changes here, so that one read is enough. */
function look(principal: Principal, name: ObjectName): Promise<Shown> {
  const key = `${principal} ${name}`;
  if (!looks.has(key)) looks.set(key, ask(principal, name));
  return looks.get(key)!;
}

async function ask(principal: Principal, name: ObjectName): Promise<Shown> {
  const type = typeOf(name);
  const query = `query($id: ID!) { node(id: $id) { ... on ${type.name} { ${everythingOf(type)} } } }`;
  const { data, errors } = await service.ask(world.subjects[principal], query, { id: world.ids[name] });
  expect(errors).toBeUndefined();
  return data.node as Shown;
}

test('the table names every field of every type, and no other', () => {
  const declared = (type: GraphQLObjectType) => {
    const { fields = '', apart = {}, own = '' } = NODE_FIELDS[type.name] ?? {};
    const text = isNode(type)
      ? `${fields} ${own} ${Object.keys(apart).join(' ')}`
      : (PART_FIELDS[type.name] ?? '');
    return text.split(/\s+/).filter(Boolean).sort();
  };
  const types = reachableTypes();
  expect(Object.fromEntries(types.map((type) => [type.name, declared(type)]))).toEqual(
    Object.fromEntries(types.map((type) => [type.name, Object.keys(type.getFields()).sort()])),
  );
  const known = [...Object.keys(NODE_FIELDS), ...Object.keys(PART_FIELDS)].sort();
  expect(known).toEqual(types.map(({ name }) => name).sort());
});

test('every type with an id has an object here, and every object somebody who sees it', () => {
  const types = new Set(OBJECT_NAMES.map((name) => OBJECTS[name].type as string));
  expect([...types].sort()).toEqual(Object.keys(NODE_FIELDS).sort());
  for (const name of OBJECT_NAMES) expect(PRINCIPALS.some((principal) => sees(principal, name))).toBe(true);
});

test.each(PRINCIPALS)(
  '%s sees the objects of the table, whole, and through them no other',
  async (principal) => {
    const seen: string[] = [];
    const wrong: string[] = [];
    for (const name of OBJECT_NAMES) {
      const node = await look(principal, name);
      if (!node) continue;
      seen.push(name);
      wrong.push(...forbiddenNulls(typeOf(name), node, name).map((path) => `${path} is null`));
      for (const { id, contact = null, note = null } of objectsIn(node)) {
        const inner = names.get(String(id));
        if (!inner) continue;
        const confidential = CONFIDENTIAL[inner];
        if (!sees(principal, inner)) wrong.push(`${name} shows ${inner}`);
        if (contact && !isAmong(confidential!.contact, principal))
          wrong.push(`${name} shows how to reach ${inner}`);
        if (note && !isAmong(confidential!.note, principal)) wrong.push(`${name} shows the note on ${inner}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toEqual(OBJECT_NAMES.filter((name) => sees(principal, name)));
  },
);

test('contact details and notes are visible to those in the table', async () => {
  for (const [name, { contact, note }] of Object.entries(CONFIDENTIAL)) {
    const people = PRINCIPALS.filter((principal) => sees(principal, name as ObjectName));
    const nodes = await Promise.all(people.map((principal) => look(principal, name as ObjectName)));
    const having = (field: string) => people.filter((_, index) => nodes[index]![field] != null);
    expect([name, having('contact').join(' '), having('note').join(' ')]).toEqual([name, contact, note]);
  }
});

describe.each(Object.entries(NODE_FIELDS))(
  '%s',
  (_type, { of, fields, apart = {}, parts = {}, absent = '' }) => {
    const all = fields.split(/\s+/).filter(Boolean);

    test.each([...all, ...Object.keys(apart)])('%s', async (field) => {
      const values: unknown[] = [];
      for (const [index, name] of of.entries()) {
        const people = PRINCIPALS.filter((principal) => sees(principal, name));
        const shown = new Map<string, unknown>();
        for (const principal of people)
          shown.set(principal, withoutSecrets((await look(principal, name))![field]));
        const given = apart[field];
        const seenBy = (typeof given === 'object' ? given[name] : given) ?? OBJECTS[name].seenBy;
        const full = people.filter((principal) => isAmong(seenBy, principal));
        const value = shown.get(full[0]!);
        values.push(value);
        for (const principal of people) {
          const part = index === 0 ? parts[field]?.[principal] : undefined;
          const got = shown.get(principal);
          if (full.includes(principal)) expect([principal, got]).toEqual([principal, value]);
          else if (part) expect([principal, idsIn(got)]).toEqual([principal, [world.ids[part]]]);
          else expect([principal, isEmpty(got)]).toEqual([principal, true]);
        }
      }
      // somebody sees something: otherwise the test above would prove nothing
      expect(values.every(isEmpty)).toBe(isAmong(absent, field));
    });
  },
);

/** Confidential fields of a person inside are tested separately. */
function withoutSecrets(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) => {
      const { id, contact: _contact, note: _note, ...rest } = (inner ?? {}) as Record<string, unknown>;
      return id !== undefined && _note !== undefined ? { id, ...rest } : inner;
    }) ?? 'null',
  );
}
