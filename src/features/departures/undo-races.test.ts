import { nodeId } from '../../kernel/node-id.js';
import { times } from '../../testing/effort.js';
import { expectStoredIsFresh } from '../../testing/stored-is-fresh.js';
import { type Json, startTestService, type TestService } from '../../testing/test-service.js';
import { DepartureScene, type Involved } from './testing/departure-scene.js';

let service: TestService;
let scene: DepartureScene;

beforeAll(async () => {
  service = await startTestService();
  scene = await DepartureScene.begin(service);
});
afterAll(() => service.close());

const reason = 'Verkeerd ingevuld';

/** The codes of the errors, or what the request as a whole failed with. */
async function tried(mutation: string, input: object): Promise<string> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } } }`;
  const { data, errors } = await service.ask('coordinator', query, { input });
  return (errors ?? data.done.errors).map((e: Json) => e.code ?? e.extensions.code).join();
}

const ACTS: Readonly<Record<string, (who: Involved) => Promise<string>>> = {
  died: ({ personId }) => tried('personDepart', { id: nodeId('Person', personId), kind: 'DECEASED' }),
  stopped: ({ personId }) =>
    tried('personDepart', { id: nodeId('Person', personId), kind: 'STOPS_EVERYTHING' }),
  notLed: ({ led }) => tried('trekkerschapAnnul', { id: nodeId('Trekkerschap', led), reason }),
  ledLater: ({ led }) =>
    tried('trekkerschapCorrect', {
      id: nodeId('Trekkerschap', led),
      reason,
      patch: { from: '2026-02-01' },
    }),
  noSeat: ({ appointment }) =>
    tried('seatAppointmentAnnul', { id: nodeId('SeatAppointment', appointment), reason }),
  seatLater: ({ appointment }) =>
    tried('seatAppointmentCorrect', {
      id: nodeId('SeatAppointment', appointment),
      reason,
      patch: { from: '2026-02-01' },
    }),
  noMember: ({ membership }) => tried('membershipAnnul', { id: nodeId('Membership', membership), reason }),
  memberLater: ({ membership }) =>
    tried('membershipCorrect', {
      id: nodeId('Membership', membership),
      reason,
      patch: { from: '2026-02-01' },
    }),
};

/** What both were told, and what is on record of the person and of who keeps their network. */
async function outcome({ personId, network }: Involved, told: readonly string[]): Promise<string> {
  const roles = await scene.rows(
    `select 'leads' as what, period::text, end_reason from trekkerschappen where person_id = $1
     union all select 'member', period::text, null from memberships where person_id = $1
     union all select 'seat', period::text, end_reason from seat_appointments where person_id = $1 order by 1, 2`,
    personId,
  );
  const kept = await scene.rows(
    'select period::text from caretakerships where oudernetwerk_id = $1 order by 1',
    network,
  );
  const person = await scene.rows('select deceased_on::text from people where id = $1', personId);
  return JSON.stringify({ told, roles, kept, person });
}

const PAIRS = [
  ['died', 'notLed'],
  ['died', 'ledLater'],
  ['died', 'noSeat'],
  ['stopped', 'seatLater'],
  ['stopped', 'noMember'],
  ['stopped', 'memberLater'],
  ['notLed', 'ledLater'],
  ['noSeat', 'seatLater'],
  ['noMember', 'memberLater'],
  ['stopped', 'died'],
] as const;

test.each(PAIRS)('%s and %s at once come out as one after the other', async (one, other) => {
  const [first, second] = [ACTS[one]!, ACTS[other]!];
  const inTurn = await scene.involved();
  const forth = await outcome(inTurn, [await first(inTurn), await second(inTurn)]);
  const backwards = await scene.involved();
  const later = await second(backwards);
  const back = await outcome(backwards, [await first(backwards), later]);
  for (let run = 0; run < Math.ceil(times('races') / 3); run++) {
    const who = await scene.involved();
    expect([forth, back]).toContain(await outcome(who, await Promise.all([first(who), second(who)])));
    const uncovered = 'select id from oudernetwerken where not isempty(uncovered_days(id)) and id = $1';
    expect(await scene.rows(uncovered, who.network)).toEqual([]);
  }
  await expectStoredIsFresh(service);
});
