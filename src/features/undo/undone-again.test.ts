import { getNamedType, type GraphQLInputObjectType } from 'graphql';
import { v7 as uuid } from 'uuid';
import { nodeId, parseNodeId } from '../../kernel/node-id.js';
import { type Attempt, attemptOf, mutationWorld } from '../../testing/access/mutations/mutation-world.js';
import { keepRows, type KeptRows } from '../../testing/kept-rows.js';
import { testSchema } from '../../testing/schema.js';
import { type Json, startTestService, type TestService } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';

const mutations = testSchema().getMutationType()!.getFields();
const patchOf = (mutation: string) => {
  const input = getNamedType(mutations[mutation]!.args[0]!.type) as GraphQLInputObjectType;
  return (getNamedType(input.getFields()['patch']!.type) as GraphQLInputObjectType).getFields();
};
const UNDONE = Object.keys(mutations)
  .filter((name) => name.endsWith('Annul'))
  .map((name) => name.slice(0, -'Annul'.length))
  .filter((prefix) => `${prefix}Correct` in mutations);
/** What a network went through is known by the id of the network, which stays. */
const OF_NETWORK: Readonly<Record<string, string>> = {
  oudernetwerkActivation: 'NETWORK_NOT_ACTIVE',
  oudernetwerkEnd: 'NO_END_RECORDED',
};
const RECORDS = UNDONE.filter((prefix) => !(prefix in OF_NETWORK));

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

const reason = 'Nogmaals';
const idOf = (mutation: string) => String(world[mutation]!.input['id']);

async function ask(mutation: string, given: object = {}) {
  const { as, input } = world[mutation]!;
  const { expectedVersion: _, ...good } = input;
  return service.ask(as, attemptOf(mutation).replace('errors', 'ids errors'), {
    input: { ...good, ...given },
  });
}

async function refusals(mutation: string, given?: object): Promise<string[]> {
  const { data, errors } = await ask(mutation, given);
  expect(errors).toBeUndefined();
  return data.done.errors.map(({ code, path }: Json) => `${code} ${path.join('.')}`);
}

/** The whole answer about a record, without its id. */
async function told(mutation: string, id: string): Promise<string> {
  const { status, text } = await unchanged(service.owner, () => ask(mutation, { id, reason }));
  return `${status} ${text}`.replaceAll(id, 'THE_ID');
}

const neverWas = (id: string) => nodeId(parseNodeId(id)!.type, uuid());

test.each(RECORDS)('%s: what was annulled is as what never was', async (prefix) => {
  const id = idOf(`${prefix}Annul`);
  expect(await refusals(`${prefix}Annul`)).toEqual([]);
  for (const mutation of [`${prefix}Annul`, `${prefix}Correct`]) {
    expect(await told(mutation, id)).toBe(await told(mutation, neverWas(id)));
  }
});

test.each(Object.entries(OF_NETWORK))('%s, annulled, is there no more: %s', async (prefix, code) => {
  const id = idOf(`${prefix}Annul`);
  expect(await refusals(`${prefix}Annul`)).toEqual([]);
  for (const mutation of [`${prefix}Annul`, `${prefix}Correct`]) {
    const again = await unchanged(service.owner, () => refusals(mutation, { id, reason }));
    expect(again).toEqual([`${code} input.id`]);
  }
});

test.each(RECORDS)(
  '%s: what was corrected is so under its new id only, and annulled by that',
  async (prefix) => {
    const [id, type] = [idOf(`${prefix}Correct`), parseNodeId(idOf(`${prefix}Correct`))!.type];
    const { data } = await ask(`${prefix}Correct`);
    expect(data.done.errors).toEqual([]);
    const anew = data.done.ids.find((each: string) => parseNodeId(each)!.type === type);
    expect(anew).not.toBe(id);
    for (const mutation of [`${prefix}Annul`, `${prefix}Correct`]) {
      const outdated = await unchanged(service.owner, () => refusals(mutation, { id, reason }));
      expect(outdated).toEqual(['CORRECTED input.id']);
    }
    expect(await refusals(`${prefix}Annul`, { id: anew })).toEqual([]);
    for (const each of [id, anew]) {
      expect(await told(`${prefix}Correct`, each)).toBe(await told(`${prefix}Correct`, neverWas(id)));
    }
  },
);

const PERIODS = UNDONE.map((prefix) => `${prefix}Correct`).filter((mutation) => {
  const fields = patchOf(mutation);
  return 'from' in fields && 'until' in fields;
});
test.each(PERIODS)('%s refuses a last day before the first', async (mutation) => {
  const { patch } = world[mutation]!.input as Json;
  const days = { ...patch, from: '2026-03-01', until: '2026-02-01' };
  const [refused] = await unchanged(service.owner, () => refusals(mutation, { patch: days }));
  expect(refused).toMatch(/^(ENDS_BEFORE_START|DATE_OUT_OF_RANGE) input.patch.until$/);
});
