import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../testing/succession-world.js';

let service: TestService;
let world: SuccessionWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await SuccessionWorld.begin(service);
});
afterEach(() => service.travelTo(NOW));
afterAll(() => service.close());

const MOTIVATED = { motivation: 'De rest loopt mee in januari' };

/** In a led network a person is due to lead from 10 to 30 December only, and another agreed to follow. */
async function shortly() {
  const { id } = await world.ledNetwork();
  const personId = await world.person();
  await world.done('trekkerschapStart', { oudernetwerkId: id, personId, from: '2026-12-10' });
  const { tenures } = await world.shown(id);
  const tenure = tenures.find(({ person }) => person.id === personId)!.id;
  await world.done('trekkerschapEnd', { id: tenure, on: '2026-12-30', reason: 'PERSONAL' });
  const { id: plan } = await world.plan(id);
  await world.candidate(id, plan);
  return { id, tenure, plan };
}

test('a trekker who has yet to begin cannot have stopped today', async () => {
  const { tenure, plan } = await shortly();
  await world.done('trekkerschapContinue', { id: tenure });
  const complete = { id: plan, ...MOTIVATED };
  expect(await world.refused('successionComplete', complete)).toBe('DATE_OUT_OF_RANGE input.on');
  await world.done('successionComplete', { ...complete, on: '2026-12-10' });
});

test('a network may end when a successor began before the one they were to follow', async () => {
  const { id, tenure, plan } = await shortly();
  await world.done('successionComplete', { id: plan, from: '2026-11-25', ...MOTIVATED });
  expect((await world.shown(id)).tenures.map(({ predecessor }) => predecessor?.id)).toContain(tenure);
  await world.done('oudernetwerkEnd', { id, reason: 'Klaar' });
  const { tenures } = await world.shown(id);
  expect(tenures).toMatchObject([
    { predecessor: null, period: { from: '2026-11-25', until: '2026-11-25' } },
    { predecessor: null, period: { from: '2026-01-01', until: '2026-11-25' } },
  ]);
});

test('whoever took over from somebody who never began is sought for still when that one begins after all', async () => {
  const { id, tenure, plan } = await shortly();
  const { person } = (await world.shown(id)).tenures.find((each) => each.id === tenure)!;
  await world.done('successionComplete', { id: plan, from: '2026-11-25', ...MOTIVATED });
  await world.done('personDepart', { id: person.id, kind: 'STOPS_EVERYTHING' });
  const { plans, tenures } = await world.shown(id);
  expect(plans).toMatchObject([{ id: plan }]);
  const next = tenures.find(({ period }) => period.from === '2026-11-25')!;
  await world.done('trekkerschapEnd', { id: next.id, on: '2027-03-31', reason: 'PERSONAL' });
  const search = await world.plan(id);
  expect(search).toMatchObject({ trekkerschap: { id: next.id }, closedOn: null });
  await world.done('personDepartTakeBack', { id: await world.departureOf(person.id) });
  const after = await world.shown(id);
  expect(after.tenures).toContainEqual(expect.objectContaining({ id: next.id, predecessor: { id: tenure } }));
  expect(after.plans.find((each) => each.id === search.id)).toEqual(search);
});

test('whoever was found to follow does so when the network goes on, also where the trekker was corrected meanwhile', async () => {
  const { id, plan, tenure } = await world.sought();
  const person = await world.person();
  await world.candidate(id, plan, 'AGREED', person);
  await world.done('successionComplete', { id: plan, on: '2027-08-31', ...MOTIVATED });
  await world.done('oudernetwerkEnd', { id, on: '2027-07-31', reason: 'Klaar' });
  const patch = { from: '2026-02-01' };
  await world.done('trekkerschapCorrect', { id: tenure, reason: 'Andere dag', patch });
  await world.done('oudernetwerkContinue', { id });
  const { tenures, plans } = await world.shown(id);
  expect(tenures).toMatchObject([
    { person: { id: person }, predecessor: { id: tenures[1]!.id }, period: { from: '2027-09-01' } },
    { period: { from: '2026-02-01', until: '2027-08-31' } },
  ]);
  expect(plans).toMatchObject([{ status: 'COMPLETED', successor: { id: tenures[0]!.id } }]);
});

/** Of a network, without the versions. */
async function shownOf(id: string) {
  return JSON.parse(
    JSON.stringify(await world.shown(id), (key, value: unknown) => (key === 'version' ? 0 : value)),
  );
}

describe.each(['DECEASED', 'STOPS_EVERYTHING'])(
  'who was found departs before they begin, and did not (%s)',
  (kind) => {
    const departsAndDoesNot = async (person: string) => {
      service.travelTo('2026-11-26T10:00:00Z');
      await world.done('personDepart', { id: person, kind });
      service.travelTo('2026-11-27T10:00:00Z');
      await world.done('personDepartTakeBack', { id: await world.departureOf(person) });
    };

    test('their search came to what it had come to, on the day on which it had', async () => {
      const { id, plan } = await world.sought();
      const person = await world.person();
      await world.candidate(id, plan, 'READY', person);
      await world.done('successionComplete', { id: plan, on: '2027-08-31', ...MOTIVATED });
      const before = await shownOf(id);
      expect(before.plans).toMatchObject([{ closedOn: '2026-11-25', ...MOTIVATED }]);
      await departsAndDoesNot(person);
      expect(await shownOf(id)).toEqual(before);
    });

    test('the same where nobody was sought any more, since the trekker went on', async () => {
      const { id, tenure } = await world.ledNetwork();
      await world.done('trekkerschapEnd', { id: tenure, on: '2027-07-31', reason: 'PERSONAL' });
      const { id: plan } = await world.plan(id);
      const person = await world.person();
      await world.candidate(id, plan, 'READY', person);
      await world.done('successionComplete', { id: plan, ...MOTIVATED });
      await world.done('trekkerschapContinue', { id: tenure });
      const before = await shownOf(id);
      expect(before.plans).toMatchObject([{ successor: { id: before.tenures[0].id } }]);
      await departsAndDoesNot(person);
      expect(await shownOf(id)).toEqual(before);
    });
  },
);
