import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { departureImpact, LAST_DAY } from './testing/departure-impact.js';

const THE_DAY_AFTER = '2027-02-01';

let service: TestService;
let make: Makers;
let seats: SeatMakers;
let here: string;
let there: string;
let body: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  seats = new SeatMakers(service.owner);
  here = await make.region('JZ06');
  there = await make.region('JZ22');
  body = await seats.body(here);
  await make.account('coordinator', { role: 'COORDINATOR', regionId: here });
});
afterAll(() => service.close());

/** `FILLED` if something has to be done about it, `followed` if nothing has to, by seat in the order of the answer. */
async function left(person: string, subject = 'coordinator'): Promise<string[]> {
  const impact = await departureImpact(service, nodeId('Person', person), LAST_DAY, subject);
  const { repairs } = impact;
  for (const { code, message } of repairs) {
    expect([code, message]).toEqual(['FILL_SEAT', 'Zoek iemand voor de zetel.']);
  }
  const toFill = repairs.map(({ subject: seat }) => seat!.id);
  expect(toFill).toEqual(impact.seats.map(({ id }) => id).filter((id) => toFill.includes(id)));
  return impact.seats.map(({ id }) => (toFill.includes(id) ? `${id} to fill` : id));
}

type Row = readonly [who: 'they' | 'somebody else', period: string];
const until = (day: string) => `[2026-01-01,${day})`;

test.each<[string, readonly Row[], string | null, 'nothing' | 'falls vacant' | 'to fill']>([
  ['is nobody’s', [], null, 'nothing'],
  ['is somebody else’s', [['somebody else', '[2026-01-01,)']], null, 'nothing'],
  ['they hold', [['they', '[2026-01-01,)']], null, 'to fill'],
  ['they held', [['they', until('2026-06-01')]], null, 'nothing'],
  ['they hold until that very day', [['they', until(THE_DAY_AFTER)]], null, 'nothing'],
  ['they hold a day longer', [['they', until('2027-02-02')]], null, 'to fill'],
  ['they are to hold', [['they', '[2027-06-01,)']], null, 'to fill'],
  [
    'they held, and are to hold again',
    [
      ['they', until('2026-06-01')],
      ['they', '[2027-06-01,)'],
    ],
    null,
    'to fill',
  ],
  [
    'somebody else is to hold after them',
    [
      ['they', until('2028-01-01')],
      ['somebody else', '[2028-06-01,)'],
    ],
    null,
    'falls vacant',
  ],
  [
    'they hold on in a next term',
    [
      ['they', until('2028-01-01')],
      ['they', '[2028-01-01,)'],
    ],
    null,
    'to fill',
  ],
  [
    'somebody else held before them',
    [
      ['somebody else', until('2026-06-01')],
      ['they', '[2026-06-01,)'],
    ],
    null,
    'to fill',
  ],
  ['is gone the day after', [['they', '[2026-01-01,)']], THE_DAY_AFTER, 'nothing'],
  ['is gone two days after', [['they', '[2026-01-01,)']], '2027-02-02', 'to fill'],
  ['was gone long before', [['they', until('2026-06-01')]], '2026-06-01', 'nothing'],
  ['is gone before they begin', [['they', '[2027-06-01,)']], '2027-06-01', 'nothing'],
])('a seat that %s', async (_, rows, abolishedOn, expected) => {
  const [they, other] = [await make.person(here), await make.person(here)];
  const seat = await seats.seat(body, '2025-01-01', abolishedOn);
  for (const [who, period] of rows) await seats.appointment(seat, who === 'they' ? they : other, period);
  const id = nodeId('AdvisorySeat', seat);
  const shown = { nothing: [], 'falls vacant': [id], 'to fill': [`${id} to fill`] }[expected];
  expect(await left(they)).toEqual(shown);
});

test('the networks come first, then the seats by body; each as far as the viewer sees it', async () => {
  const person = await make.person(here);
  const elsewhere = await seats.body(there);
  const [one, two] = [await seats.seat(body), await seats.seat(elsewhere)];
  for (const seat of [two, one]) await seats.appointment(seat, person);
  const organisation = await make.organisation(here);
  await make.support(await make.network(here, { activeFrom: '2026-01-01', ledBy: person }), organisation);
  await make.account('admin', { role: 'ADMIN' });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: there });
  await make.account('secretary', { role: 'SECRETARY', regionId: here });
  await make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
  await make.account('themselves', { personId: person });
  const id = nodeId('Person', person);
  const both = [one, two].map((seat) => nodeId('AdvisorySeat', seat));
  for (const [subject, expected, hasNetwork] of [
    ['coordinator', [both[0]], true],
    ['admin', both, true],
    ['secretary', [both[0]], false],
    ['supporter', [], true],
    ['themselves', both, true],
  ] as const) {
    const impact = await departureImpact(service, id, LAST_DAY, subject);
    expect([subject, impact.seats.map((seat) => seat.id)]).toEqual([subject, expected]);
    expect([subject, impact.repairs.map(({ code }) => code)]).toEqual([
      subject,
      [...(hasNetwork ? ['OPEN_SUCCESSION'] : []), ...expected.map(() => 'FILL_SEAT')],
    ]);
    expect([subject, impact.networks.length]).toEqual([subject, hasNetwork ? 1 : 0]);
  }
});
