import { buildSchema, getNamedType, isObjectType, isRequiredArgument, Kind, parse, visit } from 'graphql';
import { ClientApp, documentsFor, publicSchema } from './client-app.js';
import { compileRelay } from './compile-relay.js';
import { typeProblems } from './type-check.js';

const apps: ClientApp[] = [];
const newApp = () => {
  const app = new ClientApp();
  apps.push(app);
  return app;
};
afterAll(() => apps.forEach((app) => app.remove()));

const documents = documentsFor('relay');

/** The operations, the fragments, and the queries that `@refetchable(queryName: …)` asks for. */
function expectedArtifacts(): string[] {
  const names: string[] = [];
  visit(parse(Object.values(documents).join('\n')), {
    OperationDefinition: ({ name }) => void names.push(name!.value),
    FragmentDefinition: ({ name }) => void names.push(name.value),
    Argument({ name, value }) {
      if (name.value === 'queryName' && value.kind === Kind.STRING) names.push(value.value);
    },
  });
  return names.sort();
}

test('relay-compiler compiles the operations of a Relay app, which then type-check', async () => {
  const app = newApp();
  const build = await compileRelay(app, documents);
  expect(build).toMatchObject({ exitCode: 0, artifacts: expectedArtifacts() });
  expect(build.artifacts.length).toBeGreaterThan(20);

  app.write(
    'app.ts',
    `import type { networksPage_networks$data } from './__generated__/networksPage_networks.graphql';
     import type { networkCard_network$data } from './__generated__/networkCard_network.graphql';
     import type { endTrekkerschapMutation } from './__generated__/endTrekkerschapMutation.graphql';
     export const ids = (page: networksPage_networks$data): string[] => page.oudernetwerken.edges.map(({ node }) => node.id);
     export const until = (card: networkCard_network$data): string | undefined => card.trekkers[0]?.expectedEnd?.on;
     export const stop: endTrekkerschapMutation['variables'] = { input: { id: 'x', reason: 'PERSONAL', on: '2026-12-31' } };
     export const wrong: endTrekkerschapMutation['variables'] = { input: { id: 'x' } };`,
  );
  expect(typeProblems(app, 'app.ts')).toEqual([expect.stringContaining("'reason' is missing")]);
});

/** A fragment that pages, and refetches by `node(id)`, for every field of the API that returns a connection. */
function fragmentsForEveryList(): string[] {
  const schema = buildSchema(publicSchema());
  const lists = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ field }) => /Connection$/.test(getNamedType(field.type).name));
  return lists.map(({ type, field }) => {
    const name = `${type.name}_${field.name}`;
    const needed = field.args.filter(isRequiredArgument);
    const definitions = needed.map((arg) => `${arg.name}: { type: "${String(arg.type)}" }`);
    const given = needed.map((arg) => `${arg.name}: $${arg.name}`);
    return `fragment lists_${name} on ${type.name} @refetchable(queryName: "lists${name}Query")
      @argumentDefinitions(count: { type: "Int" }, cursor: { type: "String" }, ${definitions.join()}) {
      ${field.name}(first: $count, after: $cursor, ${given.join()}) @connection(key: "lists_${field.name}") {
        edges { node { __typename } }
      } }`;
  });
}

test('every connection of the API is one that Relay can page through', async () => {
  const fragments = fragmentsForEveryList();
  expect(fragments.length).toBeGreaterThan(10);
  const build = await compileRelay(newApp(), { lists: fragments.join('\n') });
  expect(build).toMatchObject({ exitCode: 0, said: expect.stringContaining('Compilation completed') });
  expect(build.artifacts).toHaveLength(2 * fragments.length);
});

test.each([
  ['a field that is not there', '{ viewer { nickname } }', 'The type `Viewer` has no field `nickname`'],
  [
    'an argument that is not there',
    '($id: ID!) { oudernetwerk(code: $id) { id } }',
    "Unknown argument 'code' on field 'Query.oudernetwerk'",
  ],
  [
    'a variable of another type',
    '($day: Date) { oudernetwerk(id: $day) { id } }',
    "Variable of type 'Date' cannot be used where 'ID!' is expected",
  ],
  [
    'a connection that is none',
    '($id: ID!) { oudernetwerk(id: $id) { trekkers @connection(key: "broken_trekkers") { id } } }',
    "@connection used on invalid field 'trekkers'",
  ],
])('relay-compiler refuses %s', async (_what, document, message) => {
  const build = await compileRelay(newApp(), { broken: `query brokenQuery ${document}` });
  expect(build.said).toContain(message);
  expect(build).toMatchObject({ exitCode: 1, artifacts: [] });
});
