import { ClientApp, documentsFor } from './client-app.js';
import { generateCode } from './generate-code.js';
import { typeProblems } from './type-check.js';

const app = new ClientApp();
afterAll(() => app.remove());

const APP = `
import { fragmentData, graphql } from './generated';
import { NetworkCardFragmentDoc, EndTrekkerschapDocument, type EndTrekkerschapMutationVariables, type NetworksQuery } from './generated/graphql';

export const names = (page: NetworksQuery): string[] =>
  page.oudernetwerken.edges.map(({ node }) => fragmentData(NetworkCardFragmentDoc, node).name);
export const more = (page: NetworksQuery): string | null =>
  page.oudernetwerken.pageInfo.hasNextPage ? page.oudernetwerken.pageInfo.endCursor : null;
export const stop: EndTrekkerschapMutationVariables = { input: { id: 'x', reason: 'PERSONAL', on: '2026-12-31' } };
export const documents = [graphql, EndTrekkerschapDocument];
export const total = (page: NetworksQuery): number => page.oudernetwerken.total;
`;

test('GraphQL Code Generator makes types for the operations of any app, with which right code checks and wrong code does not', async () => {
  await generateCode(app, documentsFor('any'));
  app.write('app.ts', APP);
  expect(typeProblems(app, 'app.ts')).toEqual([expect.stringContaining("'total' does not exist")]);
  // types for a whole schema, and TypeScript over them: seconds on a quiet machine
}, 60_000);

test.each([
  [
    'a field that is not there',
    'query Broken { viewer { nickname } }',
    'Cannot query field "nickname" on type "Viewer"',
  ],
  [
    'a variable of another type',
    'query Broken($day: Date!) { oudernetwerk(id: $day) { id } }',
    'Variable "$day" of type "Date!" used in position expecting type "ID!"',
  ],
])('GraphQL Code Generator refuses %s', async (_what, document, message) => {
  await expect(generateCode(app, { broken: document })).rejects.toThrow(message);
});
