import {
  getNamedType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  GraphQLID,
  isInputObjectType,
} from 'graphql';
import { v7 as uuid } from 'uuid';
import { nodeId } from '../../../kernel/node-id.js';
import { type Attempt, type MutationAccess, REFERENCES } from './access-mutation-terms.js';
import { OF_ABSENCES } from './access-mutations-absences.js';
import { OF_CONTINUITY } from './access-mutations-continuity.js';
import { OF_MAIL } from './access-mutations-mail.js';
import { OF_NETWORKS } from './access-mutations-networks.js';
import { OF_PLACES_AND_PEOPLE } from './access-mutations-people.js';
import { OF_PROFILES } from './access-mutations-profiles.js';
import { OF_IMPORTS } from './access-mutations-imports.js';
import { OF_INVITATIONS } from './access-mutations-invitations.js';
import { OF_RECORDS } from './access-mutations-records.js';
import { OF_SEATS } from './access-mutations-seats.js';
import { OF_SUCCESSION } from './access-mutations-succession.js';
import { isAmong, type ObjectName, OBJECTS, type Principal, PRINCIPALS, sees } from '../access-objects.js';
import { everythingOf, forbiddenNulls } from '../access-walk.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { type KeptRows, keepRows } from '../../kept-rows.js';
import { Makers } from '../../makers/makers.js';
import { startTestService, type TestService } from '../../test-service.js';
import { testSchema } from '../../schema.js';
import { unchanged } from '../../unchanged.js';

const MUTATIONS: Readonly<Record<string, MutationAccess>> = {
  ...OF_PLACES_AND_PEOPLE,
  ...OF_NETWORKS,
  ...OF_ABSENCES,
  ...OF_RECORDS,
  ...OF_SUCCESSION,
  ...OF_PROFILES,
  ...OF_SEATS,
  ...OF_INVITATIONS,
  ...OF_CONTINUITY,
  ...OF_MAIL,
  ...OF_IMPORTS,
};
const NAMING = Object.entries(MUTATIONS).filter(([, { attempts }]) => attempts.length > 0);

const schema = testSchema();
const fields = schema.getMutationType()!.getFields();
let service: TestService;
let world: AccessWorld;
let rows: KeptRows;

beforeAll(async () => {
  service = await startTestService();
  world = await makeAccessWorld(service.owner, new Makers(service.owner));
  rows = await keepRows(service);
});
afterAll(async () => {
  await rows.close();
  await service.close();
});

/** Nobody signed in, and a valid token of an unknown account. */
const NOBODIES = { anonymous: null, 'unknown account': 'nobody we know' };
const OUTCOMES = { anonymous: 'UNAUTHENTICATED', 'unknown account': 'NO_ACCOUNT' };
type Asker = Principal | keyof typeof NOBODIES;
const ASKERS: readonly Asker[] = ['anonymous', 'unknown account', ...PRINCIPALS];

type Outcome = 'DONE' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | (string & {});

/** The outcome that the table gives for an attempt; `null` names an object that does not exist. */
function expected(mutation: string, attempt: Attempt, asker: Asker, target: ObjectName | null): Outcome {
  if (asker in OUTCOMES) return OUTCOMES[asker as keyof typeof OUTCOMES];
  const principal = asker as Principal;
  if (!isAmong(MUTATIONS[mutation]!.roles, principal)) return 'FORBIDDEN';
  if (target === null || !sees(principal, target)) return 'NOT_FOUND';
  if (isAmong(attempt.notThereFor ?? '', principal)) return 'NOT_FOUND';
  const allowed = attempt.on[target]!;
  const { allowed: may, code } = typeof allowed === 'string' ? { allowed, code: 'DONE' } : allowed;
  return isAmong(may, principal) ? code : 'FORBIDDEN';
}

interface Given {
  readonly outcome: Outcome;
  /** the whole answer, with the named id taken out */
  readonly text: string;
}

async function attemptAs(mutation: string, attempt: Attempt, asker: Asker, id: string) {
  const payload = getNamedType(fields[mutation]!.type) as GraphQLObjectType;
  const inputType = String(fields[mutation]!.args[0]!.type);
  const query = `mutation($input: ${inputType}) { answer: ${mutation}(input: $input) { ${everythingOf(payload)} } }`;
  const input = withId(attempt.input(world.ids), attempt.names.split('.'), id);
  const subject =
    asker in NOBODIES ? NOBODIES[asker as keyof typeof NOBODIES] : world.subjects[asker as Principal];
  const { data, errors, text, status } = await service.ask(subject, query, { input });
  const answer = data?.answer;
  if (answer) {
    expect(forbiddenNulls(payload, answer, mutation)).toEqual([]);
    const { errors: refusals, warnings, committed, ids, ...objects } = answer;
    const shown = Object.values(objects).filter((each) => each !== null) as { id?: string }[];
    expect(warnings).toEqual([]);
    expect(committed).toBe(refusals.length === 0);
    // an id tells no more than the object that the asker sees
    expect([...ids].sort()).toEqual(shown.flatMap((object) => object.id ?? []).sort());
    if (committed) expect(shown).toHaveLength(MUTATIONS[mutation]!.either ? 1 : Object.keys(objects).length);
  }
  const outcome: Outcome = errors?.[0].extensions.reason ?? answer.errors[0]?.code ?? 'DONE';
  return { outcome, text: `${status} ${text}`.replaceAll(id, 'THE_ID') };
}

function withId(input: object, [name, ...rest]: string[], id: string): object {
  const inner = (input as Record<string, object>)[name!] ?? {};
  return { ...input, [name!]: rest.length > 0 ? withId(inner, rest, id) : id };
}

test('the table names every mutation, and every input that names an object', () => {
  const inputs = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      idsIn(getNamedType(field.args[0]!.type) as GraphQLInputObjectType).filter(
        (path) => !REFERENCES.test(path),
      ),
    ]),
  );
  const declared = Object.fromEntries(
    Object.entries(MUTATIONS).map(([name, { attempts }]) => [
      name,
      [...new Set(attempts.map(({ names }) => names))],
    ]),
  );
  for (const names of [...Object.values(inputs), ...Object.values(declared)]) names.sort();
  expect(declared).toEqual(inputs);
});

function idsIn(type: GraphQLInputObjectType, path: string[] = []): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const here = [...path, field.name];
    return isInputObjectType(named) ? idsIn(named, here) : named === GraphQLID ? [here.join('.')] : [];
  });
}

describe.each(NAMING)('%s', (mutation, { attempts }) => {
  const targetsOf = (attempt: Attempt) => Object.keys(attempt.on) as ObjectName[];
  const askersOf = (attempt: Attempt) => ASKERS.filter((asker) => !attempt.by || isAmong(attempt.by, asker));

  test('is refused to those in the table, without a trace; hidden and missing answer alike', async () => {
    await unchanged(service.owner, async () => {
      for (const attempt of attempts) {
        const type = OBJECTS[targetsOf(attempt)[0]!].type;
        for (const asker of askersOf(attempt)) {
          const unknown = await attemptAs(mutation, attempt, asker, nodeId(type, uuid()));
          expect([asker, unknown.outcome]).toEqual([asker, expected(mutation, attempt, asker, null)]);
          for (const target of targetsOf(attempt)) {
            const outcome = expected(mutation, attempt, asker, target);
            if (outcome === 'DONE') continue;
            const given: Given = await attemptAs(mutation, attempt, asker, world.ids[target]);
            expect([asker, target, given.outcome]).toEqual([asker, target, outcome]);
            if (outcome === unknown.outcome)
              expect([asker, target, given.text]).toEqual([asker, target, unknown.text]);
          }
        }
      }
    });
  });

  test.each(attempts)('naming $names, succeeds for those in the table', async (attempt) => {
    const done = (asker: Asker) =>
      targetsOf(attempt).filter((target) => expected(mutation, attempt, asker, target) === 'DONE');
    const askers = askersOf(attempt).filter((asker) => done(asker).length > 0);
    // every refusal above has its twin here
    const needed = targetsOf(attempt).filter((target) => typeof attempt.on[target] === 'string');
    expect(needed.filter((target) => !askers.some((asker) => done(asker).includes(target)))).toEqual([]);
    for (const asker of askers) {
      for (const target of done(asker)) {
        const { outcome, text } = await attemptAs(mutation, attempt, asker, world.ids[target]);
        expect([asker, target, outcome, text]).toEqual([asker, target, 'DONE', text]);
      }
      await rows.restore();
    }
  });
});
