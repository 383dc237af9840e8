import { nodeId } from '../../../kernel/node-id.js';
import { times } from '../../../testing/effort.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import type { Json } from '../../../testing/test-service.js';
import type { DepartureScene, Involved } from './departure-scene.js';

/** And the network that theirs may go up in. */
type Case = Involved & { readonly into: string };
type Act = readonly [mutation: string, input: (who: Case) => object];

const reason = 'Verkeerd ingevuld';
const later = { reason, patch: { from: '2026-02-01' } };
const evenLater = { reason, patch: { from: '2026-03-01' } };
const person = ({ personId }: Case) => nodeId('Person', personId);
const led = (who: Case) => ({ id: nodeId('Trekkerschap', who.led) });
const seat = ({ appointment }: Case) => ({ id: nodeId('SeatAppointment', appointment) });
const member = ({ membership }: Case) => ({ id: nodeId('Membership', membership) });

const ACTS = {
  died: ['personDepart', (who) => ({ id: person(who), kind: 'DECEASED' })],
  stopped: ['personDepart', (who) => ({ id: person(who), kind: 'STOPS_EVERYTHING' })],
  notLed: ['trekkerschapAnnul', (who) => ({ ...led(who), reason })],
  ledLater: ['trekkerschapCorrect', (who) => ({ ...led(who), ...later })],
  ledEvenLater: ['trekkerschapCorrect', (who) => ({ ...led(who), ...evenLater })],
  ledNoMore: ['trekkerschapEnd', (who) => ({ ...led(who), on: '2026-12-31', reason: 'MOVED' })],
  away: ['absenceRecord', (who) => ({ roleId: led(who).id, from: '2026-12-01' })],
  noSeat: ['seatAppointmentAnnul', (who) => ({ ...seat(who), reason })],
  seatLater: ['seatAppointmentCorrect', (who) => ({ ...seat(who), ...later })],
  seatEvenLater: ['seatAppointmentCorrect', (who) => ({ ...seat(who), ...evenLater })],
  awayFromSeat: ['absenceRecord', (who) => ({ roleId: seat(who).id, from: '2026-12-01' })],
  noMember: ['membershipAnnul', (who) => ({ ...member(who), reason })],
  memberLater: ['membershipCorrect', (who) => ({ ...member(who), ...later })],
  memberEvenLater: ['membershipCorrect', (who) => ({ ...member(who), ...evenLater })],
  merged: [
    'oudernetwerkMerge',
    ({ network, into }) => ({
      ids: [nodeId('Oudernetwerk', network)],
      into: nodeId('Oudernetwerk', into),
      reason: 'Samen',
    }),
  ],
  closed: ['oudernetwerkEnd', ({ network }) => ({ id: nodeId('Oudernetwerk', network), reason: 'Klaar' })],
} satisfies Readonly<Record<string, Act>>;
export type ActName = keyof typeof ACTS;

/** Fails unless two who act at once leave, and are told, what they would one after the other: every time. */
export async function expectInTurn(scene: DepartureScene, one: ActName, other: ActName): Promise<void> {
  const [first, second] = [ACTS[one], ACTS[other]];
  const inTurn = await begin(scene);
  const forth = await outcome(scene, inTurn, [
    await tried(scene, first, inTurn),
    await tried(scene, second, inTurn),
  ]);
  const backwards = await begin(scene);
  const told = await tried(scene, second, backwards);
  const back = await outcome(scene, backwards, [await tried(scene, first, backwards), told]);
  for (let run = 0; run < Math.ceil(times('races') / 3); run++) {
    const who = await begin(scene);
    const both = await Promise.all([tried(scene, first, who), tried(scene, second, who)]);
    expect([forth, back]).toContain(await outcome(scene, who, both));
    const uncovered = 'select id from oudernetwerken where not isempty(uncovered_days(id)) and id = any ($1)';
    expect(await scene.rows(uncovered, [who.network, who.into])).toEqual([]);
  }
  await expectStoredIsFresh(scene.service);
}

async function begin(scene: DepartureScene): Promise<Case> {
  const { make, region } = scene;
  const into = await make.network(region, { activeFrom: '2026-01-01', ledBy: await make.person(region) });
  return { into, ...(await scene.involved()) };
}

/** The codes of the errors, or what the request as a whole failed with. */
async function tried({ service }: DepartureScene, [mutation, input]: Act, who: Case): Promise<string> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } } }`;
  const { data, errors } = await service.ask('coordinator', query, { input: input(who) });
  return (errors ?? data.done.errors).map((e: Json) => e.code ?? e.extensions.code).join();
}

/** What both were told, and what is on record of the person and of who keeps their network. */
async function outcome(
  scene: DepartureScene,
  { personId, network, into }: Case,
  told: readonly string[],
): Promise<string> {
  const roles = await scene.rows(
    `select 'leads' as what, period::text, end_reason from trekkerschappen where person_id = $1
     union all select 'member', period::text, null from memberships where person_id = $1
     union all select 'seat', period::text, end_reason from seat_appointments where person_id = $1
     union all select 'away', period::text, (oudernetwerk_id = $2)::text from absences where person_id = $1 order by 1, 2, 3`,
    personId,
    network,
  );
  const kept = await scene.rows(
    `select oudernetwerk_id = $1 as theirs, period::text from caretakerships where oudernetwerk_id in ($1, $2) order by 1, 2`,
    network,
    into,
  );
  const person = await scene.rows('select deceased_on::text from people where id = $1', personId);
  const ended = await scene.rows('select ended_on::text from oudernetwerken where id = $1', network);
  return JSON.stringify({ told, roles, kept, person, ended });
}
