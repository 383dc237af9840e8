import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';

const END = `mutation($input: TrekkerschapEndInput!) { trekkerschapEnd(input: $input) {
  errors { code path message }
  trekkerschap { period { from until } endReason }
  oudernetwerk { version caretaker(on: "2027-01-01") { standby period { from until } organisation { name } } }
} }`;

let service: TestService;
let make: Makers;
let regionId: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  regionId = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId });
});
afterAll(() => service.close());

async function ledNetwork() {
  const person = await make.person(regionId);
  const network = await make.network(regionId, { activeFrom: '2026-01-01', ledBy: person });
  const { rows } = await service.owner.query('select id from trekkerschappen where oudernetwerk_id = $1', [
    network,
  ]);
  return { person, network, trekkerschap: rows[0].id as string };
}

test('a trekker who stops leaves the network covered from the next day', async () => {
  const { trekkerschap } = await ledNetwork();
  const input = { id: nodeId('Trekkerschap', trekkerschap), on: '2026-12-31', reason: 'PERSONAL' };
  const { data } = await service.ask('coordinator', END, { input });
  expect(data.trekkerschapEnd).toEqual({
    errors: [],
    trekkerschap: { period: { from: '2026-01-01', until: '2026-12-31' }, endReason: 'PERSONAL' },
    oudernetwerk: {
      version: 2,
      caretaker: {
        standby: true,
        period: { from: '2027-01-01', until: null },
        organisation: { name: 'Landelijk steunpunt oudernetwerken' },
      },
    },
  });
});

test('the organisation that supports the network takes care of it first', async () => {
  const { trekkerschap, network } = await ledNetwork();
  const organisation = await make.organisation(regionId);
  await make.support(network, organisation);
  const input = { id: nodeId('Trekkerschap', trekkerschap), on: '2026-12-31', reason: 'PERSONAL' };
  const { data } = await service.ask('coordinator', END, { input });
  expect(data.trekkerschapEnd.oudernetwerk.caretaker.organisation.name).toMatch(/^Organisatie/);
});

test('when the supporter that stands by stops, the standby passes on, and comes back when they stay', async () => {
  const { trekkerschap, network } = await ledNetwork();
  const organisation = await make.organisation(regionId);
  const support = await make.support(network, organisation);
  const input = { id: nodeId('Trekkerschap', trekkerschap), on: '2026-12-31', reason: 'PERSONAL' };
  await service.ask('coordinator', END, { input });
  const supportEnds = async (on: string) => {
    const { data } = await service.ask(
      'coordinator',
      'mutation($input: SupportEndInput!) { supportEnd(input: $input) { errors { code } } }',
      { input: { id: nodeId('SupportArrangement', support), on } },
    );
    expect(data.supportEnd.errors).toEqual([]);
    const { rows } = await service.owner.query(
      `select period::text, organisation_id = $2 as supporter from caretakerships where oudernetwerk_id = $1
       order by period`,
      [network, organisation],
    );
    return rows;
  };
  expect(await supportEnds('2027-03-31')).toEqual([
    { period: '[2027-01-01,2027-04-01)', supporter: true },
    { period: '[2027-04-01,)', supporter: false },
  ]);
  expect(await supportEnds('2027-06-30')).toEqual([
    { period: '[2027-01-01,2027-07-01)', supporter: true },
    { period: '[2027-07-01,)', supporter: false },
  ]);
  expect(await supportEnds('2026-12-31')).toEqual([{ period: '[2027-01-01,)', supporter: false }]);
});

test('the database itself refuses a day without anybody', async () => {
  const { trekkerschap } = await ledNetwork();
  const end = service.owner.query(
    `update trekkerschappen set period = '[2026-01-01,2026-06-01)', end_reason = 'OTHER' where id = $1`,
    [trekkerschap],
  );
  await expect(end).rejects.toMatchObject({ constraint: 'leadership_cover', detail: '2026-06-01' });
});
