import { nodeId } from '../../kernel/node-id.js';
import { expectStoredIsFresh, renewAll } from '../../testing/stored-is-fresh.js';
import { type Json, startTestService, type TestService } from '../../testing/test-service.js';
import { DepartureScene } from './testing/departure-scene.js';

let service: TestService;
let scene: DepartureScene;

beforeAll(async () => {
  service = await startTestService();
  scene = await DepartureScene.begin(service);
});
afterEach(() => expectStoredIsFresh(service));
afterAll(() => service.close());

async function done(mutation: string, input: object): Promise<Json> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { ids errors { code } } }`;
  const answer = (await scene.ask(query, { input })).done;
  expect(answer.errors).toEqual([]);
  return answer;
}

/** A body that asks its members to stay on until somebody follows, with terms of a year, and two of its seats. */
async function bodyOf(...names: string[]) {
  const body = await scene.seats.body(scene.region, {
    carryOver: true,
    termMonths: 12,
    replacementServesRemaining: false,
  });
  const seats = [await scene.seats.seat(body), await scene.seats.seat(body)];
  const people = new Map<string, string>();
  for (const name of names) people.set(name, await scene.make.person(scene.region, { given: name }));
  await renewAll(service);
  return {
    seats,
    idOf: (name: string) => people.get(name)!,
    appoint: (name: string, from: string, more: { seat?: number; until?: string } = {}) =>
      done('seatAppoint', {
        seatId: nodeId('AdvisorySeat', seats[more.seat ?? 0]!),
        personId: nodeId('Person', people.get(name)!),
        from,
        ...(more.until && { until: more.until }),
      }),
    held: async () =>
      (
        await scene.rows<{ said: string }>(
          `select concat_ws(' ', d.given_name, lower(a.period), upper(a.period) - 1, a.end_reason, a.term_number) as said
           from seat_appointments a join person_details d on d.person_id = a.person_id
           where a.body_id = $1 order by lower(a.period), 1`,
          body,
        )
      ).map(({ said }) => said),
  };
}

const DEPARTURES = [{ on: '2026-11-24' }, { kind: 'STOPS_EVERYTHING', on: '2026-11-24' }];

test.each(DEPARTURES)('whoever stays on leaves for whoever was to follow after all, %j', async (input) => {
  const { appoint, held, idOf } = await bodyOf('Anna', 'Bert');
  await appoint('Anna', '2026-01-01');
  await appoint('Bert', '2027-02-01');
  const before = await held();
  expect(before).toEqual(['Anna 2026-01-01 2027-01-31 REPLACED 1', 'Bert 2027-02-01 1']);
  await scene.depart(idOf('Bert'), input);
  expect(await held()).toEqual(['Anna 2026-01-01 1']);
  expect((await scene.takeBack(idOf('Bert'))).errors).toEqual([]);
  expect(await held()).toEqual(before);
});

test('who follows after their term follows them, though they were thought to have left', async () => {
  const { appoint, held, idOf } = await bodyOf('Anna', 'Bert');
  await appoint('Anna', '2026-01-01');
  await scene.depart(idOf('Anna'));
  await appoint('Bert', '2027-02-01');
  expect((await scene.takeBack(idOf('Anna'))).errors).toEqual([]);
  expect(await held()).toEqual(['Anna 2026-01-01 2027-01-31 REPLACED 1', 'Bert 2027-02-01 1']);
});

test('a seat that goes after their term goes under them', async () => {
  const { appoint, held, idOf, seats } = await bodyOf('Anna');
  await appoint('Anna', '2026-01-01');
  await scene.depart(idOf('Anna'));
  await done('advisorySeatAbolish', { id: nodeId('AdvisorySeat', seats[0]!), on: '2027-02-01' });
  expect((await scene.takeBack(idOf('Anna'))).errors).toEqual([]);
  expect(await held()).toEqual(['Anna 2026-01-01 2027-01-31 SEAT_ABOLISHED 1']);
});

test('terms in a row are counted with what they took up since', async () => {
  const { appoint, held, idOf } = await bodyOf('Anna');
  await appoint('Anna', '2028-01-01');
  await scene.depart(idOf('Anna'), { kind: 'STOPS_EVERYTHING' });
  await appoint('Anna', '2027-01-01', { seat: 1 });
  await done('seatAppointmentEnd', {
    id: (await heldBy(idOf('Anna'))).at(0)!,
    on: '2027-12-31',
    reason: 'TERM_COMPLETED',
  });
  expect((await scene.takeBack(idOf('Anna'))).errors).toEqual([]);
  expect(await held()).toEqual(['Anna 2027-01-01 2027-12-31 TERM_COMPLETED 1', 'Anna 2028-01-01 2']);
});

async function heldBy(personId: string): Promise<string[]> {
  const rows = await scene.rows<{ id: string }>(
    'select id from seat_appointments where person_id = $1',
    personId,
  );
  return rows.map(({ id }) => nodeId('SeatAppointment', id));
}
