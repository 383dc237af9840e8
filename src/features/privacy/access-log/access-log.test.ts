import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';

let service: TestService;
let person: string;

beforeAll(async () => {
  service = await startTestService();
  const make = new Makers(service.owner);
  const [region, elsewhere] = [await make.region('JZ06'), await make.region('JZ10')];
  person = await make.person(region, { given: 'Anna' });
  await service.owner.query(
    `insert into person_contacts (person_id, email) values ($1, 'anna@example.org')`,
    [person],
  );
  await make.account('Sanne Privé', { role: 'COORDINATOR', regionId: region });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
  await make.account('admin', { role: 'ADMIN' });
  await make.account('parent', { personId: person });
  await service.ask('Sanne Privé', `query ($id: ID!) { person(id: $id) { contact { email } } }`, {
    id: nodeId('Person', person),
  });
});
afterAll(() => service.close());

const logFor = (by: string) =>
  service.ask(
    by,
    `query ($id: ID!) { accessLog(personId: $id) { totalCount nodes {
      at what why reader { role organisation { name } region { code } } } } }`,
    { id: nodeId('Person', person) },
  );

test('a parent reads as what somebody looked, and for which organisation, and never who they are', async () => {
  const { data, text } = await logFor('parent');
  expect(data.accessLog.nodes).toEqual([
    {
      at: '2026-11-25T10:00:00Z',
      what: 'CONTACT',
      why: 'LOOKED_UP',
      reader: {
        role: 'COORDINATOR',
        organisation: { name: 'Landelijk steunpunt oudernetwerken' },
        region: { code: 'JZ06' },
      },
    },
  ]);
  expect(text).not.toContain('Sanne');
  expect((await logFor('Sanne Privé')).data).toEqual(data);
});

test('whoever looked and has no role any more is nobody in particular; others read nothing', async () => {
  for (const by of ['neighbour', 'admin']) {
    expect((await logFor(by)).data.accessLog).toEqual({ totalCount: 0, nodes: [] });
  }
  await service.owner.query('update account_roles set period = daterange($1, $2)', [
    '2020-01-01',
    '2026-11-01',
  ]);
  expect((await logFor('parent')).data.accessLog.nodes).toMatchObject([{ reader: null }]);
});
