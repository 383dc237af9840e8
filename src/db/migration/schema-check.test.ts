import { startTestService, type TestService } from '../../testing/test-service.js';
import { migrate } from './migrate.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const ready = async () => {
  const { statusCode, body } = await service.app.inject('/readyz');
  return [statusCode, body];
};
const LACKS = [
  503,
  JSON.stringify({
    status: 'unavailable',
    reason: 'the database lacks rules of its schema: start this version once with DATABASE_OWNER_URL',
  }),
];

test.each([
  ['policies', 'drop policy regional on people'],
  ['a trigger', 'drop trigger leadership_cover on trekkerschappen'],
  ['a right', 'revoke select on people from okn_regional'],
  ['row-level security', 'alter table person_contacts disable row level security'],
])(
  'a service that does not migrate is not ready on a database without %s, until it is migrated',
  async (_, loss) => {
    expect(await ready()).toEqual([200, '{"status":"ok"}']);
    await service.owner.query(loss);
    expect(await ready()).toEqual(LACKS);
    await migrate(service.urls.ownerUrl, service.urls.serviceUrl);
    expect(await ready()).toEqual([200, '{"status":"ok"}']);
  },
);

test('nor on one that lost a constraint, as a restore in parallel loses them', async () => {
  await service.owner.query('alter table memberships drop constraint memberships_person_id_fkey');
  expect(await ready()).toEqual(LACKS);
  await service.owner.query(
    'alter table memberships add constraint memberships_person_id_fkey foreign key (person_id) references people',
  );
  expect(await ready()).toEqual([200, '{"status":"ok"}']);
});

test('nor on one of another version', async () => {
  await service.owner.query(
    `insert into migrations (timestamp, name) values (2764000000100, 'Later2764000000100')`,
  );
  expect((await ready())[0]).toBe(503);
  await service.owner.query(`delete from migrations where name = 'Later2764000000100'`);
  expect((await ready())[0]).toBe(200);
});
