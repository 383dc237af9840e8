import { Makers } from '../../../testing/makers/makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { madeNetwork } from './testing/judged-network.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';

let service: TestService;
let make: SeatMakers;
let regionId: string;
let elsewhere: string;

beforeAll(async () => {
  service = await startTestService();
  const makers = new Makers(service.owner);
  make = new SeatMakers(service.owner);
  regionId = await makers.region('JZ06');
  elsewhere = await makers.region('JZ22');
  await makers.account('coordinator', { role: 'COORDINATOR', regionId });
});
afterEach(() => service.travelTo(NOW));
afterAll(() => service.close());

async function seated(person: string, ...periods: string[]): Promise<string[]> {
  const appointments: string[] = [];
  for (const period of periods) {
    const seat = await make.seat(await make.body(elsewhere));
    appointments.push(await make.appointment(seat, person, period));
  }
  return appointments;
}

/** The band of a network with the codes of its findings, as stored and as predicted. */
async function judged(id: string, day: string): Promise<[kept: string, foreseen: string]> {
  service.travelTo(`${day}T10:00:00Z`);
  await renewAll(service, `${day}T10:00:00Z`);
  await expectStoredIsFresh(service, day);
  const part = 'band findings { code }';
  const ask = (args: string) =>
    service.ask(
      'coordinator',
      `query($id: ID!) { oudernetwerk(id: $id) { continuity${args} { ${part} } } }`,
      { id },
    );
  const kept = await ask('');
  service.travelTo(NOW);
  const foreseen = await ask(`(on: "${day}")`);
  const write = ({ data }: typeof kept) => {
    const { band, findings } = data.oudernetwerk.continuity;
    return [band, ...findings.map(({ code }: { code: string }) => code)].join(' ');
  };
  return [write(kept), write(foreseen)];
}

test('a seat that begins or ends is a role more or less from that day, whichever region it is in', async () => {
  const { people, public: network } = await madeNetwork(service, { regionId });
  await seated(people[0]!, '[2026-01-01,)', '[2026-01-01,)', '[2026-12-01,2027-03-01)');
  const both = (judgement: string) => [judgement, judgement];
  expect(await judged(network.id, '2026-11-25')).toEqual(both('STABLE'));
  expect(await judged(network.id, '2026-11-30')).toEqual(both('STABLE'));
  expect(await judged(network.id, '2026-12-01')).toEqual(both('ATTENTION OVERLOADED'));
  expect(await judged(network.id, '2027-02-28')).toEqual(both('ATTENTION OVERLOADED'));
  expect(await judged(network.id, '2027-03-01')).toEqual(both('STABLE'));
});

test('a seat that is taken, given up or taken back is judged in every network that they lead', async () => {
  const { people, public: network } = await madeNetwork(service, { regionId });
  const [first] = await seated(people[0]!, '[2026-01-01,)', '[2026-01-01,)', '[2026-01-01,)');
  expect(await judged(network.id, '2026-11-25')).toContain('ATTENTION OVERLOADED');
  await service.owner.query(
    `update seat_appointments set period = '[2026-01-01,2026-11-25)', end_reason = 'PERSONAL' where id = $1`,
    [first],
  );
  expect(await judged(network.id, '2026-11-25')).toContain('STABLE');
  await seated(people[0]!, '[2026-11-25,)');
  expect(await judged(network.id, '2026-11-25')).toContain('ATTENTION OVERLOADED');
  await service.owner.query('delete from seat_appointments where person_id = $1', [people[0]]);
  expect(await judged(network.id, '2026-11-25')).toContain('STABLE');
});
