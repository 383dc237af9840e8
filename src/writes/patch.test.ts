import {
  buildSchema,
  getNamedType,
  getNullableType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { everythingOf } from '../testing/access/access-walk.js';
import { type Attempt, mutationWorld } from '../testing/access/mutations/mutation-world.js';
import { testSchema } from '../testing/schema.js';
import { parseNodeId } from '../kernel/node-id.js';
import { startTestService, type TestService } from '../testing/test-service.js';
import { unchanged } from '../testing/unchanged.js';

type Patch = Readonly<Record<string, unknown>>;

const schema = testSchema();
const mutations = Object.values(schema.getMutationType()!.getFields());
const inputOf = ({ args }: (typeof mutations)[number]) =>
  getNamedType(args[0]!.type) as GraphQLInputObjectType;
const UPDATES = mutations.filter(
  (mutation) => mutation.name.endsWith('Update') || 'patch' in inputOf(mutation).getFields(),
);

const UPDATES_BY_NAME = new Set(UPDATES.map(({ name }) => name));
/** What makes something of its own every time: a consent is kept as it was said, each look at a letter and each asking is logged. */
const MAKES_ANOTHER: readonly string[] = [
  'advisoryBodyCreate',
  'advisorySeatCreate',
  'advisorySeatsCreate',
  'organisationCreate',
  'oudernetwerkCreate',
  'personCreate',
  'trainingRecord',
  'activityPlan',
  'activityRecord',
  'schoolTieRecord',
  'findableConsentGive',
  'networkContactAsk',
  'retirementScheduleExport',
  'personLetterOpen',
  'listExport',
  'messageSend',
  'importStart',
  'importMap',
  'importDecide',
];

function objectsIn(type: GraphQLInputObjectType): GraphQLInputField[] {
  return Object.values(type.getFields()).filter(
    (field) => isInputObjectType(getNamedType(field.type)) && !isListType(getNullableType(field.type)),
  );
}

/** Objects in patches of which nobody says whether they are merged, or that cannot be. */
function undeclared({ getTypeMap }: Pick<GraphQLSchema, 'getTypeMap'>): string[] {
  const patches = Object.values(getTypeMap())
    .filter(isInputObjectType)
    .filter(({ name }) => name.endsWith('Patch'));
  const checked = new Set<string>();
  const check = (type: GraphQLInputObjectType): string[] => {
    if (checked.has(type.name)) return [];
    checked.add(type.name);
    return objectsIn(type).flatMap((field) => {
      const [name, how] = [`${type.name}.${field.name}`, field.extensions['patch']];
      if (how === 'whole') return [];
      if (how !== 'merged') return [name];
      const nested = getNamedType(field.type) as GraphQLInputObjectType;
      const never = Object.values(nested.getFields()).filter(
        ({ type: given, defaultValue }) => isNonNullType(given) || defaultValue !== undefined,
      );
      return [...never.map((each) => `${name}.${each.name}`), ...check(nested)];
    });
  };
  return patches.flatMap(check);
}

describe('every object in a patch', () => {
  test('says whether it is merged or replaced as a whole, and can be left out in part if it is merged', () => {
    expect(undeclared({ getTypeMap: () => schema.getTypeMap() })).toEqual([]);
    expect(UPDATES.length).toBeGreaterThan(8);
  });

  test('is found if it does not', () => {
    const toy = buildSchema(`
      input PersonPatch { home: Address, names: [Name!], work: Address }
      input Address { street: String = "", door: Door, city: String! }
      input Door { number: Int }
      input Name { given: String }
      type Query { done(patch: PersonPatch): Boolean }`);
    const fields = (toy.getType('PersonPatch') as GraphQLInputObjectType).getFields();
    fields['work']!.extensions = { patch: 'merged' };
    expect(undeclared({ getTypeMap: () => toy.getTypeMap() })).toEqual([
      'PersonPatch.home',
      'PersonPatch.work.street',
      'PersonPatch.work.city',
      'Address.door',
    ]);
  });
});

const typeOf = (id: string) => parseNodeId(id)!.type;

/** The patch itself, nothing of it, each of its fields, and each field of the objects that are merged. */
function partsOf(type: GraphQLInputObjectType, whole: Patch): Patch[] {
  const fields = type.getFields();
  const single = Object.entries(whole).flatMap(([field, value]): Patch[] => {
    const nested = getNamedType(fields[field]!.type);
    const isMerged = fields[field]!.extensions['patch'] === 'merged' && isInputObjectType(nested);
    const parts = isMerged ? partsOf(nested, value as Patch) : [value];
    return parts.map((part) => ({ [field]: part }));
  });
  return [whole, {}, ...single];
}

describe('an update that changes nothing', () => {
  let service: TestService;
  let world: Readonly<Record<string, Attempt>>;

  beforeAll(async () => {
    service = await startTestService();
    world = await mutationWorld(service);
  });
  afterAll(() => service.close());

  test.each(UPDATES.map((mutation) => [mutation.name, mutation] as const))(
    '%s leaves every row and the version as they are, whatever part of it is saved again',
    async (name, mutation) => {
      const payload = everythingOf(getNamedType(mutation.type) as GraphQLObjectType);
      const query = `mutation($input: ${inputOf(mutation).name}!) { done: ${name}(input: $input) { ${payload} } }`;
      const { as, input } = world[name]!;
      const { id, expectedVersion, patch, reason, ...fields } = input as Patch & { patch?: Patch };
      let at = String(id);
      const why = patch && reason !== undefined ? { reason } : {};
      const save = async (given: object) => {
        const { data, errors } = await service.ask(as, query, { input: { id: at, ...why, ...given } });
        expect(errors).toBeUndefined();
        return data.done;
      };
      const first = await save(patch ? { patch } : fields);
      expect(first.errors).toEqual([]);
      // what is corrected is another record from then on
      at = first.ids.find((each: string) => typeOf(each) === typeOf(at)) ?? at;
      const again = patch
        ? partsOf(
            getNamedType(inputOf(mutation).getFields()['patch']!.type) as GraphQLInputObjectType,
            patch,
          ).map((part) => ({ patch: part }))
        : [fields, {}];
      await unchanged(service.owner, async () => {
        for (const given of again) expect([given, await save(given)]).toEqual([given, first]);
        if (expectedVersion === undefined) return;
        const before = Number(expectedVersion) - (at === id ? 0 : 1);
        const outdated = await save({ ...again[0], expectedVersion: before });
        expect(outdated.errors).toMatchObject([{ code: 'CONFLICT' }]);
      });
    },
  );

  const again = mutations.filter(({ name }) => !MAKES_ANOTHER.includes(name) && !UPDATES_BY_NAME.has(name));
  test.each(again.map((mutation) => [mutation.name, mutation] as const))(
    '%s that comes twice leaves every row as it is the second time',
    async (name, mutation) => {
      const payload = everythingOf(getNamedType(mutation.type) as GraphQLObjectType);
      const query = `mutation($input: ${inputOf(mutation).name}!) { done: ${name}(input: $input) { ${payload} } }`;
      const { as, input } = world[name]!;
      const { expectedVersion: _, ...given } = input;
      const ask = async () => {
        const { data, errors } = await service.ask(as, query, { input: given });
        expect(errors).toBeUndefined();
        return data.done;
      };
      const first = await ask();
      expect(first.errors).toEqual([]);
      const second = await unchanged(service.owner, ask);
      if (second.errors.length === 0) expect(second).toEqual(first);
    },
  );
});
