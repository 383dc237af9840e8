import { Client } from 'pg';
import { TelephoneNumbers1764500000100 } from '../../../migrations/1764500000100-telephone-numbers.js';
import { cloneDatabase } from '../../testing/database.js';
import { Makers } from '../../testing/makers/makers.js';

let owner: Client;

beforeAll(async () => {
  owner = new Client({ connectionString: (await cloneDatabase()).ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());

test('numbers that were stored with a 0 behind the code of their country lose it, and no others', async () => {
  const make = new Makers(owner);
  const region = await make.region('JZ06');
  const stored = {
    '+310612345678': '+31612345678',
    '+310703123456': '+31703123456',
    '+320470123456': '+32470123456',
    '+31612345678': '+31612345678',
    '+390612345678': '+390612345678',
    '+3161234567': '+3161234567',
  };
  for (const phone of Object.keys(stored)) {
    await owner.query('insert into person_contacts (person_id, phone) values ($1, $2)', [
      await make.person(region),
      phone,
    ]);
  }
  await owner.query('alter table organisations drop phone');
  await new TelephoneNumbers1764500000100().up({ query: (sql: string) => owner.query(sql) } as never);
  const { rows } = await owner.query<{ phone: string }>('select phone from person_contacts');
  expect(rows.map(({ phone }) => phone).sort()).toEqual(Object.values(stored).sort());
});
