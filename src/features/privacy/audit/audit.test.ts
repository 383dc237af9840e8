import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';

let service: TestService;
let make: Makers;
let region: string;
let elsewhere: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  elsewhere = await make.region('JZ10');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
  await make.account('secretary', { role: 'SECRETARY', regionId: region });
  await make.account('admin', { role: 'ADMIN' });
});
afterAll(() => service.close());

/** A parent of the region, who was renamed and is called on another number by now, and has a note. */
async function changedPerson(): Promise<string> {
  const person = await make.person(region, { given: 'Anna', family: 'Kanarie' });
  await service.owner.query('insert into person_contacts (person_id, email, phone) values ($1, $2, $3)', [
    person,
    'kanarie@example.org',
    '+31611111111',
  ]);
  await update(person, {
    name: { familyName: 'Vink' },
    contact: { phone: '06 22222222' },
    note: 'Belt graag na vieren',
  });
  return person;
}

const update = (person: string, patch: object, by = 'coordinator') =>
  service.ask(
    by,
    'mutation ($input: PersonUpdateInput!) { personUpdate(input: $input) { errors { code } } }',
    {
      input: { id: nodeId('Person', person), patch },
    },
  );

async function logOf(person: string, by = 'coordinator') {
  const { data } = await service.ask(
    by,
    `query ($id: ID!) { auditLog(subjectId: $id) { nodes { action who channel why fields changes { place before after } } } }`,
    { id: nodeId('Person', person) },
  );
  return data.auditLog.nodes;
}

const NAME = { place: 'person_details.family_name', before: 'Kanarie', after: 'Vink' };
const PHONE = { place: 'person_contacts.phone', before: '+31611111111', after: '+31622222222' };
const NOTE = { place: 'person_notes.note', before: null, after: 'Belt graag na vieren' };

test('what a detail was and became stands apart from the log, which says who, what, and by which way', async () => {
  const person = await changedPerson();
  expect(await logOf(person)).toEqual([
    {
      action: 'person.updated',
      who: 'coordinator',
      channel: 'API',
      why: null,
      fields: ['name', 'contact', 'note'],
      changes: [PHONE, NAME, NOTE],
    },
  ]);
  const { rows } = await service.owner.query('select * from audit_log where subject_id = $1', [person]);
  expect(JSON.stringify(rows)).not.toMatch(/Kanarie|Vink|31611111111|31622222222|vieren/);
});

test('a detail that is written again as it was is no change', async () => {
  const person = await changedPerson();
  await update(person, { name: { familyName: 'Vink' }, contact: { phone: '0622222222' }, note: 'Anders' });
  const [latest] = await logOf(person);
  expect(latest.changes).toEqual([{ place: 'person_notes.note', before: NOTE.after, after: 'Anders' }]);
});

test('values are for whoever may see the detail now, and lines for the region and the national office', async () => {
  const person = await changedPerson();
  expect((await logOf(person, 'admin'))[0].changes).toEqual([NAME]);
  for (const by of ['neighbour', 'secretary']) expect(await logOf(person, by)).toEqual([]);
  await service.owner.query('update people set region_id = $2 where id = $1', [person, elsewhere]);
  // who wrote a note sees what became of it; the details are the new region's
  expect((await logOf(person))[0].changes).toEqual([NOTE]);
});

test('a name that the family asked to hide is in the log of those who keep the record, and of nobody else', async () => {
  const person = await changedPerson();
  await service.owner.query(`update people set deceased_on = '2026-11-01' where id = $1`, [person]);
  const { data } = await service.ask(
    'coordinator',
    'mutation($input: PersonHideNameInput!) { personHideName(input: $input) { errors { code } } }',
    { input: { id: nodeId('Person', person) } },
  );
  expect(data.personHideName.errors).toEqual([]);
  expect(JSON.stringify(await logOf(person))).toContain('Kanarie');
  expect(JSON.stringify(await logOf(person, 'admin'))).not.toMatch(/Kanarie|Vink|Anna/);
});

test('only erasure removes values, and the lines stay', async () => {
  const [person, other] = [await changedPerson(), await changedPerson()];
  for (const sql of [
    'delete from audit_values',
    `update audit_values set before = 'x'`,
    'truncate audit_values',
    `delete from audit_log`,
  ]) {
    await expect(service.owner.query(sql)).rejects.toThrow('append-only');
  }
  await service.owner.query('select erase_audit_values($1)', [person]);
  const values = 'select person_id from audit_values where person_id = any ($1)';
  const left = await service.owner.query(values, [[person, other]]);
  expect(new Set(left.rows.map(({ person_id }) => person_id))).toEqual(new Set([other]));
  expect(await logOf(person)).toMatchObject([{ action: 'person.updated', changes: [] }]);
  await expect(service.owner.query('delete from audit_values')).rejects.toThrow('append-only');
});

test('what fails leaves no line and no value', async () => {
  const person = await changedPerson();
  const count =
    'select (select count(*) from audit_values) as values, (select count(*) from audit_log) as lines';
  const before = (await service.owner.query(count)).rows;
  await update(person, { name: { familyName: 'Nieuw' }, contact: { phone: 'geen nummer' } });
  expect((await service.owner.query(count)).rows).toEqual(before);
});
