import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { times } from '../../../testing/effort.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';

const ROUNDS = times('races');
const TIE = { stage: 'BO', yearLevel: 8, schoolYear: '2026-2027' };

let service: TestService;
let make: Makers;
let regionId: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  regionId = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId });
  await make.account('colleague', { role: 'COORDINATOR', regionId });
});
afterAll(() => service.close());

type Write = readonly [mutation: string, input: object];

/** Both at once, again and again, each time on new records: what is stored equals a fresh assessment. */
async function race(round: () => Promise<readonly [Write, Write]>): Promise<void> {
  const rounds = [];
  for (let n = 0; n < ROUNDS; n++) rounds.push(await round());
  await renewAll(service);
  for (const [one, other] of rounds) {
    await Promise.all([done('coordinator', ...one), done('colleague', ...other)]);
  }
  await expectStoredIsFresh(service);
}

async function done(as: string, mutation: string, input: object): Promise<void> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask(
    as,
    `mutation($input: ${type}!) { ${mutation}(input: $input) { errors { code message } } }`,
    { input },
  );
  expect([errors, data?.[mutation].errors]).toEqual([undefined, []]);
}

async function led() {
  const person = await make.person(regionId);
  const network = await make.network(regionId, { activeFrom: '2026-01-01', ledBy: person });
  const { rows } = await service.owner.query<{ id: string }>(
    'select id from trekkerschappen where oudernetwerk_id = $1',
    [network],
  );
  return {
    person,
    network,
    personId: nodeId('Person', person),
    oudernetwerkId: nodeId('Oudernetwerk', network),
    trekkerschapId: nodeId('Trekkerschap', rows[0]!.id),
  };
}

test('a school tie of its trekker and the end of its support', async () => {
  await race(async () => {
    const { network, personId } = await led();
    const support = await make.support(network, await make.organisation(regionId));
    return [
      ['schoolTieRecord', { personId, ...TIE }],
      ['supportEnd', { id: nodeId('SupportArrangement', support), on: '2026-12-31' }],
    ];
  });
});

test('a school tie of a person who is just becoming its trekker', async () => {
  await race(async () => {
    const oudernetwerkId = nodeId('Oudernetwerk', await make.network(regionId, { activeFrom: '2026-01-01' }));
    const personId = nodeId('Person', await make.person(regionId));
    return [
      ['schoolTieRecord', { personId, ...TIE }],
      ['trekkerschapStart', { oudernetwerkId, personId, role: 'TREKKER' }],
    ];
  });
});

test('contact details of a person who is just becoming the one to turn to', async () => {
  await race(async () => {
    const { oudernetwerkId } = await led();
    const id = nodeId('Person', await make.person(regionId));
    return [
      ['personUpdate', { id, expectedVersion: 1, patch: { contact: { phone: '0612345678' } } }],
      ['oudernetwerkUpdate', { id: oudernetwerkId, expectedVersion: 1, patch: { contactPersonId: id } }],
    ];
  });
});

test('one person becoming trekker of two networks, after which they carry too much', async () => {
  await race(async () => {
    const { person, personId } = await led();
    await make.network(regionId, { activeFrom: '2026-01-01', ledBy: person });
    const [one, other] = [await led(), await led()];
    return [
      ['trekkerschapStart', { oudernetwerkId: one.oudernetwerkId, personId, role: 'CO_TREKKER' }],
      ['trekkerschapStart', { oudernetwerkId: other.oudernetwerkId, personId, role: 'CO_TREKKER' }],
    ];
  });
});

test('thresholds of the region and a planned end', async () => {
  let months = 11;
  await race(async () => {
    const { trekkerschapId } = await led();
    months = months === 11 ? 9 : 11;
    return [
      ['continuityThresholdsSet', { regionId: nodeId('Region', regionId), endsSoonMonths: months }],
      ['trekkerschapPlanEnd', { id: trekkerschapId, plannedEnd: { on: '2027-09-30', reason: 'PERSONAL' } }],
    ];
  });
});

// they wait for each other, and the one that is refused is retried
test('who hands over to each other in two networks at once', async () => {
  await race(async () => {
    const [one, other] = [await led(), await led()];
    return [
      ['trekkerschapHandOver', { id: one.trekkerschapId, toPersonId: other.personId, on: '2026-11-30' }],
      ['trekkerschapHandOver', { id: other.trekkerschapId, toPersonId: one.personId, on: '2026-11-30' }],
    ];
  });
});
