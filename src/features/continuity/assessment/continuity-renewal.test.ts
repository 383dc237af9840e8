import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { type Made, madeNetwork, type Wanted } from './testing/judged-network.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';

let service: TestService;
let make: Makers;
let regionId: string;
let elsewhere: string;
let organisationId: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  regionId = await make.region('JZ06');
  elsewhere = await make.region('JZ22');
  await make.account('coordinator', { role: 'COORDINATOR', regionId });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
  organisationId = nodeId('Organisation', await make.organisation(regionId));
});
afterAll(() => service.close());

async function done(as: string, mutation: string, input: object): Promise<void> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask(
    as,
    `mutation($input: ${type}!) { ${mutation}(input: $input) { errors { code message } } }`,
    { input },
  );
  expect([errors, data?.[mutation].errors]).toEqual([undefined, []]);
}

/** `AT_RISK 2027-07-31: NO_SUCCESSOR ENDS_SOON` */
async function stored(id: string, as = 'coordinator'): Promise<string> {
  const { data, errors } = await service.ask(
    as,
    'query($id: ID!) { oudernetwerk(id: $id) { continuity { band securedUntil findings { code } } } }',
    { id },
  );
  expect(errors).toBeUndefined();
  const { band, securedUntil, findings } = data.oudernetwerk.continuity;
  const codes = findings.map(({ code }: { code: string }) => code);
  return `${band} ${securedUntil}: ${codes.join(' ')}`.trim();
}

const STABLE = 'STABLE 2029-08-31:';
const ALONE = ['[2025-09-01,)'];
const STOPS = ['[2025-09-01,2027-02-01)'];
const SINGLE = 'ATTENTION 2028-08-31: SINGLE_TREKKER';
const FORGOTTEN = 'ATTENTION 2029-08-31:';
const period = { from: '2026-01-01' };

interface Case {
  readonly wanted?: Partial<Wanted>;
  readonly was: string;
  readonly does: string;
  readonly input: (made: Made['public']) => object;
  readonly is: string;
}

const CASES: Record<string, Case> = {
  'a trekker stopped': {
    was: STABLE,
    does: 'trekkerschapEnd',
    input: ({ trekkerschappen: [, id] }) => ({ id, on: '2026-11-20', reason: 'MOVED' }),
    is: SINGLE,
  },
  'a trekker says when they stop': {
    was: STABLE,
    does: 'trekkerschapPlanEnd',
    input: ({ trekkerschappen: [, id] }) => ({ id, plannedEnd: { on: '2028-09-10', reason: 'PERSONAL' } }),
    is: 'ATTENTION 2028-09-10: ALL_LEAVE_TOGETHER',
  },
  'a second trekker starts': {
    wanted: { led: ALONE },
    was: SINGLE,
    does: 'trekkerschapStart',
    input: ({ id, other }) => ({ oudernetwerkId: id, personId: other, role: 'CO_TREKKER' }),
    is: 'STABLE 2029-11-24:',
  },
  'a trekker hands over': {
    was: STABLE,
    does: 'trekkerschapHandOver',
    input: ({ trekkerschappen: [, id], other }) => ({ id, toPersonId: other, on: '2026-11-24' }),
    is: 'STABLE 2029-11-24:',
  },
  'who was to follow does not': {
    wanted: { led: [...STOPS, '[2027-02-01,)'] },
    was: 'ATTENTION 2030-01-31: SINGLE_TREKKER',
    does: 'trekkerschapAnnul',
    input: ({ trekkerschappen: [, id] }) => ({ id, reason: 'Vergissing' }),
    is: 'AT_RISK 2027-01-31: ENDS_SOON NO_SUCCESSOR SINGLE_TREKKER',
  },
  'who was to stop goes on': {
    wanted: { led: STOPS },
    was: 'AT_RISK 2027-01-31: ENDS_SOON NO_SUCCESSOR SINGLE_TREKKER',
    does: 'trekkerschapContinue',
    input: ({ trekkerschappen: [id] }) => ({ id }),
    is: SINGLE,
  },
  'a child turns out to leave next summer': {
    wanted: { led: ALONE },
    was: SINGLE,
    does: 'schoolTieRecord',
    input: ({ people: [personId] }) => ({ personId, stage: 'BO', yearLevel: 8, schoolYear: '2026-2027' }),
    is: 'AT_RISK 2027-07-31: NO_SUCCESSOR ENDS_SOON SINGLE_TREKKER',
  },
  'a tie is confirmed': {
    wanted: { led: ALONE, tieConfirmedOn: '2025-09-01' },
    was: 'ATTENTION 2028-07-31: SINGLE_TREKKER TIE_UNCONFIRMED',
    does: 'schoolTieConfirm',
    input: ({ ties: [id] }) => ({ id }),
    is: 'ATTENTION 2028-07-31: SINGLE_TREKKER',
  },
  'a tie is confirmed with another day': {
    wanted: { led: ALONE, tieConfirmedOn: '2026-09-01' },
    was: 'ATTENTION 2028-07-31: SINGLE_TREKKER',
    does: 'schoolTieConfirm',
    input: ({ ties: [id] }) => ({ id, statedExit: '2027-12-31' }),
    is: 'ATTENTION 2027-12-31: SINGLE_TREKKER',
  },
  'a tie was not so': {
    wanted: { led: ALONE, tieConfirmedOn: '2025-09-01' },
    was: 'ATTENTION 2028-07-31: SINGLE_TREKKER TIE_UNCONFIRMED',
    does: 'schoolTieClose',
    input: ({ ties: [id] }) => ({ id }),
    is: SINGLE,
  },
  'an organisation supports it': {
    wanted: { support: [] },
    was: `${FORGOTTEN} NO_SUPPORT`,
    does: 'supportStart',
    input: ({ id }) => ({ oudernetwerkId: id, organisationId, hoursPerMonth: 4, period }),
    is: STABLE,
  },
  'support is to end': {
    was: STABLE,
    does: 'supportEnd',
    input: ({ support: [id] }) => ({ id, on: '2026-12-31' }),
    is: `${FORGOTTEN} SUPPORT_ENDING`,
  },
  'they came together': {
    wanted: { activities: ['2026-07-28'] },
    was: `${FORGOTTEN} INACTIVE`,
    does: 'activityRecord',
    input: ({ id }) => ({ oudernetwerkId: id, kind: 'MEETING', on: '2026-11-01', title: 'Samen' }),
    is: STABLE,
  },
  'they came together, but long ago': {
    was: STABLE,
    does: 'activityCorrect',
    input: ({ activities: [id] }) => ({ id, patch: { on: '2026-07-28' } }),
    is: `${FORGOTTEN} INACTIVE`,
  },
  'they did not come together': {
    wanted: { activities: ['2026-07-28', '2026-11-20'] },
    was: STABLE,
    does: 'activityRemove',
    input: ({ activities: [, id] }) => ({ id }),
    is: `${FORGOTTEN} INACTIVE`,
  },
  'the contact person takes part again': {
    wanted: { contact: 'former member' },
    was: `${FORGOTTEN} UNREACHABLE`,
    does: 'membershipStart',
    input: ({ id, other }) => ({ oudernetwerkId: id, personId: other }),
    is: STABLE,
  },
  'the contact person leaves': {
    wanted: { contact: 'member' },
    was: STABLE,
    does: 'membershipEnd',
    input: ({ membership: id }) => ({ id, on: '2026-11-24' }),
    is: `${FORGOTTEN} UNREACHABLE`,
  },
  'the contact person has no telephone any more': {
    was: STABLE,
    does: 'personUpdate',
    input: ({ people: [id] }) => ({ id, expectedVersion: 1, patch: { contact: null } }),
    is: `${FORGOTTEN} UNREACHABLE`,
  },
  'another contact person': {
    wanted: { contact: 'former member' },
    was: `${FORGOTTEN} UNREACHABLE`,
    does: 'oudernetwerkUpdate',
    input: ({ id, people: [contactPersonId] }) => ({ id, expectedVersion: 1, patch: { contactPersonId } }),
    is: STABLE,
  },
  'other sectors': {
    wanted: { led: ALONE, tieConfirmedOn: '2025-09-01' },
    was: 'ATTENTION 2028-07-31: SINGLE_TREKKER TIE_UNCONFIRMED',
    does: 'oudernetwerkUpdate',
    input: ({ id }) => ({ id, expectedVersion: 1, patch: { sectors: ['VO'] } }),
    is: SINGLE,
  },
  'it begins': {
    wanted: { forming: true, led: [], contact: 'none' },
    was: 'ATTENTION null: NO_TREKKER',
    does: 'oudernetwerkActivate',
    input: ({ id }) => ({ id, expectedVersion: 1 }),
    is: 'CRITICAL null: NO_TREKKER NO_SUCCESSOR',
  },
  'it pauses': {
    wanted: { activities: ['2026-01-01'] },
    was: `${FORGOTTEN} INACTIVE`,
    does: 'oudernetwerkPause',
    input: ({ id }) => ({ id, expectedVersion: 1 }),
    is: STABLE,
  },
  'it ends': {
    wanted: { support: [] },
    was: `${FORGOTTEN} NO_SUPPORT`,
    does: 'oudernetwerkEnd',
    input: ({ id }) => ({ id, expectedVersion: 1, reason: 'Klaar' }),
    is: 'UNKNOWN null:',
  },
};

test.each(Object.entries(CASES))('%s: it is judged at once', async (_, { wanted, was, does, input, is }) => {
  const made = await madeNetwork(service, { regionId, ...wanted });
  await renewAll(service);
  expect(await stored(made.public.id)).toBe(was);
  await done('coordinator', does, input(made.public));
  expect(await stored(made.public.id)).toBe(is);
  await expectStoredIsFresh(service);
});

test('a parent who takes on too much in one region affects the assessment of every network they lead, also elsewhere', async () => {
  const there = await madeNetwork(service, { regionId: elsewhere });
  const [person] = there.people;
  for (let n = 0; n < 2; n++) {
    await make.trekkerschap(await make.network(regionId), person!, '[2026-01-01,)');
  }
  await renewAll(service);
  expect(await stored(there.public.id, 'neighbour')).toBe(STABLE);
  const fourth = await madeNetwork(service, { regionId });
  await renewAll(service);
  await done('coordinator', 'trekkerschapStart', {
    oudernetwerkId: fourth.public.id,
    personId: there.public.people[0],
    role: 'CO_TREKKER',
  });
  expect(await stored(there.public.id, 'neighbour')).toBe(`${FORGOTTEN} OVERLOADED`);
  await expectStoredIsFresh(service);
});

test('what is refused leaves what was judged as it is', async () => {
  const made = await madeNetwork(service, { regionId, support: [] });
  await renewAll(service);
  const kept = async () =>
    (
      await service.owner.query(
        'select * from continuities c join continuity_findings f using (oudernetwerk_id)',
      )
    ).rows;
  const before = await kept();
  service.travelTo('2026-11-25T11:00:00Z');
  const { data } = await service.ask(
    'coordinator',
    'mutation($input: OudernetwerkActivateInput!) { oudernetwerkActivate(input: $input) { errors { code } } }',
    { input: { id: made.public.id } },
  );
  expect(data.oudernetwerkActivate.errors).toEqual([{ code: 'NETWORK_NOT_FORMING' }]);
  expect(await kept()).toEqual(before);
  await expectStoredIsFresh(service);
});
