import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { done, refusals, workFor, worklistOf } from '../testing/work.js';

let service: TestService;
let seats: SeatMakers;
let region: string;
let elsewhere: string;

beforeAll(async () => {
  service = await startTestService();
  const make = new Makers(service.owner);
  seats = new SeatMakers(service.owner);
  region = await make.region('JZ06');
  elsewhere = await make.region('JZ22');
  await make.account('admin', { role: 'ADMIN' });
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('secretary', { role: 'SECRETARY', regionId: region });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
});
afterEach(async () => {
  service.travelTo(NOW);
  await renewAll(service);
});
afterAll(() => service.close());

/** What is asked today. */
async function asked(input: object = {}): Promise<string> {
  const asking = {
    subjectId: nodeId('AdvisoryBody', await seats.body(region)),
    regionId: nodeId('Region', elsewhere),
    motivation: 'Samen optrekken',
    ...input,
  };
  await done(service, 'coordinator', 'regionAgreementAsk', asking);
  const { rows } = await service.owner.query<{ id: string }>(
    'select id from region_agreements order by id desc limit 1',
  );
  return nodeId('RegionAgreement', rows[0]!.id);
}

async function passTo(day: string): Promise<void> {
  service.travelTo(`${day}T10:00:00Z`);
  await renewAll(service, `${day}T10:00:00Z`);
  await expectStoredIsFresh(service, day);
}

const work = async (id: string) => [
  await workFor(service, 'coordinator', id),
  await workFor(service, 'neighbour', id),
];

test('what is asked is for the region that decides; the answer for the one that asked; and then its end', async () => {
  const id = await asked({ until: '2027-11-25' });
  expect(await work(id)).toEqual(['none', 'AGREEMENT_ASKED 3 due 2026-12-23']);
  expect(await workFor(service, 'admin', id)).toBe('AGREEMENT_ASKED 3 due 2026-12-23');
  expect(await workFor(service, 'secretary', id)).toBe('none');
  await done(service, 'neighbour', 'regionAgreementDecide', { id, accept: true });
  expect(await work(id)).toEqual(['AGREEMENT_ANSWERED 1 due 2026-12-09', 'none']);
  await expectStoredIsFresh(service);
  await passTo('2026-12-10');
  expect(await work(id)).toEqual(['none', 'none']);
  await passTo('2027-08-25');
  expect(await work(id)).toEqual(['AGREEMENT_ENDS 2 due 2027-11-25', 'none']);
  const [item] = (await worklistOf(service, 'coordinator')).filter((each) => each.subject.id === id);
  expect(item).toMatchObject({
    subject: { __typename: 'RegionAgreement' },
    reasons: [{ suggestedAction: { code: 'RENEW_AGREEMENT', subject: { id } } }],
  });
});

test('asking to go on settles that it ends', async () => {
  const id = await asked({ until: '2026-12-31' });
  await done(service, 'neighbour', 'regionAgreementDecide', { id, accept: true });
  expect(await workFor(service, 'coordinator', id)).toContain('AGREEMENT_ENDS 2');
  const { data } = await service.ask(
    'coordinator',
    'query($id: ID!) { node(id: $id) { ... on RegionAgreement { subject { id } } } }',
    { id },
  );
  const next = await asked({ subjectId: data.node.subject.id, from: '2027-01-01' });
  expect(await workFor(service, 'coordinator', id)).toBe('AGREEMENT_ANSWERED 1 due 2026-12-09');
  expect(await workFor(service, 'neighbour', next)).toBe('AGREEMENT_ASKED 3 due 2026-12-23');
  await expectStoredIsFresh(service);
});

test('is put off by the region whose turn it is, and comes back when it is the other’s', async () => {
  const id = await asked();
  const later = { subjectId: id, until: '2026-12-20', reason: 'Eerst overleg' };
  expect(await refusals(service, 'coordinator', 'workItemSnooze', later)).toEqual(['NOT_FOUND']);
  await done(service, 'neighbour', 'workItemSnooze', later);
  expect(await work(id)).toEqual(['none', 'none']);
  expect(await workFor(service, 'admin', id)).toBe('none');
  await done(service, 'neighbour', 'regionAgreementDecide', { id, accept: false, reason: 'Nu niet' });
  const answered = 'AGREEMENT_ANSWERED 1 due 2026-12-09';
  expect(await work(id)).toEqual([answered, 'none']);
  expect(await workFor(service, 'admin', id)).toBe(answered);
});

test('ends with its body', async () => {
  const id = await asked();
  const { data } = await service.ask(
    'coordinator',
    'query($id: ID!) { node(id: $id) { ... on RegionAgreement { subject { id } } } }',
    { id },
  );
  await done(service, 'coordinator', 'advisoryBodyEnd', { id: data.node.subject.id, on: '2026-11-24' });
  expect(await work(id)).toEqual(['none', 'none']);
  await expectStoredIsFresh(service);
});
