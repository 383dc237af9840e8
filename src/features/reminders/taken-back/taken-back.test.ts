import { nodeId } from '../../../kernel/node-id.js';
import { Agenda } from '../../../testing/agenda.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';

let world: MailWorld;
let region: string;
let network: string;
let trekker: string;
let tenure: string;

beforeEach(async () => {
  world = await startMailWorld();
  region = await world.make.region('JZ06');
  trekker = await world.make.person(region, { given: 'Quirine', family: 'Proefpersoon' });
  network = await world.make.network(region, { activeFrom: '2026-01-01' });
  tenure = nodeId(
    'Trekkerschap',
    await world.make.trekkerschap(network, trekker, '[2026-01-01,)', 'CO_TREKKER'),
  );
  await world.make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await world.accountEmail('coordinator', 'coordinator@example.org');
  await world.email(trekker, 'quirine@example.org');
});
afterEach(() => world.close());

const reason = 'Vergissing';

async function done(mutation: string, input: object): Promise<void> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { errors { code path } } }`;
  const { data, errors } = await world.service.ask('coordinator', query, { input });
  expect([mutation, errors, data?.done.errors]).toEqual([mutation, undefined, []]);
}

/** What is mailed on a day, the digest aside: to whom, and its subject. */
async function mailed(day: string): Promise<string[]> {
  world.service.travelTo(`${day}T10:00:00Z`);
  await world.service.tick();
  const emails = await world.emails();
  await world.forgetEmails();
  return emails
    .filter(({ name }) => !name.includes('-digest-'))
    .map((email) => `${email.header('to')}: ${email.header('subject')}`);
}

const ended = (on: string) => done('trekkerschapEnd', { id: tenure, on, reason: 'PERSONAL' });
const planned = () =>
  done('trekkerschapPlanEnd', { id: tenure, plannedEnd: { on: '2027-05-31', reason: 'PERSONAL' } });

test('who was told of an end that never happened is told so, once', async () => {
  await ended('2027-02-28');
  expect(await mailed('2026-11-26')).toContain(
    'coordinator@example.org: Een trekker stopt, laatste dag 28 februari 2027',
  );
  await done('trekkerschapCorrect', { id: tenure, reason, patch: { until: null } });
  world.service.travelTo('2026-11-27T10:00:00Z');
  await world.service.tick();
  const told = (await world.emails()).filter(({ name }) => name.includes('-taken-back-'));
  const toCoordinator = told.filter((email) => email.header('to') === 'coordinator@example.org');
  expect(toCoordinator).toHaveLength(1);
  expect(toCoordinator[0]!.header('subject')).toBe('Toch niet: een trekker die zou stoppen');
  expect(toCoordinator[0]!.body).toContain(
    'Op 26 november 2026 schreven wij u dat Quirine Proefpersoon stopt als trekker van',
  );
  expect(toCoordinator[0]!.body).toContain('Dat klopt niet meer.');
  await world.forgetEmails();
  expect((await mailed('2026-11-28')).filter((line) => line.includes('Toch niet'))).toEqual([]);
});

test('an end that is withdrawn before it comes, too; not when it is so again by the time it would leave', async () => {
  await ended('2027-02-28');
  await mailed('2026-11-26');
  await done('trekkerschapContinue', { id: tenure });
  await ended('2027-02-28');
  expect((await mailed('2026-11-27')).filter((line) => line.includes('Toch niet'))).toEqual([]);
  await done('trekkerschapContinue', { id: tenure });
  expect(await mailed('2026-11-28')).toContain(
    'coordinator@example.org: Toch niet: een trekker die zou stoppen',
  );
});

test('the wrong person hears that it was a mistake, the right one is asked', async () => {
  const right = await world.make.person(region, { given: 'Rosa', family: 'Proefpersoon' });
  await world.email(right, 'rosa@example.org');
  await planned();
  expect(await mailed('2026-12-01')).toEqual(['quirine@example.org: Hoe lang wilt u nog trekker zijn?']);
  await done('trekkerschapCorrect', { id: tenure, reason, patch: { personId: nodeId('Person', right) } });
  const told = await mailed('2026-12-02');
  expect(told).toContain('quirine@example.org: Toch niet: uw laatste dag als trekker');
  expect(told).toContain('rosa@example.org: Hoe lang wilt u nog trekker zijn?');
});

test('a correction that leaves the last day as it is tells nobody anything, and nothing twice', async () => {
  await planned();
  world.service.travelTo('2026-12-01T10:00:00Z');
  await world.service.tick();
  const agenda = new Agenda();
  const [email] = (await world.emails()).filter(({ name }) => name.includes('-expected-end-'));
  const { shown } = agenda.read(email!.body);
  await world.forgetEmails();
  await done('trekkerschapCorrect', { id: tenure, reason, patch: { from: '2026-02-01' } });
  expect(await mailed('2026-12-02')).toEqual([]);
  expect(shown).toHaveLength(1);
  // and what moves after it is the same event
  const { rows } = await world.service.owner.query('select id from trekkerschappen where person_id = $1', [
    trekker,
  ]);
  await done('trekkerschapPlanEnd', {
    id: nodeId('Trekkerschap', rows[0].id),
    plannedEnd: { on: '2027-06-30', reason: 'PERSONAL' },
  });
  world.service.travelTo('2026-12-03T10:00:00Z');
  await world.service.tick();
  const moved = (await world.emails()).flatMap(({ body }) => (body.includes('VEVENT') ? [body] : []));
  const days = moved.map((body) => agenda.read(body).shown);
  expect(days.at(-1)).toEqual([expect.stringMatching(/^2027-06-30 /)]);
});

test('support that never was', async () => {
  const organisation = await world.make.organisation(region);
  const support = await world.make.support(network, organisation, '[2026-01-01,2027-03-01)');
  expect(await mailed('2026-12-01')).toEqual([
    'coordinator@example.org: De ondersteuning van een oudernetwerk stopt op 28 februari 2027',
  ]);
  await done('supportAnnul', { id: nodeId('SupportArrangement', support), reason });
  expect(await mailed('2026-12-02')).toContain(
    'coordinator@example.org: Toch niet: ondersteuning die zou stoppen',
  );
});

test('what was taken back before it left is not mailed at all', async () => {
  world.service.travelTo('2026-11-25T22:30:00Z');
  await ended('2027-02-28');
  await world.service.tick();
  await done('trekkerschapAnnul', { id: tenure, reason });
  expect(await mailed('2026-11-26')).toEqual([]);
});
