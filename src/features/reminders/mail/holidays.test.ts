import { nodeId } from '../../../kernel/node-id.js';
import { startMailWorld, type MailWorld } from '../../../testing/mail/mail-world.js';
import { renewAll } from '../../../testing/stored-is-fresh.js';
import { RegionScene } from '../../../testing/region-scene.js';

let world: MailWorld;
let scene: RegionScene;
let made = 0;

beforeAll(async () => {
  world = await startMailWorld();
  scene = await RegionScene.begin(world.service);
  await world.accountEmail('coordinator', 'coordinator@example.org');
});
afterAll(() => world.close());
beforeEach(() => world.service.travelTo('2026-11-25T10:00:00Z'));

/** A trekker who is expected to stop on a day, with an address. */
async function trekker(stops: string): Promise<{ network: string; address: string; personId: string }> {
  const personId = await world.make.person(scene.region);
  const address = `trekker-${++made}@example.org`;
  await world.email(personId, address);
  const network = await world.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
  await world.service.owner.query(
    `update trekkerschappen set planned_end_on = $2, planned_end_reason = 'PERSONAL' where oudernetwerk_id = $1`,
    [network, stops],
  );
  await renewAll(world.service);
  return { network, address, personId };
}

async function sentOn(on: string, address: string): Promise<string[]> {
  world.service.travelTo(`${on}T10:00:00Z`);
  await world.forgetEmails();
  await world.service.tick();
  return (await world.emails())
    .filter(({ header }) => header('to') === address)
    .map(({ header }) => header('subject')!);
}

const QUESTION = 'Hoe lang wilt u nog trekker zijn?';

test('a reminder to a volunteer waits until schools are open again', async () => {
  // three months before is Christmas Day
  const { address } = await trekker('2027-03-25');
  await sentOn('2026-12-01', address);
  expect(await sentOn('2026-12-25', address)).toEqual([]);
  expect(await sentOn('2027-01-03', address)).toEqual([]);
  expect(await sentOn('2027-01-04', address)).toEqual([QUESTION]);
});

test('and is judged again then', async () => {
  const { address, network } = await trekker('2027-03-26');
  await sentOn('2026-12-01', address);
  expect(await sentOn('2026-12-26', address)).toEqual([]);
  await world.service.owner.query(
    'update trekkerschappen set planned_end_on = null, planned_end_reason = null where oudernetwerk_id = $1',
    [network],
  );
  await renewAll(world.service);
  expect(await sentOn('2027-01-04', address)).not.toContain(QUESTION);
});

test('what would pass meanwhile is said in time', async () => {
  const { address } = await trekker('2027-01-02');
  await sentOn('2026-12-10', address);
  await world.service.owner.query(
    `update trekkerschappen set planned_end_on = '2027-01-01' where planned_end_on = '2027-01-02'`,
  );
  await renewAll(world.service);
  expect(await sentOn('2026-12-20', address)).toEqual([QUESTION]);
});

test('in a summer that nobody knows yet July and August rest, to their last day', async () => {
  const { address } = await trekker('2029-10-01');
  await sentOn('2029-06-30', address);
  expect(await sentOn('2029-07-01', address)).toEqual([]);
  expect(await sentOn('2029-08-31', address)).toEqual([]);
  expect(await sentOn('2029-09-01', address)).toEqual([QUESTION]);
});

test.each([
  ['2026-12-18', null],
  ['2026-12-19', '2027-01-03'],
  ['2027-01-03', '2027-01-03'],
  ['2027-01-04', null],
  // known: July and August are not all of it
  ['2028-07-14', null],
  ['2028-07-15', '2028-08-27'],
  ['2028-08-28', null],
  // not known
  ['2029-06-30', null],
  ['2029-07-01', '2029-08-31'],
  ['2029-08-31', '2029-08-31'],
  ['2029-09-01', null],
])('on %s the holiday in the north lasts until %s', async (on, until) => {
  const { rows } = await world.service.owner.query(
    `select school_holiday_until('NOORD', $1)::text as until`,
    [on],
  );
  expect(rows).toEqual([{ until }]);
});

test('what is planned in a holiday is told at once, and so is what was wrong', async () => {
  const { address, network } = await trekker('2027-03-25');
  await sentOn('2026-12-01', address);
  const done = async (mutation: string, type: string, input: object) => {
    const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } } }`;
    expect((await scene.ask(query, { input })).done.errors).toEqual([]);
  };
  expect(await sentOn('2026-12-25', address)).toEqual([]);
  await done('activityPlan', 'ActivityPlanInput', {
    oudernetwerkId: nodeId('Oudernetwerk', network),
    kind: 'MEETING',
    title: 'Nieuwjaarsborrel',
    on: '2027-01-04',
  });
  expect(await sentOn('2026-12-28', address)).toEqual(['Nieuwjaarsborrel, 4 januari 2027']);
  expect(await sentOn('2027-01-05', address)).toEqual([QUESTION]);
  const { rows } = await world.service.owner.query(
    'select id from trekkerschappen where oudernetwerk_id = $1',
    [network],
  );
  world.service.travelTo('2027-02-20T10:00:00Z');
  await done('trekkerschapAnnul', 'TrekkerschapAnnulInput', {
    id: nodeId('Trekkerschap', rows[0].id),
    reason: 'Vergissing',
  });
  expect(await sentOn('2027-02-23', address)).toEqual(['Toch niet: uw laatste dag als trekker']);
});

test('those whose work it is are mailed as ever', async () => {
  const { personId } = await trekker('2027-03-27');
  await world.service.owner.query('delete from person_contacts where person_id = $1', [personId]);
  await sentOn('2026-12-01', '');
  expect(await sentOn('2026-12-27', 'coordinator@example.org')).toContain(
    'Een trekker stopt naar verwachting op 27 maart 2027',
  );
});
