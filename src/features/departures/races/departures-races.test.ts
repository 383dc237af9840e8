import { nodeId } from '../../../kernel/node-id.js';
import { times } from '../../../testing/effort.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { DepartureScene } from '../testing/departure-scene.js';

let service: TestService;
let scene: DepartureScene;

beforeAll(async () => {
  service = await startTestService();
  scene = await DepartureScene.begin(service);
});
afterAll(() => service.close());

const START = `mutation($input: TrekkerschapStartInput!) { done: trekkerschapStart(input: $input) { errors { code } } }`;
const APPOINT = `mutation($input: SeatAppointInput!) { done: seatAppoint(input: $input) { errors { code } } }`;

/** Days after their last one on which they still have a part. */
const AFTER = `
  select id from trekkerschappen where person_id = $1 and (upper_inf(period) or upper(period) > '2026-11-26')
  union all select id from seat_appointments where person_id = $1 and (upper_inf(period) or upper(period) > '2026-11-26')`;

test('of somebody who departs while they are given a part, nothing goes on', async () => {
  const outcomes = new Set<string>();
  for (let run = 0; run < times('races'); run++) {
    const personId = await scene.make.person(scene.region);
    const leads = await scene.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
    const oudernetwerkId = nodeId(
      'Oudernetwerk',
      await scene.make.network(scene.region, { activeFrom: '2026-01-01' }),
    );
    const seatId = nodeId('AdvisorySeat', await scene.seats.seat(await scene.seats.body(scene.region)));
    const who = nodeId('Person', personId);
    const [started, appointed, departed] = await Promise.all([
      scene.ask(START, { input: { oudernetwerkId, personId: who, role: 'TREKKER' } }),
      scene.ask(APPOINT, { input: { seatId, personId: who } }),
      scene.depart(personId),
    ]);
    expect(departed.errors).toEqual([]);
    for (const { done } of [started, appointed]) {
      const [error] = done.errors as { code: string }[];
      outcomes.add(error?.code ?? 'DONE');
    }
    expect(await scene.rows(AFTER, personId)).toEqual([]);
    const uncovered = 'select id from oudernetwerken where not isempty(uncovered_days(id)) and id = $1';
    expect(await scene.rows(uncovered, leads)).toEqual([]);
  }
  expect([...outcomes].filter((code) => !['DONE', 'PERSON_DECEASED'].includes(code))).toEqual([]);
});

test('of two who record it, one does', async () => {
  for (let run = 0; run < times('races'); run++) {
    const personId = await scene.make.person(scene.region);
    const answers = await Promise.all([scene.depart(personId), scene.depart(personId)]);
    expect(answers.flatMap(({ errors }) => errors.map(({ code }: { code: string }) => code))).toEqual([
      'ALREADY_DECEASED',
    ]);
    const recorded = 'select count(*)::int as times from departures where person_id = $1';
    expect(await scene.rows(recorded, personId)).toEqual([{ times: 1 }]);
  }
});
