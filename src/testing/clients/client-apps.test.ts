import {
  ConnectionHandler,
  fetchQuery,
  getPaginationMetadata,
  getPaginationVariables,
  readInlineData,
  type ReaderInlineDataFragment,
} from 'relay-runtime';
import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../makers/makers.js';
import { type Json, startTestService, type TestService } from '../test-service.js';
import { apolloClient } from './apollo-pages.js';
import type { ClientApp } from './client-app.js';
import { artifact, relayApp } from './compile-relay.js';
import { operation } from './operations.js';
import { RelayUser } from './relay-user.js';

const subject = 'coordinator';
let app: ClientApp;
let service: TestService;
let make: Makers;
let address: string;
let region: string;

beforeAll(async () => {
  app = await relayApp();
  service = await startTestService();
  address = await service.app.listen({ host: '127.0.0.1', port: 0 });
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  await make.account(subject, { role: 'COORDINATOR', regionId: region });
});
afterAll(async () => {
  await service.close();
  app.remove();
});

async function ledNetwork(): Promise<{ networkId: string; trekkerschapId: string }> {
  const id = await make.network(region, { activeFrom: '2026-01-01', ledBy: await make.person(region) });
  const { rows } = await service.owner.query('select id from trekkerschappen where oudernetwerk_id = $1', [
    id,
  ]);
  return { networkId: nodeId('Oudernetwerk', id), trekkerschapId: nodeId('Trekkerschap', rows[0].id) };
}

const lastDay = (id: string) => ({ input: { id, on: '2026-11-24', reason: 'PERSONAL' } });

describe('a Relay app', () => {
  let user: RelayUser;
  beforeEach(() => (user = new RelayUser(app, { address, subject })));

  test('shows a network anew after a mutation, wherever it is shown', async () => {
    const { networkId, trekkerschapId } = await ledNetwork();
    const card = await user.show(
      'networkPageQuery',
      { id: networkId, count: 5 },
      'networkCard_network',
      'oudernetwerk',
    );
    expect(card.now()).toMatchObject({ trekkers: [{ role: 'TREKKER' }], caretaker: null });
    const { trekkerschapEnd } = await user.commit('endTrekkerschapMutation', lastDay(trekkerschapId));
    expect(trekkerschapEnd.errors).toEqual([]);
    expect(card.now()).toMatchObject({ trekkers: [], caretaker: { standby: true } });
  });

  test('reads why a mutation refused, by a fragment on the interface', async () => {
    const { trekkerschapEnd } = await user.commit(
      'endTrekkerschapMutation',
      lastDay(nodeId('Trekkerschap', region)),
    );
    expect(trekkerschapEnd).toMatchObject({ trekkerschap: null, errors: [{ code: 'NOT_FOUND' }] });
    const refusal = await artifact<ReaderInlineDataFragment>(app, 'endTrekkerschap_refusal');
    expect(readInlineData(refusal as never, trekkerschapEnd.errors[0])).toMatchObject({
      path: ['input', 'id'],
    });
  });

  test('puts a new member at the head of a connection', async () => {
    const { networkId } = await ledNetwork();
    const page = await user.show(
      'networkPageQuery',
      { id: networkId, count: 5 },
      'networkPage_members',
      'oudernetwerk',
    );
    expect(page.now().members.edges).toEqual([]);
    const personId = nodeId('Person', await make.person(region, { given: 'Demi', family: 'Proefpersoon' }));
    const { membershipStart } = await user.commit('startMembershipMutation', {
      input: { oudernetwerkId: networkId, personId },
      connections: [ConnectionHandler.getConnectionID(networkId, 'networkPage_members')],
    });
    expect(membershipStart.errors).toEqual([]);
    expect(page.now().members.edges).toMatchObject([
      { node: { person: { displayName: 'Demi Proefpersoon' } } },
    ]);
  });

  test('begins halfway a list and reads on to both ends', async () => {
    const { data } = await service.ask(subject, '{ regions(first: 100) { edges { cursor node { code } } } }');
    const all = data.regions.edges.map(({ node }: Json) => node.code);
    const variables = { first: 10, after: data.regions.edges[19].cursor };
    const page = await user.show('regionsPageQuery', variables, 'regionsPage_regions');
    const codes = () => page.now().regions.edges.map(({ node }: Json) => node.code);
    expect(codes()).toEqual(all.slice(20, 30));

    const { paginationRequest, paginationMetadata } = getPaginationMetadata(page.reader, 'regions');
    const read = async (direction: 'forward' | 'backward') => {
      const { startCursor, endCursor } = page.now().regions.pageInfo;
      const cursor = direction === 'forward' ? endCursor : startCursor;
      const next = getPaginationVariables(direction, 15, cursor, {}, {}, paginationMetadata);
      await fetchQuery(user.environment, paginationRequest, next).toPromise();
    };
    await read('backward');
    expect(codes()).toEqual(all.slice(5, 30));
    expect(page.now().regions.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
    await read('backward');
    expect(codes()).toEqual(all.slice(0, 30));
    expect(page.now().regions.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
    while (page.now().regions.pageInfo.hasNextPage) await read('forward');
    expect(codes()).toEqual(all);
  });

  test('finds anything by its id, and nothing where there is nothing', async () => {
    const { networkId, trekkerschapId } = await ledNetwork();
    const node = async (id: string) => (await user.ask('evidenceQuery', { id })).node;
    expect(await node(networkId)).toMatchObject({ network: expect.anything() });
    expect(await node(trekkerschapId)).toMatchObject({ network: null, oudernetwerk: expect.anything() });
    expect(await node(nodeId('Trekkerschap', region))).toBeNull();
  });
});

test('an Apollo app shows a network anew after a mutation, and reads why one refused', async () => {
  const client = apolloClient({ address, subject });
  const { networkId, trekkerschapId } = await ledNetwork();
  const query = operation('Networks');
  const variables = { first: 25, filter: {} };
  await client.query({ query, variables });
  const shown = () => {
    const { oudernetwerken }: Json = client.readQuery({ query, variables });
    return oudernetwerken.edges.map(({ node }: Json) => node).find(({ id }: Json) => id === networkId);
  };
  expect(shown()).toMatchObject({ trekkers: [{ role: 'TREKKER' }], caretaker: null });

  const mutation = operation('EndTrekkerschap');
  const refused: Json = await client.mutate({ mutation, variables: lastDay(nodeId('Trekkerschap', region)) });
  expect(refused.data.trekkerschapEnd.errors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'id'] }]);

  await client.mutate({ mutation, variables: lastDay(trekkerschapId) });
  expect(shown()).toMatchObject({ trekkers: [], caretaker: { standby: true } });
});
