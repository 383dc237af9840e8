import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../../testing/makers/makers.js';
import { SeatMakers } from '../../testing/makers/seat-makers.js';
import { expectKnownWhere } from '../../testing/stored-is-fresh.js';
import { startTestService, type TestService } from '../../testing/test-service.js';

let service: TestService;
let make: Makers;
let seats: SeatMakers;
let home: string;
let elsewhere: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  seats = new SeatMakers(service.owner);
  [home, elsewhere] = [await make.region('JZ06'), await make.region('JZ07')];
  await make.account('coordinator', { role: 'COORDINATOR', regionId: home });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
});
afterAll(() => service.close());

async function seen(as: string, personId: string): Promise<boolean> {
  const { data } = await service.ask(as, 'query ($id: ID!) { node(id: $id) { id } }', {
    id: nodeId('Person', personId),
  });
  return data.node !== null;
}

async function roleElsewhere(table: string, personId: string): Promise<string> {
  const network = await make.network(elsewhere, { activeFrom: '2026-01-01' });
  switch (table) {
    case 'trekkerschappen':
      return make.trekkerschap(network, personId, '[2026-01-01,)', 'CO_TREKKER');
    case 'memberships':
      return make.membership(network, personId);
    case 'successor_candidates':
      return make.candidate(await make.successionPlan(network), personId);
    default:
      return seats.appointment(await seats.seat(await seats.body(elsewhere)), personId);
  }
}

test.each(['trekkerschappen', 'memberships', 'successor_candidates', 'seat_appointments'])(
  'a region sees somebody from elsewhere by their row in %s, and no more once that is gone',
  async (table) => {
    const person = await make.person(home);
    expect(await seen('neighbour', person)).toBe(false);
    const role = await roleElsewhere(table, person);
    expect(await seen('neighbour', person)).toBe(true);
    await expectKnownWhere(service.owner);

    await service.owner.query(`delete from ${table} where id = $1`, [role]);
    expect([await seen('neighbour', person), await seen('coordinator', person)]).toEqual([false, true]);
    await expectKnownWhere(service.owner);
  },
);

test('whoever has two roles in a region is seen there until the second is gone', async () => {
  const person = await make.person(home);
  const roles = [await roleElsewhere('memberships', person), await roleElsewhere('memberships', person)];
  for (const [place, role] of roles.entries()) {
    await service.owner.query('delete from memberships where id = $1', [role]);
    expect(await seen('neighbour', person)).toBe(place === 0);
  }
});

test('another home region comes first, and the old one sees them only by a role there', async () => {
  const person = await make.person(home);
  await make.membership(await make.network(home), person);
  await service.owner.query('update people set region_id = $2 where id = $1', [person, elsewhere]);
  const { rows } = await service.owner.query('select region_ids from people where id = $1', [person]);
  expect(rows[0].region_ids).toEqual([elsewhere, home]);
  await service.owner.query('delete from memberships where person_id = $1', [person]);
  expect([await seen('neighbour', person), await seen('coordinator', person)]).toEqual([true, false]);
  await expectKnownWhere(service.owner);
});
