import { Client } from 'pg';
import { clockAt } from '../../kernel/clock.js';
import { type KeptRows, keepRows } from '../../testing/kept-rows.js';
import { renewAll } from '../../testing/stored-is-fresh.js';
import { NOW, startTestService, TEST_ISSUER, type TestService } from '../../testing/test-service.js';
import { addDemoContent } from '../demo/add-demo-content.js';
import { verifyDatabase } from './verify-database.js';

let service: TestService;
let rows: KeptRows;
/** writes past every trigger and constraint, as a careless restore does */
let careless: Client;

beforeAll(async () => {
  service = await startTestService();
  const { ownerUrl, superuserUrl } = service.urls;
  await addDemoContent(ownerUrl, { clock: clockAt(NOW), say: () => undefined, issuer: TEST_ISSUER });
  await renewAll(service);
  rows = await keepRows(service);
  careless = new Client({ connectionString: superuserUrl });
  await careless.connect();
  await careless.query('set session_replication_role = replica');
});
afterEach(() => rows.restore());
afterAll(async () => {
  await careless.end();
  await rows.close();
  await service.close();
});

const verified = () => verifyDatabase(service.owner, clockAt(NOW));

test('the demo content holds', async () => {
  const { problems, contents } = await verified();
  expect(problems).toEqual([]);
  const holding = contents.filter(({ rows }) => rows !== '0').map(({ table }) => table);
  expect(holding).toEqual(
    expect.arrayContaining(['people', 'trekkerschappen', 'continuities', 'seat_appointments']),
  );
});

test.each([
  [
    'a network that is led by nobody',
    'delete from caretakerships',
    /^Network \S+ is nobody's from \S+ on\.$/,
  ],
  [
    'a role that goes on after its network',
    `update oudernetwerken set ended_on = '2026-01-01', end_reason = 'Klaar' where ended_on is null`,
    /^Network \S+ ends on 2026-01-01, and \S+ \S+ goes on after that\.$/,
  ],
  [
    'a network that went up in another one and goes on',
    `insert into network_successions (predecessor_id, successor_id, region_id, kind, from_day)
     select a.id, b.id, a.region_id, 'MERGED', '2026-01-01' from oudernetwerken a join oudernetwerken b on b.id <> a.id limit 1`,
    /^Network \S+ went up in \S+ on 2026-01-01, and ends on/,
  ],
  [
    'a trekkerschap from which nobody goes on',
    `update trekkerschappen set period = daterange(lower(period), lower(period) + 1), end_reason = null`,
    /^Trekkerschap \S+ ends for no reason/,
  ],
  [
    'a search in another network',
    `update succession_plans p set oudernetwerk_id = (select id from oudernetwerken n where n.id <> p.oudernetwerk_id limit 1)`,
    /^Plan \S+ is of network \S+, its trekkerschap of/,
  ],
  [
    'a row that points to nothing',
    'delete from advisory_bodies where id = (select body_id from advisory_seats limit 1)',
    /^advisory_seats: \d+ rows? breaks? advisory_seats_body_id_region_id_fkey\.$/,
  ],
  [
    'a person who is hidden where they have a role',
    `update people set region_ids = '{}'`,
    /^Person \S+ is said to be seen in other regions/,
  ],
  [
    'a name that follows no person',
    `update person_details set region_ids = '{}'`,
    /^The name of person \S+ is shown elsewhere/,
  ],
  [
    'a person who is known elsewhere than said',
    `update people set oudernetwerk_ids = '{}' where oudernetwerk_ids <> '{}'`,
    /^Person \S+ is said to be known elsewhere/,
  ],
  [
    'a day of activity that is wrong',
    `update oudernetwerken set last_activity_on = '2020-01-01'`,
    /was last active on \S*, not on 2020-01-01/,
  ],
  [
    'a profile that does not follow its records',
    `update ervaringsdeskundigen set findable_until = '2099-12-31', traits = 0::bit(512), trained = null, seat_begins = null,
       asked_on = '{2020-01-01}'`,
    /^Profile \S+ does not follow its records in: traits, consent to be found.*invitations/,
  ],
  [
    'a consent that is wider than it was given',
    'update ervaringsdeskundigen set findable_agreements = true',
    /^Profile \S+ does not follow its records in: consent to be found\.$/,
  ],
  [
    'an assessment that is not what it would be',
    `update continuities set band = 'CRITICAL'`,
    /^What is stored of \S+ is not how it is judged on 2026-11-25\.$/,
  ],
  [
    'an assessment that is lost',
    'delete from watched_subjects; delete from work_items; delete from continuity_findings',
    /is not how it is judged|was never judged/,
  ],
  [
    'a subject that waits',
    `insert into stale_subjects (subject_type, subject_id) select 'Oudernetwerk', id from oudernetwerken limit 1`,
    /^Oudernetwerk \S+ waits to be judged again\.$/,
  ],
  [
    'little room for languages',
    `insert into traits (position, kind, value) select (select max(position) from traits) + place, 'LANGUAGE', place::text
     from generate_series(1, trait_places_left('LANGUAGE')::integer - 49) place`,
    /^Only 49 places are left for what profiles can have, languages among them\.$/,
  ],
  ['no secret for links', 'delete from mail_keys', /^There is no secret to sign links in mail with\.$/],
])('%s is told', async (_what, damage, told) => {
  await careless.query(damage);
  const { problems } = await verified();
  expect(problems).toContainEqual(expect.stringMatching(told));
});

test('a rule that many rows break is told of a few', async () => {
  await careless.query(`update people set region_ids = '{}'`);
  const { problems } = await verified();
  expect(problems.filter((problem) => problem.startsWith('Person '))).toHaveLength(5);
  expect(problems).toContainEqual(expect.stringMatching(/^… and \d+ more of these\.$/));
});

test('a lost constraint, policy or trigger is told, and with it the lines', async () => {
  await service.owner.query('alter table memberships drop constraint memberships_person_id_fkey');
  const { problems } = await verified();
  const [lost, ...others] = problems[0]!.split('\n').filter((line) => /^[-+]/.test(line));
  expect(lost).toMatch(/^- {3}constraint memberships_person_id_fkey FOREIGN KEY/);
  expect([...others, ...problems.slice(1)]).toEqual([]);
  await service.owner.query(
    'alter table memberships add constraint memberships_person_id_fkey foreign key (person_id) references people',
  );
});

test('constraints that a setting turned off are told', async () => {
  const name = new URL(service.urls.ownerUrl).pathname.slice(1);
  await careless.query(`alter database ${name} set session_replication_role = replica`);
  expect((await verified()).problems).toEqual([
    'session_replication_role is replica: constraints and triggers do nothing then.',
  ]);
  await careless.query(`alter database ${name} reset session_replication_role`);
});

test('two databases that hold the same have equal sums, and any other value another', async () => {
  const { contents } = await verified();
  expect((await verified()).contents).toEqual(contents);
  await careless.query(`update activities set title = title || '.'`);
  const changed = (await verified()).contents.filter((now, index) => now.sum !== contents[index]!.sum);
  expect(changed.map(({ table }) => table)).toEqual(['activities']);
});
