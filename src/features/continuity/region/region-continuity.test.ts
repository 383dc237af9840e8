import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';

let service: TestService;
let make: Makers;
let regions: { here: string; below: string; elsewhere: string; country: string };

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  const here = await make.region('JZ06');
  const { rows } = await service.owner.query<{ id: string }>(
    `insert into regions (id, code, name, kind, parent_id)
     values (gen_random_uuid(), 'W1', 'Werkregio', 'WERKREGIO', $1) returning id`,
    [here],
  );
  regions = {
    here,
    below: rows[0]!.id,
    elsewhere: await make.region('JZ22'),
    country: await make.region('NL'),
  };
  await make.account('coordinator', { role: 'COORDINATOR', regionId: here });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: regions.elsewhere });
  await make.account('admin', { role: 'ADMIN' });
  await make.account('secretary', { role: 'SECRETARY', regionId: here });
});
afterEach(async () => {
  await service.owner.query('delete from continuities; delete from trekkerschappen; delete from memberships');
  await service.owner.query('delete from oudernetwerken');
});
afterAll(() => service.close());

const CONTINUITY = `query($id: ID!) { region(id: $id) {
  continuity { total stable attention atRisk critical unknown } } }`;

async function continuity(region: keyof typeof regions, subject = 'coordinator') {
  const { data, errors } = await service.ask(subject, CONTINUITY, {
    id: nodeId('Region', regions[region]),
  });
  expect(errors).toBeUndefined();
  return data.region.continuity;
}

const none = { total: 0, stable: 0, attention: 0, atRisk: 0, critical: 0, unknown: 0 };

async function judged(region: keyof typeof regions, band: string): Promise<string> {
  const network = await make.network(regions[region]);
  await service.owner.query(
    `insert into continuities (oudernetwerk_id, region_id, band, severity, rule_version, computed_at, assessed_on)
     values ($1, $2, $3, 1, 1, '2026-11-25', '2026-11-25')`,
    [network, regions[region], band],
  );
  return network;
}

test('without any network nothing is counted', async () => {
  expect(await continuity('here')).toEqual(none);
});

test('per band, with those below, as far as the viewer sees them', async () => {
  for (const band of ['STABLE', 'STABLE', 'ATTENTION', 'CRITICAL']) await judged('here', band);
  const atRisk = await judged('below', 'AT_RISK');
  await judged('elsewhere', 'AT_RISK');
  const here = { total: 5, stable: 2, attention: 1, atRisk: 1, critical: 1, unknown: 0 };
  expect(await continuity('here')).toEqual(here);
  expect(await continuity('below')).toEqual({ ...none, total: 1, atRisk: 1 });
  expect(await continuity('country')).toEqual(here);
  expect(await continuity('country', 'admin')).toEqual({ ...here, total: 6, atRisk: 2 });
  expect(await continuity('here', 'neighbour')).toEqual(none);
  // sees the networks, but not how they are doing
  expect(await continuity('here', 'secretary')).toEqual({ ...none, total: 5, unknown: 5 });

  const member = await make.person(regions.here);
  await make.membership(atRisk, member);
  await make.account('member', { personId: member });
  expect(await continuity('here', 'member')).toEqual({ ...none, total: 1, unknown: 1 });
  const trekker = await make.person(regions.here);
  await make.trekkerschap(atRisk, trekker, '[2026-01-01,)');
  await make.account('trekker', { personId: trekker });
  expect(await continuity('here', 'trekker')).toEqual({ ...none, total: 1, atRisk: 1 });
});

test('networks that have ended are not counted', async () => {
  const network = await judged('here', 'STABLE');
  await service.owner.query(
    `update oudernetwerken set ended_on = '2026-11-01', end_reason = 'Klaar' where id = $1`,
    [network],
  );
  expect(await continuity('here')).toEqual(none);
});
