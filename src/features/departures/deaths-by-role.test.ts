import { DeathsByRole1764650000200 } from '../../../migrations/1764650000200-deaths-by-role.js';
import { nodeId } from '../../kernel/node-id.js';
import { attemptOf } from '../../testing/access/mutations/mutation-world.js';
import { startTestService } from '../../testing/test-service.js';
import { DepartureScene } from './testing/departure-scene.js';

let scene: DepartureScene;

beforeAll(async () => {
  scene = await DepartureScene.begin(await startTestService());
});
afterAll(() => scene.service.close());

const ON = { on: '2026-11-20' };
const DIED = { ...ON, reason: 'DECEASED' };
const done = async (mutation: string, input: object) =>
  expect((await scene.ask(attemptOf(mutation), { input })).done.errors).toEqual([]);

/** Somebody on record as deceased at the end of so many roles, as an earlier migration found it: the audit does not tell. */
async function found(number: number) {
  const { make, region } = scene;
  const { owner } = scene.service;
  const personId = await make.person(region);
  const roles: string[] = [];
  while (roles.length < number) {
    roles.push(await make.trekkerschap(await make.network(region), personId, '[2026-01-01,2026-11-21)'));
  }
  await owner.query(`update trekkerschappen set end_reason = 'DECEASED' where person_id = $1`, [personId]);
  await owner.query(
    `insert into departures (id, person_id, region_id, kind, last_day, recorded_at)
     values (gen_random_uuid(), $1, $2, 'DECEASED', '2026-11-20', now())`,
    [personId, region],
  );
  return { personId, roles };
}

test('a death of before is known by the role whose end recorded it, and only where that is certain', async () => {
  const { owner } = scene.service;
  const [led, sat, told] = [await scene.involved(), await scene.involved(), await scene.involved()];
  await done('trekkerschapEnd', { id: nodeId('Trekkerschap', led.led), ...DIED });
  await done('seatAppointmentEnd', { id: nodeId('SeatAppointment', sat.appointment), ...DIED });
  await done('personDepart', { id: nodeId('Person', told.personId), kind: 'DECEASED', ...ON });
  const [once, twice] = [await found(1), await found(2)];
  await owner.query('update departures set by_role = null');
  await new DeathsByRole1764650000200().up({ query: (sql: string) => owner.query(sql) } as never);
  const { rows } = await owner.query<{ person_id: string; by_role: string | null }>(
    'select person_id, by_role from departures',
  );
  expect(new Map(rows.map((row) => [row.person_id, row.by_role]))).toEqual(
    new Map([
      [led.personId, led.led],
      [sat.personId, sat.appointment],
      [told.personId, null],
      [once.personId, once.roles[0]],
      [twice.personId, null],
    ]),
  );
});
