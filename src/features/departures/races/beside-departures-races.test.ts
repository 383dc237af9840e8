import { nodeId } from '../../../kernel/node-id.js';
import { times } from '../../../testing/effort.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { type Json, startTestService, type TestService } from '../../../testing/test-service.js';
import { DepartureScene, type Involved } from '../testing/departure-scene.js';

let service: TestService;
let scene: DepartureScene;

beforeAll(async () => {
  service = await startTestService();
  scene = await DepartureScene.begin(service);
});
afterAll(() => service.close());

/** Somebody who is involved, and what others do at the same time. */
interface Case extends Involved {
  /** a node id */
  readonly other: string;
  readonly organisation: string;
  readonly seatInvitedTo: string;
  readonly plan: string;
  readonly departure: string | null;
}

type Act = readonly [mutation: string, input: (of: Case) => object, subject?: string];

/** The codes of the errors, or what the request as a whole failed with. */
async function tried([mutation, input, subject = 'coordinator']: Act, of: Case): Promise<string> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } } }`;
  const { data, errors } = await service.ask(subject, query, { input: input(of) });
  return (errors ?? data.done.errors).map((e: Json) => e.code ?? e.extensions.code).join();
}

const who = ({ personId }: Involved) => nodeId('Person', personId);
const seat = (id: string) => nodeId('AdvisorySeat', id);
const LEAVES: Readonly<Record<string, Act>> = {
  died: ['personDepart', (of) => ({ id: who(of), kind: 'DECEASED' })],
  stopped: ['personDepart', (of) => ({ id: who(of), kind: 'STOPS_EVERYTHING' })],
  takenBack: ['personDepartTakeBack', ({ departure }) => ({ id: departure })],
};
const BESIDE: Readonly<Record<string, Act>> = {
  handedOver: [
    'trekkerschapHandOver',
    ({ led, other }) => ({ id: nodeId('Trekkerschap', led), toPersonId: other, reason: 'PERSONAL' }),
  ],
  succeeded: [
    'trekkerschapStart',
    ({ network, other }) => ({
      oudernetwerkId: nodeId('Oudernetwerk', network),
      personId: other,
      role: 'TREKKER',
    }),
  ],
  tookTheirSeat: ['seatAppoint', (of) => ({ seatId: seat(of.seat), personId: of.other })],
  tookTheSeatOffered: ['seatAppoint', (of) => ({ seatId: seat(of.seatInvitedTo), personId: of.other })],
  appointed: ['seatAppoint', (of) => ({ seatId: seat(of.seatInvitedTo), personId: who(of) })],
  supported: [
    'supportStart',
    ({ network, organisation }) => ({
      oudernetwerkId: nodeId('Oudernetwerk', network),
      organisationId: organisation,
      period: { from: '2026-11-25' },
    }),
  ],
  stoppedSearching: [
    'successionStop',
    ({ plan }) => ({ id: nodeId('SuccessionPlan', plan), reason: 'Niet meer nodig' }),
    'neighbour',
  ],
  abolished: ['advisorySeatAbolish', (of) => ({ id: seat(of.seatInvitedTo), on: '2026-11-26' })],
};

async function involved(departed: boolean): Promise<Case> {
  const of = await scene.involved();
  const [[plan], [invited]] = await Promise.all([
    scene.rows<{ id: string }>('select plan_id as id from successor_candidates where id = $1', of.candidate),
    scene.rows<{ id: string }>('select seat_id as id from seat_invitations where id = $1', of.invitation),
  ]);
  if (departed) await scene.depart(of.personId);
  return {
    ...of,
    other: nodeId('Person', await scene.make.person(scene.region)),
    organisation: nodeId('Organisation', await scene.make.organisation(scene.region)),
    seatInvitedTo: invited!.id,
    plan: plan!.id,
    departure: departed ? await scene.departureId(of.personId) : null,
  };
}

/** What both were told, and what is on record of all that they touch, by everybody. */
async function outcome(of: Case, told: readonly string[]): Promise<string> {
  const places = [
    of.personId,
    [of.network, of.networkElsewhere],
    [of.seat, of.seatInvitedTo],
    of.plan,
    of.candidate,
  ];
  const found = await scene.rows(
    `select 'leads' as what, jsonb_build_array(person_id = $1, period, end_reason, predecessor_id is not null) as said
       from trekkerschappen where oudernetwerk_id = any ($2)
     union all select 'member', to_jsonb(period) from memberships where person_id = $1
     union all select 'kept', jsonb_build_array(oudernetwerk_id = ($2::uuid[])[1], period, exists (
         select from support_arrangements s where s.organisation_id = c.organisation_id))
       from caretakerships c where oudernetwerk_id = any ($2)
     union all select 'supported', to_jsonb(period) from support_arrangements where oudernetwerk_id = any ($2)
     union all select 'search', jsonb_build_array(status, trekkerschap_id is null) from succession_plans
       where oudernetwerk_id = any ($2) or id = $4
     union all select 'seat', jsonb_build_array(seat_id = ($3::uuid[])[1], person_id = $1, period, end_reason)
       from seat_appointments where seat_id = any ($3)
     union all select 'invited', to_jsonb(status) from seat_invitations where seat_id = any ($3)
     union all select 'candidate', to_jsonb(stage) from successor_candidates where id = $5
     union all select 'contact', to_jsonb(id = ($2::uuid[])[1]) from oudernetwerken where contact_person_id = $1
     union all select 'deceased', to_jsonb(deceased_on) from people where id = $1 order by 1, 2`,
    ...places,
  );
  return JSON.stringify({ told, found });
}

/** Those first in which one undoes what the other looks at. */
const PAIRS: [leaves: string, beside: string][] = [
  ['takenBack', 'tookTheSeatOffered'],
  ['died', 'handedOver'],
  ['takenBack', 'stoppedSearching'],
  ['stopped', 'supported'],
  ['takenBack', 'handedOver'],
  ['takenBack', 'succeeded'],
  ['takenBack', 'tookTheirSeat'],
  ['takenBack', 'supported'],
  ['takenBack', 'abolished'],
  ['died', 'succeeded'],
  ['died', 'tookTheirSeat'],
  ['died', 'tookTheSeatOffered'],
  ['died', 'appointed'],
  ['died', 'supported'],
  ['stopped', 'handedOver'],
  ['stopped', 'stoppedSearching'],
];

test.each(PAIRS.slice(0, times('pairsWithDepartures')))(
  '%s and %s at once are as one after the other',
  async (leaves, beside) => {
    const [first, second] = [LEAVES[leaves]!, BESIDE[beside]!];
    const isTakenBack = leaves === 'takenBack';
    const inTurn = await involved(isTakenBack);
    const forth = await outcome(inTurn, [await tried(first, inTurn), await tried(second, inTurn)]);
    const backwards = await involved(isTakenBack);
    const later = await tried(second, backwards);
    const back = await outcome(backwards, [await tried(first, backwards), later]);
    for (let run = 0; run < Math.ceil(times('races') / 6); run++) {
      const of = await involved(isTakenBack);
      const told = await Promise.all([tried(first, of), tried(second, of)]);
      expect([forth, back]).toContain(await outcome(of, told));
      const uncovered =
        'select id from oudernetwerken where not isempty(uncovered_days(id)) and id = any ($1)';
      expect(await scene.rows(uncovered, [of.network, of.networkElsewhere])).toEqual([]);
    }
    await expectStoredIsFresh(service);
  },
);
