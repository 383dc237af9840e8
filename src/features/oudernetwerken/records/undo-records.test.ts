import { nodeId } from '../../../kernel/node-id.js';
import { attemptOf } from '../../../testing/access/mutations/mutation-world.js';
import { Makers } from '../../../testing/makers/makers.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';

const SHOWN = `query($id: ID!) { oudernetwerk(id: $id) { caretakerships { nodes { id standby organisation { id }
  period { from until } } } } }`;
/** Those of before too, which the network does not list. */
const ROWS = `select id, lower(period)::text as "from", (upper(period) - 1)::text as until`;
const reason = 'Verkeerd ingevuld';

let service: TestService;
let make: Makers;
let region: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
});
afterAll(() => service.close());

async function refusals(mutation: string, input: object): Promise<string[]> {
  const { data, errors } = await service.ask('coordinator', attemptOf(mutation), { input });
  expect(errors).toBeUndefined();
  return data.done.errors.map(
    ({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`,
  );
}
const refused = (mutation: string, input: object) =>
  unchanged(service.owner, () => refusals(mutation, input));
async function done(mutation: string, input: object): Promise<void> {
  expect([mutation, await refusals(mutation, input)]).toEqual([mutation, []]);
}

async function shown(network: string) {
  const { data, errors } = await service.ask('coordinator', SHOWN, { id: nodeId('Oudernetwerk', network) });
  expect(errors).toBeUndefined();
  const rows = async (type: string, table: string, who: string) => {
    const found = await service.owner.query(
      `${ROWS}, ${who} from ${table} where oudernetwerk_id = $1 order by period`,
      [network],
    );
    return found.rows.map((row) => ({ ...row, id: nodeId(type, row.id) }));
  };
  return {
    cared: data.oudernetwerk.caretakerships.nodes,
    supported: await rows('SupportArrangement', 'support_arrangements', 'organisation_id, hours_per_month'),
    members: await rows('Membership', 'memberships', 'person_id'),
  };
}

test('the wrong member: another, on the same days, and the first is not there', async () => {
  const network = await make.network(region, { activeFrom: '2026-01-01' });
  const [wrong, right] = [await make.person(region), await make.person(region)];
  const id = nodeId('Membership', await make.membership(network, wrong, '[2025-01-01,2026-07-01)'));
  await done('membershipCorrect', { id, reason, patch: { personId: nodeId('Person', right) } });
  const { members } = await shown(network);
  expect(members).toMatchObject([{ person_id: right, from: '2025-01-01', until: '2026-06-30' }]);
  const { data } = await service.ask('coordinator', 'query ($id: ID!) { node(id: $id) { id } }', { id });
  expect(data.node).toEqual({ id: members[0]!.id });
  await done('membershipAnnul', { id: members[0]!.id, reason });
  expect((await shown(network)).members).toEqual([]);
});

test('the wrong supporter is the standby caretaker no more: who that is is decided anew', async () => {
  const network = await make.network(region, { activeFrom: '2026-01-01', ledBy: await make.person(region) });
  const [wrong, right] = [await make.organisation(region), await make.organisation(region)];
  await renewAll(service);
  const id = nodeId('Oudernetwerk', network);
  const supports = { oudernetwerkId: id, period: { from: '2026-02-01' } };
  await done('supportStart', { ...supports, organisationId: nodeId('Organisation', wrong) });
  const { rows } = await service.owner.query('select id from trekkerschappen where oudernetwerk_id = $1', [
    network,
  ]);
  const tenure = nodeId('Trekkerschap', rows[0].id);
  await done('trekkerschapEnd', { id: tenure, on: '2026-10-31', reason: 'PERSONAL' });
  const before = await shown(network);
  expect(before.cared).toMatchObject([{ organisation: { id: nodeId('Organisation', wrong) } }]);

  const { id: support } = before.supported[0]!;
  const organisationId = nodeId('Organisation', right);
  await done('supportCorrect', { id: support, reason, patch: { organisationId, hoursPerMonth: 8 } });
  const after = await shown(network);
  expect(after.supported).toMatchObject([{ hours_per_month: '8.0', organisation_id: right }]);
  expect(after.cared).toMatchObject([
    { standby: true, organisation: { id: organisationId }, period: { from: '2026-11-01', until: null } },
  ]);

  await done('supportAnnul', { id: after.supported[0]!.id, reason });
  const { cared } = await shown(network);
  expect(cared).toHaveLength(1);
  expect(cared[0].organisation.id).not.toBe(organisationId);
  await expectStoredIsFresh(service);
});

test('a caretaker who never was leaves one standby, the one of before', async () => {
  const network = await make.network(region, { activeFrom: '2026-01-01' });
  const [standby] = (await shown(network)).cared;
  const organisationId = nodeId('Organisation', await make.organisation(region));
  const oudernetwerkId = nodeId('Oudernetwerk', network);
  await done('caretakershipStart', {
    oudernetwerkId,
    organisationId,
    period: { from: '2026-03-01', until: '2026-05-31' },
  });
  const appointed = (await shown(network)).cared.find((each: { standby: boolean }) => !each.standby);
  await done('caretakershipCorrect', { id: appointed.id, reason, patch: { until: '2026-04-30' } });
  const { cared } = await shown(network);
  expect(cared.map(({ period }: { period: object }) => period)).toContainEqual({
    from: '2026-05-01',
    until: null,
  });
  const corrected = cared.find((each: { standby: boolean }) => !each.standby);
  await done('caretakershipAnnul', { id: corrected.id, reason });
  expect((await shown(network)).cared).toEqual([standby]);
  expect(await refused('caretakershipAnnul', { id: standby.id, reason })).toEqual(['STANDBY input.id']);
});

test('what is corrected keeps the rules of a new one', async () => {
  const network = await make.network(region);
  const person = await make.person(region);
  const id = nodeId('Membership', await make.membership(network, person, '[2026-03-01,2026-04-01)'));
  await make.membership(network, person, '[2026-06-01,)');
  const correct = (patch: object) => refused('membershipCorrect', { id, reason, patch });
  expect(await correct({ until: '2026-06-01' })).toEqual(['PERIOD_TAKEN input.patch']);
  expect(await correct({ until: '2026-02-01' })).toEqual(['ENDS_BEFORE_START input.patch.until']);
  expect(await correct({ from: '1989-12-31' })).toEqual(['DATE_OUT_OF_RANGE input.patch.from']);
  expect(await correct({ from: '2026-03-01' })).toEqual([]);
});
