import { getNamedType, type GraphQLInputObjectType, isInputObjectType, isNonNullType } from 'graphql';
import { attemptOf, type Attempt, mutationWorld } from '../testing/access/mutations/mutation-world.js';
import { parseNodeId } from '../kernel/node-id.js';
import { keepRows, type KeptRows } from '../testing/kept-rows.js';
import { testSchema } from '../testing/schema.js';
import { type Json, startTestService, type TestService } from '../testing/test-service.js';
import { changedBy, unchanged } from '../testing/unchanged.js';

const schema = testSchema();
const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);

interface Part {
  /** below `input` */
  readonly path: readonly string[];
  readonly never: boolean;
}

/** Each field of an input and of the objects in it that are merged. */
function partsOf(type: GraphQLInputObjectType, path: readonly string[]): Part[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const at = [...path, field.name];
    const nested = getNamedType(field.type);
    const isMerged = field.extensions['patch'] === 'merged' && isInputObjectType(nested);
    const part = { path: at, never: field.extensions['cleared'] === 'never' };
    return [part, ...(isMerged ? partsOf(nested, at) : [])];
  });
}

const patched = Object.values(schema.getMutationType()!.getFields()).flatMap(({ name, args }) => {
  const input = (getNamedType(args[0]!.type) as GraphQLInputObjectType).getFields();
  if (!input['patch']) return [];
  return [{ name, parts: partsOf(getNamedType(input['patch'].type) as GraphQLInputObjectType, ['patch']) }];
});

test('what cannot be cleared says so, and nothing else does', () => {
  const fields = inputs.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
  const named = (some: typeof fields) => some.map(({ type, field }) => `${type.name}.${field.name}`);
  const never = fields.filter(({ field }) => field.extensions['cleared'] === 'never');
  expect(named(fields.filter(({ field }) => /cannot be cleared/.test(field.description!)))).toEqual(
    named(never),
  );
  expect(named(never.filter(({ field }) => isNonNullType(field.type)))).toEqual([]);
  expect(never.length).toBeGreaterThan(50);
});

const deep = (path: readonly string[], value: unknown): Json =>
  path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
const valueAt = (given: Json, path: readonly string[]): unknown =>
  path.reduce<Json>((outer, key) => outer?.[key], given);

let service: TestService;
let world: Readonly<Record<string, Attempt>>;
let rows: KeptRows;

beforeAll(async () => {
  service = await startTestService();
  world = await mutationWorld(service);
  rows = await keepRows(service);
});
afterEach(() => rows.restore());
afterAll(async () => {
  await rows.close();
  await service.close();
});

async function done(mutation: string, given: Json) {
  const { as, input } = world[mutation]!;
  const { expectedVersion: _, ...good } = input;
  const query = attemptOf(mutation).replace('errors', 'ids errors');
  const { data, errors } = await service.ask(as, query, { input: { ...good, ...given } });
  expect(errors).toBeUndefined();
  return data.done;
}
const typeOf = (id: string) => parseNodeId(id)!.type;
const refusals = async (mutation: string, given: Json): Promise<string[]> =>
  (await done(mutation, given)).errors.map(({ code, path }: Json) => `${code} ${path.join('.')}`);

const CLEARED_IN_VAIN = patched.flatMap(({ name, parts }) =>
  parts.filter(({ never }) => never).map(({ path }) => [name, path.join('.'), path] as const),
);

test.each(CLEARED_IN_VAIN)('%s refuses null for %s', async (mutation, field, path) => {
  const refused = await unchanged(service.owner, () => refusals(mutation, deep(path, null)));
  expect(refused).toEqual([`REQUIRED input.${field}`]);
});

/** What becomes of a null that does not simply clear what the good input said. */
const OTHERWISE: Readonly<Record<string, string>> = {
  // Dutch, as the good input says
  'personUpdate patch.language': 'SAID ALREADY',
  // either of the two
  'incompatibilityCorrect patch.organisationId': 'ORGANISATION_OR_MUNICIPALITY input.patch',
  'incompatibilityCorrect patch.municipalityId': 'ORGANISATION_OR_MUNICIPALITY input.patch',
  // needed as long as somebody acts, stopped or said no
  'absenceUpdate patch.substituteId': 'REQUIRED input.patch.substituteId',
  'trekkerschapCorrect patch.endReason': 'REQUIRED input.patch.endReason',
  'seatAppointmentCorrect patch.endReason': 'REQUIRED input.patch.endReason',
  'candidateCorrect patch.endReason': 'REQUIRED input.patch.endReason',
  'candidateCorrect patch.endedOn': 'REQUIRED input.patch.endedOn',
};

const CLEARED = patched.flatMap(({ name, parts }) =>
  parts.filter(({ never }) => !never).map(({ path }) => [name, path.join('.'), path] as const),
);

test.each(CLEARED)('%s does not keep %s in silence where that is null', async (mutation, field, path) => {
  const { input: usual, instead } = world[mutation]!;
  const input = instead?.[path[1]!] ?? usual;
  expect(valueAt(input, path)).toBeDefined();
  const first = await done(mutation, input);
  expect(first.errors).toEqual([]);
  // what is corrected is another record from then on
  const type = typeOf(String(input['id']));
  const id = first.ids.find((each: string) => typeOf(each) === type) ?? input['id'];
  const cleared = { id, ...deep(path, null) };
  const { result, changed } = await changedBy(service.owner, () => refusals(mutation, cleared));
  const became = result.length > 0 ? result.join() : changed.length > 0 ? 'CLEARED' : 'SAID ALREADY';
  expect(became).toBe(OTHERWISE[`${mutation} ${field}`] ?? 'CLEARED');
});
