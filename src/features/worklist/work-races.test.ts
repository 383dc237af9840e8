import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../../testing/makers/makers.js';
import { ProfileMakers } from '../../testing/makers/profile-makers.js';
import { SeatMakers } from '../../testing/makers/seat-makers.js';
import { times } from '../../testing/effort.js';
import { startTestService, type TestService } from '../../testing/test-service.js';
import { expectStoredIsFresh, renewAll } from '../../testing/stored-is-fresh.js';
import { done } from './testing/work.js';
import { CONSENT_TEXTS } from '../ervaringsdeskundigen/consent/consent-text.js';

const ROUNDS = times('races');

let service: TestService;
let make: Makers;
let seats: SeatMakers;
let region: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  seats = new SeatMakers(service.owner);
  region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('colleague', { role: 'COORDINATOR', regionId: region });
});
afterAll(() => service.close());

type Write = readonly [mutation: string, input: object];

/** Both at once, again and again, each time on new records: what is stored equals a fresh assessment. */
async function race(round: () => Promise<readonly [Write, Write]>): Promise<void> {
  const rounds = [];
  for (let n = 0; n < ROUNDS; n++) rounds.push(await round());
  await renewAll(service);
  for (const [one, other] of rounds) {
    await Promise.all([done(service, 'coordinator', ...one), done(service, 'colleague', ...other)]);
  }
  await expectStoredIsFresh(service);
}

async function overloaded(): Promise<number> {
  const { rows } = await service.owner.query<{ count: number }>(
    `select count(*)::int as count from continuity_findings where code = 'OVERLOADED'`,
  );
  return rows[0]!.count;
}

test('a seat and a network for one person, after which they carry too much', async () => {
  await race(async () => {
    const person = await make.person(region);
    await make.network(region, { activeFrom: '2026-01-01', ledBy: person });
    await seats.appointment(await seats.seat(await seats.body(region)), person);
    const network = await make.network(region, { activeFrom: '2026-01-01' });
    const seat = await seats.seat(await seats.body(region));
    const personId = nodeId('Person', person);
    return [
      ['seatAppoint', { seatId: nodeId('AdvisorySeat', seat), personId }],
      ['trekkerschapStart', { oudernetwerkId: nodeId('Oudernetwerk', network), personId, role: 'TREKKER' }],
    ];
  });
  expect(await overloaded()).toBe(2 * ROUNDS);
});

test('two seats for somebody who leads two networks', async () => {
  const before = await overloaded();
  await race(async () => {
    const person = await make.person(region);
    for (let n = 0; n < 2; n++) await make.network(region, { activeFrom: '2026-01-01', ledBy: person });
    const personId = nodeId('Person', person);
    const seat = async () => nodeId('AdvisorySeat', await seats.seat(await seats.body(region)));
    return [
      ['seatAppoint', { seatId: await seat(), personId }],
      ['seatAppoint', { seatId: await seat(), personId }],
    ];
  });
  expect(await overloaded()).toBe(before + 2 * ROUNDS);
});

test('a new seat, and other rules for its body', async () => {
  await race(async () => {
    const id = nodeId('AdvisoryBody', await seats.body(region));
    return [
      ['advisorySeatCreate', { bodyId: id, title: 'Zetel', openedOn: '2026-10-01' }],
      ['advisoryBodyUpdate', { id, patch: { rules: { vacancyDays: 10 } } }],
    ];
  });
  const { rows } = await service.owner.query<{ count: number }>(
    `select count(*)::int as count from work_items w join advisory_bodies b on b.id = w.body_id
     where b.vacancy_days = 10 and w.severity <> 6`,
  );
  expect(rows[0]!.count).toBe(0);
});

test('two trainings of one ervaringsdeskundige, and a consent beside a training', async () => {
  const profiles = new ProfileMakers(service.owner);
  const training = (ervaringsdeskundigeId: string, title: string): Write => [
    'trainingRecord',
    { ervaringsdeskundigeId, title, issuer: 'Demo', completedOn: '2024-01-01', validUntil: '2026-12-31' },
  ];
  const made = async () => nodeId('Ervaringsdeskundige', await profiles.profile(await make.person(region)));
  await race(async () => {
    const id = await made();
    return [training(id, 'Basistraining'), training(id, 'Verdieping')];
  });
  await race(async () => {
    const id = await made();
    const consent = {
      scopes: ['REGION'],
      until: '2026-12-31',
      textVersion: CONSENT_TEXTS[0].version,
      channel: 'PAPER',
    };
    return [
      training(id, 'Basistraining'),
      ['findableConsentGive', { ervaringsdeskundigeId: id, ...consent }],
    ];
  });
});
