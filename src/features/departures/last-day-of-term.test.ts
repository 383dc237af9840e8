import { nodeId } from '../../kernel/node-id.js';
import { expectStoredIsFresh, renewAll } from '../../testing/stored-is-fresh.js';
import { startTestService } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';
import { DepartureScene } from './testing/departure-scene.js';

let scene: DepartureScene;

beforeAll(async () => {
  scene = await DepartureScene.begin(await startTestService());
});
afterAll(() => scene.service.close());

const APPOINTED = `{ appointment { id } errors { code path } }`;
const APPOINT = `mutation($input: SeatAppointInput!) { done: seatAppoint(input: $input) ${APPOINTED} }`;
const REAPPOINT = `mutation($input: SeatReappointInput!) { done: seatReappoint(input: $input) ${APPOINTED} }`;
const SEEN = `query($id: ID!, $person: ID!, $kind: DepartureKind!) {
  departureImpact(personId: $person, on: "2026-11-25", kind: $kind) { ends { seatAppointments { id } } }
  node(id: $id) { ... on AdvisorySeat { status
    appointments { nodes { period { from until } endReason } } } } }`;

const SUGGESTED =
  '{ worklist(first: 100) { nodes { subject { id } reasons { suggestedAction { code } } } } }';

async function suggested(seat: string): Promise<string[]> {
  const { nodes } = (await scene.ask(SUGGESTED, {})).worklist;
  const item = nodes.find(({ subject }: { subject: { id: string } }) => subject.id === seat);
  return item.reasons.map((each: { suggestedAction: { code: string } }) => each.suggestedAction.code);
}

describe.each([
  ['STOPS_EVERYTHING', 'PERSONAL'],
  ['DECEASED', 'DECEASED'],
])('on the last day of a term, in a body whose terms end by themselves, %s', (kind, endReason) => {
  test.each(['to go', 'to go on in another term'])('somebody who was %s leaves', async (was) => {
    const personId = await scene.make.person(scene.region);
    const body = await scene.seats.body(scene.region, { carryOver: false });
    const seat = nodeId('AdvisorySeat', await scene.seats.seat(body, '2020-01-01'));
    const person = nodeId('Person', personId);
    const input = { seatId: seat, personId: person, from: '2022-11-26' };
    const { id } = (await scene.ask(APPOINT, { input })).done.appointment;
    const again = async () => (await scene.ask(REAPPOINT, { input: { id } })).done.errors;
    const terms = [id];
    if (was !== 'to go') terms.push((await scene.ask(REAPPOINT, { input: { id } })).done.appointment.id);
    await renewAll(scene.service);
    const seen = () => scene.ask(SEEN, { id: seat, person, kind });
    const before = await seen();
    const ends = before.departureImpact.ends.seatAppointments.map((each: { id: string }) => each.id);
    expect(new Set(ends)).toEqual(new Set(terms));

    expect((await scene.depart(personId, { kind, on: '2026-11-25' })).errors).toEqual([]);
    const { node } = await seen();
    expect(node).toMatchObject({
      status: 'ENDS_SOON',
      appointments: { nodes: [{ period: { until: '2026-11-25' }, endReason }] },
    });
    expect(await suggested(seat)).toEqual(['FILL_SEAT']);
    expect(await unchanged(scene.service.owner, again)).toMatchObject([{ code: 'LEFT_SEAT' }]);
    await expectStoredIsFresh(scene.service);

    expect((await scene.takeBack(personId)).errors).toEqual([]);
    expect((await seen()).node).toEqual(before.node);
  });
});
