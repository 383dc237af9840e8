import { nodeId } from '../../../kernel/node-id.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { DepartureScene, type Involved } from '../../departures/testing/departure-scene.js';

let service: TestService;
let scene: DepartureScene;

beforeAll(async () => {
  service = await startTestService();
  scene = await DepartureScene.begin(service);
});
afterAll(() => service.close());

const PARTS = `{ trekkerschappen { id } memberships { id } seatAppointments { id } candidates { id } invitations { id }
  handoverItems { id } contactOf { id } }`;
const PREVIEW = `query($personId: ID!, $on: Date!, $kind: DepartureKind) {
  departureImpact(personId: $personId, on: $on, kind: $kind) { ends ${PARTS} networks { before after } } }`;
const RESULT = `query($id: ID!) { node(id: $id) { ... on Person { departure { ended ${PARTS} notRestored ${PARTS} } } } }`;

const idsOf = (parts: Record<string, { id: string }[]>) =>
  Object.fromEntries(Object.entries(parts).map(([part, rows]) => [part, rows.map(({ id }) => id)]));
async function preview(who: Involved, kind: string, subject = 'coordinator') {
  const asked = { personId: nodeId('Person', who.personId), on: '2026-11-25', kind };
  const { departureImpact } = await scene.ask(PREVIEW, asked, subject);
  return { ends: idsOf(departureImpact.ends), networks: departureImpact.networks };
}
async function result(who: Involved) {
  const { node } = await scene.ask(RESULT, { id: nodeId('Person', who.personId) });
  return { ended: idsOf(node.departure.ended), notRestored: idsOf(node.departure.notRestored) };
}
const nothing = {
  trekkerschappen: [],
  memberships: [],
  seatAppointments: [],
  candidates: [],
  invitations: [],
  handoverItems: [],
  contactOf: [],
};

describe.each(['DECEASED', 'STOPS_EVERYTHING'])('%s', (kind) => {
  test('ends what the preview says, as far as the viewer sees it', async () => {
    const who = await scene.involved();
    const { ends, networks } = await preview(who, kind);
    expect(ends).toEqual({
      ...nothing,
      trekkerschappen: [nodeId('Trekkerschap', who.led)],
      memberships: [nodeId('Membership', who.membership)],
      seatAppointments: [nodeId('SeatAppointment', who.appointment)],
      invitations: [nodeId('SeatInvitation', who.invitation)],
      contactOf: [nodeId('Oudernetwerk', who.network)],
    });
    expect(networks).toHaveLength(1);
    await scene.depart(who.personId, { kind });
    expect(await result(who)).toEqual({ ended: ends, notRestored: nothing });
  });
});

test('elsewhere they see what is theirs, and not for whom an invitation here is', async () => {
  const who = await scene.involved();
  const { ends } = await preview(who, 'DECEASED', 'neighbour');
  expect(ends).toMatchObject({
    trekkerschappen: [nodeId('Trekkerschap', who.ledElsewhere)],
    memberships: [nodeId('Membership', who.toCome)],
    candidates: [nodeId('SuccessorCandidate', who.candidate)],
    handoverItems: [nodeId('HandoverItem', who.item)],
    invitations: [],
    contactOf: [],
  });
});

test('taking it back names what could not be put back', async () => {
  const who = await scene.involved();
  await scene.depart(who.personId);
  const seatId = nodeId('AdvisorySeat', who.seat);
  const personId = nodeId('Person', await scene.make.person(scene.region));
  const appoint = 'mutation($input: SeatAppointInput!) { seatAppoint(input: $input) { errors { code } } }';
  await scene.ask(appoint, { input: { seatId, personId, from: '2026-12-01' } });
  await scene.takeBack(who.personId);
  expect((await result(who)).notRestored).toEqual({
    ...nothing,
    seatAppointments: [nodeId('SeatAppointment', who.appointment)],
  });
});

test.each([
  ['2026-11-26', 'DECEASED'],
  ['2016-11-24', 'STOPS_EVERYTHING'],
])('%s is no day for %s', async (on, kind) => {
  const who = await scene.involved();
  const variables = { personId: nodeId('Person', who.personId), on, kind };
  const { errors } = await service.ask('coordinator', PREVIEW, variables);
  expect(errors[0].extensions).toMatchObject({ reason: 'DAY_OUT_OF_RANGE' });
});
