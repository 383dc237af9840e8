import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../db/project-folder.js';
import { Makers } from '../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../testing/test-service.js';
import { registerIn } from './register.js';
import { REGISTER_DOCUMENT, registerDocument } from './register-document.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
  const make = new Makers(service.owner);
  const regionId = await make.region('JZ06');
  await make.account('admin', { role: 'ADMIN' });
  await make.account('coordinator', { role: 'COORDINATOR', regionId });
  await make.account('secretary', { role: 'SECRETARY', regionId });
  await make.account('parent', { personId: await make.person(regionId) });
});
afterAll(() => service.close());

const QUERY = `{ processingRegister { name purpose grounds { controller ground }
  data { place columns whose seenBy kept health } } }`;

test('the page of the register is as the code says it: `npm run schema` renews it', () => {
  expect(readFileSync(path.join(projectFolder(), REGISTER_DOCUMENT), 'utf8')).toBe(registerDocument());
});

test('no purpose is without data, and none without a ground', () => {
  for (const { data, grounds } of registerIn('nl')) {
    expect(data).not.toEqual([]);
    expect(grounds).toHaveLength(5);
  }
});

test('coordinators and the national office read it in their language', async () => {
  expect((await service.ask('admin', QUERY)).data.processingRegister).toEqual(registerIn('nl'));
  await service.owner.query(`update accounts set locale = 'en' where subject = 'coordinator'`);
  expect((await service.ask('coordinator', QUERY)).data.processingRegister).toEqual(registerIn('en'));
});

test.each(['secretary', 'parent'])('%s does not', async (who) => {
  expect((await service.ask(who, QUERY)).data.processingRegister).toEqual([]);
});

test('what may say something of a child’s health says so', () => {
  const health = registerIn('en').flatMap(({ data }) => data.filter((each) => each.health !== null));
  expect(health.flatMap(({ place, columns }) => columns.map((column) => `${place}.${column}`))).toEqual([
    'school_ties.stage',
    'school_ties.year_level',
    'school_ties.school_id',
    'ervaringsdeskundigen.traits',
    'ervaringsdeskundige_themes.ervaringsdeskundige_id',
    'ervaringsdeskundige_themes.theme_id',
  ]);
});
