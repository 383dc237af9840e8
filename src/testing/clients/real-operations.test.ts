import { getOperationAST, type OperationDefinitionNode, OperationTypeNode, parse, print } from 'graphql';
import type { ConcreteRequest } from 'relay-runtime';
import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../makers/makers.js';
import { ProfileMakers } from '../makers/profile-makers.js';
import { SeatMakers } from '../makers/seat-makers.js';
import { startTestService, type TestService } from '../test-service.js';
import { ClientApp, documentsFor } from './client-app.js';
import { artifact, compileRelay } from './compile-relay.js';
import { operation, operationNames } from './operations.js';

const app = new ClientApp();
let service: TestService;
let known: Record<string, unknown>;

beforeAll(async () => {
  service = await startTestService();
  const make = new Makers(service.owner);
  const region = await make.region('JZ06');
  const person = await make.person(region);
  const network = await make.network(region, { activeFrom: '2026-01-01', ledBy: person });
  const seats = new SeatMakers(service.owner);
  const body = await seats.body(region);
  const seat = await seats.seat(body);
  await seats.appointment(seat, person);
  const profiles = new ProfileMakers(service.owner);
  const expert = await profiles.profile(person);
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  const invitation = await profiles.invitation(seat, expert, { by: 'coordinator' });
  known = {
    id: nodeId('Oudernetwerk', network),
    ids: [nodeId('Oudernetwerk', network), nodeId('Person', person)],
    personId: nodeId('Person', person),
    invitationId: nodeId('SeatInvitation', invitation),
    expertId: nodeId('Ervaringsdeskundige', expert),
    seatId: nodeId('AdvisorySeat', seat),
    bodyId: nodeId('AdvisoryBody', body),
    regionId: nodeId('Region', region),
    code: 'JZ06',
    on: '2026-12-31',
    search: 'Proefpersoon',
    fromYear: 2026,
    toYear: 2031,
    first: 25,
    count: 25,
  };
});
afterAll(async () => {
  await service.close();
  app.remove();
});

/** Runs a query with values for the variables known here; returns what is wrong with it. */
async function problems(text: string): Promise<unknown> {
  const { variableDefinitions = [] } = getOperationAST(parse(text))!;
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  const variables = Object.fromEntries(names.map((name) => [name, known[name]]));
  const { errors, data } = await service.ask('coordinator', text, variables);
  return errors ?? (data ? [] : 'no answer');
}

const isQuery = ({ operation: kind }: OperationDefinitionNode) => kind === OperationTypeNode.QUERY;

test('the service answers the queries of any app, with its usual pages', async () => {
  const queries = operationNames.map(operation).filter((document) => isQuery(getOperationAST(document)!));
  expect(queries.length).toBeGreaterThan(5);
  for (const query of queries)
    expect([print(query), await problems(print(query))]).toEqual([print(query), []]);
});

test('the service answers the queries of a Relay app as they are compiled, with its usual pages', async () => {
  const { artifacts } = await compileRelay(app, documentsFor('relay'));
  const requests = await Promise.all(
    artifacts.filter((name) => name.endsWith('Query')).map((name) => artifact<ConcreteRequest>(app, name)),
  );
  expect(requests.length).toBeGreaterThan(5);
  for (const { params } of requests)
    expect([params.name, await problems(params.text!)]).toEqual([params.name, []]);
});
