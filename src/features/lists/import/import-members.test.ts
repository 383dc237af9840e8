import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { TakingIn } from './testing/taking-in.js';

let service: TestService;
let make: Makers;
let region: string;
let lists: TakingIn;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  lists = new TakingIn(service, region);
});
afterAll(() => service.close());

test('members: of networks by name, with the day since; the same person may be in two', async () => {
  const network = await make.network(region, { name: 'Ouders Noord' });
  const other = await make.network(region, { name: 'Ouders Zuid' });
  const id = await lists.judged(
    [
      'Ledenlijst september;;;',
      ';;;',
      'Naam;E-mail;Netwerk;Lid sinds',
      'Ooievaar, Hans van der;hans@example.org;Ouders Noord;1-9-2024',
      'Hans van der Ooievaar;hans@example.org;ouders zuid;45536',
      'Ineke Ooievaars;ineke@example.org;;',
      'Joop Ooievaarsnest;joop@example.org;Ouders West;',
      'Karin Ooievaarsbek;karin@example.org;Ouders Noord;31-02-2024',
    ].join('\n'),
    { kind: 'MEMBERS', oudernetwerkId: nodeId('Oudernetwerk', network) },
  );
  expect((await lists.seen(id)).rows.nodes).toMatchObject([
    { number: 4, outcome: 'NEW', name: 'Hans van der Ooievaar' },
    { number: 5, outcome: 'NEW' },
    { number: 6, outcome: 'NEW' },
    { number: 7, outcome: 'BAD', problems: [{ column: 'Netwerk', code: 'UNKNOWN_NETWORK' }] },
    { number: 8, outcome: 'BAD', problems: [{ column: 'Lid sinds', code: 'NOT_A_DAY' }] },
  ]);
  await lists.decide(
    id,
    [7, 8].map((number) => ({ number, decision: 'LEAVE_OUT' })),
  );
  await lists.applied(id);
  const { rows } = await service.owner.query(
    `select d.display_name as name, r.oudernetwerk_id as network, lower(r.period)::text as from
     from memberships r join person_details d on d.person_id = r.person_id
     where d.family_name like 'Ooievaar%' order by 1, 3, 2`,
  );
  expect(rows).toEqual([
    ...[network, other]
      .sort()
      .map((each) => ({ name: 'Hans van der Ooievaar', network: each, from: '2024-09-01' })),
    { name: 'Ineke Ooievaars', network, from: '2026-11-25' },
  ]);
  expect(await lists.undone(id)).toMatchObject({ state: 'UNDONE', kept: [] });
  const { rows: left } = await service.owner.query(
    `select from person_details where family_name like 'Ooievaar%'`,
  );
  expect(left).toEqual([]);
});
