import { nodeId } from '../../kernel/node-id.js';
import { startMailWorld, type MailWorld } from '../../testing/mail/mail-world.js';
import { renewAll } from '../../testing/stored-is-fresh.js';
import { DepartureScene } from './testing/departure-scene.js';

let world: MailWorld;
let scene: DepartureScene;

beforeAll(async () => {
  world = await startMailWorld();
  scene = await DepartureScene.begin(world.service);
  await world.accountEmail('coordinator', 'coordinator@example.org');
  await world.accountEmail('neighbour', 'buur@example.org');
});
afterAll(() => world.close());

/** What left on a day, without the digests: to whom, and under which subject. */
async function sentOn(instant: string): Promise<string[]> {
  world.service.travelTo(instant);
  await world.forgetEmails();
  await world.service.tick();
  return (await world.emails())
    .filter(({ name }) => !name.includes('digest'))
    .map(({ header }) => `${header('to')}: ${header('subject')}`);
}

test('nobody writes to whoever died the day before, or as if they lived', async () => {
  const make = world.make;
  const personId = await make.person(scene.region, { given: 'Anna' });
  await world.email(personId, 'anna@example.org');
  const network = await make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
  await world.service.owner.query(
    `update trekkerschappen set planned_end_on = '2027-02-25', planned_end_reason = 'PERSONAL' where oudernetwerk_id = $1`,
    [network],
  );
  const organisation = await make.organisation(scene.region);
  await world.service.owner.query('update organisations set email = $2 where id = $1', [
    organisation,
    'anna@example.org',
  ]);
  await make.support(network, organisation, '[2026-01-01,2027-01-01)');
  await make.schoolTie(personId, '2025-09-01');
  await renewAll(world.service);
  // made at night, and to leave in the morning
  expect(await sentOn('2026-11-25T22:30:00Z')).toEqual([]);
  expect(await world.count('mails where sent_at is null')).toBeGreaterThan(0);
  const { errors } = await scene.depart(personId);
  expect(errors).toEqual([]);
  const days = ['2026-11-26', '2026-11-30', '2027-01-25', '2027-02-25', '2028-07-31'];
  for (const day of days) {
    const sent = await sentOn(`${day}T09:00:00Z`);
    expect(sent.filter((line) => line.startsWith('anna@'))).toEqual([]);
    expect(sent.filter((line) => /trekker|Anna|gestopt|u stopt/i.test(line))).toEqual([]);
  }
});

test('a family that shares the address is written to all the same', async () => {
  const make = world.make;
  world.service.travelTo('2026-11-25T10:00:00Z');
  const [died, lives] = [await make.person(scene.region), await make.person(scene.region)];
  for (const personId of [died, lives]) await world.email(personId, 'samen@example.org');
  await make.account('lives', { personId: lives });
  await renewAll(world.service);
  await scene.depart(died);
  const reached = (id: string) => scene.rows('select (mail_recipient($1, $2)).address', 'PERSON', id);
  expect(await reached(lives)).toEqual([{ address: 'samen@example.org' }]);
  expect(await reached(died)).toEqual([]);
});

test('whoever died is not suggested', async () => {
  const { make } = world;
  const person = () => make.person(scene.region);
  const people = [await person(), await person(), await person()] as const;
  const network = await make.network(scene.region, { activeFrom: '2026-01-01' });
  for (const personId of people) await make.membership(network, personId);
  const plan = await make.successionPlan(network);
  await renewAll(world.service);
  await scene.depart(people[0]);
  await scene.depart(people[1], { kind: 'STOPS_EVERYTHING' });
  const query = `query($id: ID!) { node(id: $id) { ... on SuccessionPlan { suggestions { person { id } } } } }`;
  const { node } = await scene.ask(query, { id: nodeId('SuccessionPlan', plan) });
  expect(node.suggestions).toEqual([{ person: { id: nodeId('Person', people[2]) } }]);
});

test('whoever died signs no letter, and is nobody to give work to', async () => {
  const { make, service } = world;
  service.travelTo('2026-11-25T10:00:00Z');
  const died = await make.person(scene.region, { given: 'Karel' });
  await make.account('Karel Voorbeeld', { role: 'COORDINATOR', regionId: scene.region, personId: died });
  await service.owner.query(
    `update account_roles set period = '[2019-01-01,)'
     where account_id = (select id from accounts where subject = 'Karel Voorbeeld')`,
  );
  const trekker = await make.person(scene.region);
  await world.email(trekker, 'trekker@example.org');
  const network = await make.network(scene.region, { activeFrom: '2026-01-01', ledBy: trekker });
  await service.owner.query(
    `update trekkerschappen set planned_end_on = '2027-02-25', planned_end_reason = 'PERSONAL' where oudernetwerk_id = $1`,
    [network],
  );
  await renewAll(service);
  await scene.depart(died);
  await world.forgetEmails();
  await service.tick();
  const letter = (await world.emails()).find(({ header }) => header('to') === 'trekker@example.org');
  expect(letter!.body).toContain('coordinator');
  expect(letter!.body).not.toContain('Karel');
  const { region } = await scene.ask('{ region(code: "JZ06") { colleagues { displayName } } }');
  expect(region.colleagues).toEqual([{ displayName: 'coordinator' }]);
});

test('of a death that is taken back a parent reads nothing, whatever they were told before', async () => {
  const { make, service } = world;
  service.travelTo('2026-11-25T10:00:00Z');
  const personId = await make.person(scene.region, { given: 'Bea' });
  await world.email(personId, 'bea@example.org');
  const network = await make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
  const plans = (on: string) =>
    service.owner.query(
      `update trekkerschappen set planned_end_on = $2, planned_end_reason = 'PERSONAL' where oudernetwerk_id = $1`,
      [network, on],
    );
  await plans('2027-02-20');
  await renewAll(service);
  await service.tick();
  await plans('2030-02-20');
  await renewAll(service);
  await sentOn('2026-11-26T10:00:00Z');
  await scene.depart(personId);
  await sentOn('2026-11-27T10:00:00Z');
  expect((await scene.takeBack(personId)).errors).toEqual([]);
  const sent = await sentOn('2026-11-28T10:00:00Z');
  expect(sent.filter((line) => line.startsWith('bea@'))).toEqual([]);
});
