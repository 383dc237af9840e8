import { parseNodeId } from '../../../kernel/node-id.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../../succession/testing/succession-world.js';
import { departureImpact, type Impact, LAST_DAY } from './testing/departure-impact.js';

const NEXT = `query($id: ID!, $on: Date!) { oudernetwerk(id: $id) { continuity(on: $on) { band findings { code severity } }
  trekkers(on: $on) { id } caretaker(on: $on) { id organisation { id } } } }`;

/** Long after the last activity before it. */
const ON_AGENDA = '2027-06-15';
const dayAfter = (on: string) =>
  new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

let service: TestService;
let world: SuccessionWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await SuccessionWorld.begin(service);
});
afterAll(() => service.close());

const impact = (id: string, on?: string) => departureImpact(service, id, on);

async function networkOn(id: string, on: string) {
  const { data, errors } = await service.ask('coordinator', NEXT, { id, on });
  expect(errors).toBeUndefined();
  return data.oudernetwerk;
}

const uuidOf = (id: string) => parseNodeId(id)!.uuid;

type Led = Awaited<ReturnType<SuccessionWorld['ledNetwork']>>;
const withAnother = async (network: Led, from = '2026-03-01') => {
  const personId = await world.person();
  await world.done('trekkerschapStart', {
    oudernetwerkId: network.id,
    personId,
    role: 'CO_TREKKER',
    from,
  });
  return personId;
};
const asContact = async (network: Led, contactPersonId = network.person) => {
  await world.done('personUpdate', { id: contactPersonId, patch: { contact: { phone: '0612345678' } } });
  await world.done('oudernetwerkUpdate', { id: network.id, patch: { contactPersonId } });
};
const support = async ({ uuid: network }: Led, period?: string) =>
  world.make.support(network, await world.make.organisation(world.region), period);

test.each<[string, string, () => Promise<Led>]>([
  ['a sole trekker', LAST_DAY, () => world.ledNetwork()],
  ['who stops today', '2026-11-25', () => world.ledNetwork()],
  ['on 31 July', '2027-07-31', () => world.ledNetwork()],
  ['on a leap day', '2028-02-29', () => world.ledNetwork()],
  ['after the guideline', '2030-05-01', () => world.ledNetwork()],
  [
    'one of two',
    LAST_DAY,
    async () => {
      const network = await world.ledNetwork();
      await withAnother(network);
      await support(network);
      return network;
    },
  ],
  [
    'one of two, and the other starts the day after',
    LAST_DAY,
    async () => {
      const network = await world.ledNetwork();
      await withAnother(network, dayAfter(LAST_DAY));
      return network;
    },
  ],
  [
    'with an organisation that supports it until that day, and one that goes on',
    LAST_DAY,
    async () => {
      const network = await world.ledNetwork();
      await support(network, '[2026-01-01,2027-02-01)');
      await support(network, '[2026-06-01,)');
      return network;
    },
  ],
  [
    'sooner than the end on record',
    LAST_DAY,
    async () => {
      const network = await world.ledNetwork();
      await world.done('trekkerschapEnd', { id: network.tenure, on: '2027-07-31', reason: 'MOVED' });
      await support(network);
      return network;
    },
  ],
  [
    'whom to turn to',
    LAST_DAY,
    async () => {
      const network = await world.ledNetwork();
      await withAnother(network);
      await asContact(network);
      return network;
    },
  ],
  [
    'with somebody else to turn to',
    LAST_DAY,
    async () => {
      const network = await world.ledNetwork();
      await asContact(network, await withAnother(network));
      return network;
    },
  ],
  [
    'with something on the agenda that keeps it active',
    ON_AGENDA,
    async () => {
      const network = await world.ledNetwork();
      await asContact(network, await withAnother(network, '2026-08-01'));
      await support(network);
      await world.make.activity(network.uuid, dayAfter(ON_AGENDA));
      return network;
    },
  ],
  [
    'with two organisations that support it',
    LAST_DAY,
    async () => {
      const network = await world.ledNetwork();
      await support(network, '[2026-06-01,)');
      await support(network, '[2026-02-01,)');
      return network;
    },
  ],
  ['with an open search', LAST_DAY, () => world.sought()],
  [
    'with a candidate',
    LAST_DAY,
    async () => {
      const network = await world.sought();
      await world.candidate(network.id, network.plan, 'EXPLORING');
      return network;
    },
  ],
  [
    'with a successor, and a handover that moves along and is then late',
    LAST_DAY,
    async () => {
      const network = await world.sought('2027-12-31');
      await world.candidate(network.id, network.plan, 'SHADOWING');
      return network;
    },
  ],
  [
    'with a successor and a handover that is done',
    LAST_DAY,
    async () => {
      const network = await world.sought('2027-12-31');
      await world.candidate(network.id, network.plan, 'READY');
      await world.handOver(network.id);
      return network;
    },
  ],
  [
    'with a child that leaves school',
    LAST_DAY,
    async () => {
      const network = await world.ledNetwork();
      await world.make.schoolTie(network.personUuid);
      await world.make.schoolTie(uuidOf(await withAnother(network)), '2025-09-01');
      return network;
    },
  ],
])('%s (%s)', async (_name, on, made) => {
  const network = await made();
  const next = dayAfter(on);
  const was = await networkOn(network.id, next);
  const { networks, ...foretold } = await impact(network.person, on);
  expect([foretold.person.id, foretold.on]).toEqual([network.person, on]);
  expect(networks.map(({ oudernetwerk }) => oudernetwerk.id)).toEqual([network.id]);
  const [{ before, after, coveredBy, findings }] = networks as [Impact['networks'][number]];
  expect(before).toBe(was.continuity.band);

  await world.done('trekkerschapEnd', { id: network.tenure, on, reason: 'MOVED' });
  const is = await networkOn(network.id, next);
  expect(after).toBe(is.continuity.band);
  const worse = is.continuity.findings.filter(
    ({ code, severity }: Impact['networks'][number]['findings'][number]) =>
      severity >
      (was.continuity.findings.find((each: { code: string }) => each.code === code)?.severity ?? 0),
  );
  expect(findings).toEqual(worse);
  const covering = {
    Trekkerschap: is.trekkers[0]?.id,
    Caretakership: is.caretaker?.id,
    Organisation: is.trekkers[0] ? undefined : is.caretaker?.organisation.id,
  }[coveredBy!.__typename];
  expect(coveredBy!.id).toBe(covering);
  // a departure takes effect once
  const again = await impact(network.person, on);
  expect(again.networks.map(({ findings }) => findings)).toEqual(again.networks.map(() => []));
  expect(again.repairs).toEqual([]);
});

test('a future trekkerschap is cancelled', async () => {
  const network = await world.ledNetwork();
  const later = await withAnother(network, '2027-03-01');
  await world.done('trekkerschapPlanEnd', {
    id: network.tenure,
    plannedEnd: { on: '2027-06-30', reason: 'MOVED' },
  });
  const was = await networkOn(network.id, dayAfter(LAST_DAY));
  const [{ before, after, coveredBy, findings }] = (await impact(later)).networks as [
    Impact['networks'][number],
  ];
  const { tenures } = await world.shown(network.id);
  await world.done('trekkerschapAnnul', {
    id: tenures.find(({ person }) => person.id === later)!.id,
    reason: 'Gaat niet door',
  });
  const is = await networkOn(network.id, dayAfter(LAST_DAY));
  expect([before, after]).toEqual([was.continuity.band, is.continuity.band]);
  expect([before, after]).toEqual(['ATTENTION', 'AT_RISK']);
  expect(coveredBy).toEqual({ __typename: 'Trekkerschap', id: network.tenure });
  expect(findings.map(({ code }) => code)).toContain('ENDS_SOON');
});

test('a successor who agreed withdraws', async () => {
  const network = await world.sought();
  const person = await world.person();
  const candidate = await world.candidate(network.id, network.plan, 'AGREED', person);
  const next = dayAfter('2027-02-15');
  const was = await networkOn(network.id, next);
  const { networks, repairs } = await impact(person, '2027-02-15');
  await world.done('trekkerschapPlanEnd', { id: network.tenure, plannedEnd: null });
  await world.done('candidateMove', { id: candidate, stage: 'WITHDRAWN', reason: 'Verhuisd' });
  const is = await networkOn(network.id, next);
  expect(networks).toMatchObject([{ before: was.continuity.band, after: is.continuity.band }]);
  expect(repairs).toEqual([]);
});
