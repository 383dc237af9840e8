import { getNamedType, type GraphQLInputObjectType, isInputObjectType } from 'graphql';
import { nodeId, parseNodeId } from '../../kernel/node-id.js';
import { testSchema } from '../schema.js';
import { startTestService, type TestService } from '../test-service.js';
import { unchanged } from '../unchanged.js';
import { type Attempt, attemptOf, mutationWorld } from './mutations/mutation-world.js';

/** Input fields that name somebody who is to do or to be something. */
const NAMING = /(^|\.)(personId|toPersonId|contactPersonId|ownerId|substituteId|ervaringsdeskundigeId)$/;
/** What is taken back of somebody, or erased, may be so after their death; and a profile is hidden by then, as if it did not exist. */
const OTHERWISE: Readonly<Record<string, string | null>> = {
  'contactPauseEnd personId': null,
  'personErase personId': null,
  'personTellApart personId': null,
  'personTellApart otherId': null,
  'networkContactWithdraw personId': null,
  'consentWithdraw personId': null,
  'findableConsentWithdraw ervaringsdeskundigeId': null,
  'invitationCreate ervaringsdeskundigeId': 'NOT_FOUND',
};

let service: TestService;
let world: Readonly<Record<string, Attempt>>;

beforeAll(async () => {
  service = await startTestService();
  world = await mutationWorld(service);
});
afterAll(() => service.close());

const fields = testSchema().getMutationType()!.getFields();
const NAMED = Object.entries(fields).flatMap(([mutation, field]) =>
  pathsIn(getNamedType(field.args[0]!.type) as GraphQLInputObjectType)
    .filter((path) => NAMING.test(path))
    .map((path) => [mutation, path] as const),
);

function pathsIn(type: GraphQLInputObjectType, before: string[] = []): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const path = [...before, field.name];
    if (isInputObjectType(named)) return pathsIn(named, path);
    return path.join('.');
  });
}

/** What the attempt gives for a path; through lists by their first item. */
function valueAt(input: unknown, [name, ...rest]: string[]): { value: string; path: string[] } | null {
  if (input === undefined || input === null) return null;
  if (name === undefined) return { value: input as string, path: [] };
  if (Array.isArray(input)) {
    const found = valueAt(input[0], [name, ...rest]);
    return found && { ...found, path: ['0', ...found.path] };
  }
  const found = valueAt((input as Record<string, unknown>)[name], rest);
  return found && { ...found, path: [name, ...found.path] };
}

const dead = new Set<string>();

async function died(id: string): Promise<void> {
  const { type, uuid } = parseNodeId(id)!;
  const profile = 'select person_id from ervaringsdeskundigen where id = $1';
  const person = type === 'Person' ? uuid : (await service.owner.query(profile, [uuid])).rows[0].person_id;
  if (dead.has(person)) return;
  dead.add(person);
  const input = { id: nodeId('Person', person), kind: 'DECEASED', on: '2020-01-01' };
  const { data } = await service.ask('coordinator', attemptOf('personDepart'), { input });
  expect(data.done.errors).toEqual([]);
}

test.each(NAMED)('%s refuses somebody who has died, as its %s', async (mutation, path) => {
  const { as, input, instead = {} } = world[mutation]!;
  const inputs = [input, ...Object.values(instead)];
  const given = inputs.map((each) => ({ each, named: valueAt(each, path.split('.')) }));
  const { each, named } = given.find((one) => one.named)!;
  await died(named!.value);
  // their death is a later version
  const asked = { ...each, expectedVersion: undefined };
  const attempt = async () => (await service.ask(as, attemptOf(mutation), { input: asked })).data;
  const otherwise = OTHERWISE[`${mutation} ${path}`];
  if (otherwise === null) {
    expect((await attempt()).done.errors).toEqual([]);
    return;
  }
  const { done } = await unchanged(service.owner, attempt);
  const code = otherwise ?? 'PERSON_DECEASED';
  expect(done.errors).toMatchObject([{ code, path: ['input', ...named!.path] }]);
});
