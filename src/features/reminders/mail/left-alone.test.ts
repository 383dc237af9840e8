import { nodeId } from '../../../kernel/node-id.js';
import { startMailWorld, type MailWorld } from '../../../testing/mail/mail-world.js';
import { ProfileMakers } from '../../../testing/makers/profile-makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { RegionScene } from '../../../testing/region-scene.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { currentText } from '../../ervaringsdeskundigen/consent/consent-text.js';

let world: MailWorld;
let scene: RegionScene;
let seats: SeatMakers;
let body: string;
let personId: string;
let address: string;
let made = 0;

beforeAll(async () => {
  world = await startMailWorld();
  scene = await RegionScene.begin(world.service);
  await world.accountEmail('coordinator', 'coordinator@example.org');
  seats = new SeatMakers(world.service.owner);
  body = await seats.body(scene.region);
});
afterAll(() => world.close());

beforeEach(async () => {
  world.service.travelTo('2026-11-25T10:00:00Z');
  personId = await world.make.person(scene.region, { given: 'Anna' });
  address = `anna-${++made}@example.org`;
  await world.email(personId, address);
});

const errorsOf = async (mutation: string, input: object) => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } } }`;
  return (await scene.ask(query, { input })).done.errors.map(({ code }: { code: string }) => code);
};
const who = () => nodeId('Person', personId);
const leaveAlone = async (until: string) =>
  expect(await errorsOf('contactPause', { personId: who(), until })).toEqual([]);

/** What left on a day, without the digests: to whom, and under which subject. */
async function sentOn(on: string): Promise<string[]> {
  world.service.travelTo(`${on}T10:00:00Z`);
  await world.forgetEmails();
  await world.service.tick();
  return (await world.emails())
    .filter(({ name }) => !name.includes('digest'))
    .map(({ header }) => `${header('to')}: ${header('subject')}`);
}
const theirs = (sent: readonly string[]) => sent.filter((line) => line.startsWith(address));

test('reminders go to the next in line, and nobody asks them about a school', async () => {
  const network = await world.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
  await world.service.owner.query(
    `update trekkerschappen set planned_end_on = '2027-02-25', planned_end_reason = 'PERSONAL' where oudernetwerk_id = $1`,
    [network],
  );
  await world.make.schoolTie(personId, '2025-09-01');
  await renewAll(world.service);
  // made at night, to leave in the morning
  world.service.travelTo('2026-11-25T22:30:00Z');
  await world.service.tick();
  expect(await world.count(`mails where recipient_id = '${personId}' and sent_at is null`)).toBe(2);
  await leaveAlone('2027-01-31');
  await expectStoredIsFresh(world.service);
  const sent = await sentOn('2026-11-26');
  expect(theirs(sent)).toEqual([]);
  expect(sent.filter((line) => /trekker/.test(line))).toEqual([
    'coordinator@example.org: Een trekker stopt naar verwachting op 25 februari 2027',
  ]);
  expect(
    await world.count(
      `continuity_findings where oudernetwerk_id = '${network}' and code = 'TIE_UNCONFIRMED'`,
    ),
  ).toBe(0);
  expect(theirs(await sentOn('2027-02-01'))).toEqual([
    `${address}: Hoe lang wilt u nog trekker zijn?`,
    `${address}: Kloppen uw gegevens nog?`,
  ]);
  await expectStoredIsFresh(world.service, '2027-02-01');
});

describe('whoever has a role besides', () => {
  let secretary: string;
  beforeEach(async () => {
    secretary = `secretary-${made}`;
    await world.make.account(secretary, { role: 'SECRETARY', regionId: scene.region, personId });
    await world.accountEmail(secretary, address);
  });

  test('gets no digest of the terms that end, until they may be reached again', async () => {
    const seat = await seats.seat(await seats.body(scene.region));
    await seats.appointment(seat, await world.make.person(scene.region), '[2023-01-01,)', '2026-12-31');
    await renewAll(world.service);
    expect(await world.count(`work_items where due_on = '2026-12-31'`)).toBeGreaterThan(0);
    await leaveAlone('2026-12-13');
    world.service.travelTo('2026-11-30T10:00:00Z');
    await world.forgetEmails();
    await world.service.tick();
    expect((await world.emails()).filter(({ header }) => header('to') === address)).toEqual([]);
    world.service.travelTo('2026-12-14T10:00:00Z');
    await world.forgetEmails();
    await world.service.tick();
    expect((await world.emails()).filter(({ header }) => header('to') === address)).toHaveLength(1);
  });

  test('is not reminded of a handover that is late: a colleague is', async () => {
    const organisation = await world.make.organisation(scene.region);
    const supporter = `supporter-${made}`;
    await world.service.owner.query('update accounts set person_id = null where subject = $1', [secretary]);
    await world.make.account(supporter, { role: 'SUPPORTER', organisationId: organisation, personId });
    await world.accountEmail(supporter, address);
    const network = await world.make.network(scene.region, { activeFrom: '2026-01-01' });
    await world.make.support(network, organisation, '[2026-01-01,)');
    const item = await world.make.handoverItem(await world.make.successionPlan(network));
    await world.service.owner.query(`update handover_items set due_on = '2026-11-01' where id = $1`, [item]);
    await renewAll(world.service);
    await leaveAlone('2026-12-31');
    const sent = await sentOn('2026-11-26');
    expect(theirs(sent)).toEqual([]);
    expect(sent.filter((line) => /coordinator@.*overdracht/i.test(line))).toHaveLength(1);
  });
});

describe('an invitation', () => {
  let seat: string;
  let profile: string;
  beforeEach(async () => {
    seat = await seats.seat(body);
    profile = await new ProfileMakers(world.service.owner).profile(personId);
    await renewAll(world.service);
  });
  const invite = () =>
    errorsOf('invitationCreate', {
      seatId: nodeId('AdvisorySeat', seat),
      ervaringsdeskundigeId: nodeId('Ervaringsdeskundige', profile),
      motivation: 'Toch',
    });

  test('is not sent to them, and matching says that they pause', async () => {
    await leaveAlone('2026-12-31');
    expect(await invite()).toEqual(['NOT_SUITABLE']);
    const query = `query($id: ID!) { matches(seatId: $id, first: 50) { nodes { fit ervaringsdeskundige { id } criteria { code blocks } } } }`;
    const { matches } = await scene.ask(query, { id: nodeId('AdvisorySeat', seat) });
    const own = matches.nodes.find(
      (match: { ervaringsdeskundige: { id: string } }) =>
        match.ervaringsdeskundige.id === nodeId('Ervaringsdeskundige', profile),
    );
    expect(own.criteria).toContainEqual({ code: 'PAUSED', blocks: true });
  });

  test('that was on its way waits until it is over, and leaves if it still can be answered', async () => {
    expect(await invite()).toEqual([]);
    await leaveAlone('2026-11-30');
    expect(await sentOn('2026-11-26')).toEqual([]);
    expect(theirs(await sentOn('2026-12-01'))).toHaveLength(1);
  });

  test('that cannot be answered any more is not sent', async () => {
    expect(await invite()).toEqual([]);
    await leaveAlone('2027-01-31');
    expect(await sentOn('2026-11-26')).toEqual([]);
    expect(theirs(await sentOn('2027-02-01'))).toEqual([]);
  });

  test('leaves at once when they may be reached again', async () => {
    expect(await invite()).toEqual([]);
    await leaveAlone('2026-11-30');
    expect(await sentOn('2026-11-26')).toEqual([]);
    expect(await errorsOf('contactPauseEnd', { personId: who() })).toEqual([]);
    expect(theirs(await sentOn('2026-11-26'))).toHaveLength(1);
  });
});

test('what the law says that they must hear is a task for their coordinator, once', async () => {
  const profile = await new ProfileMakers(world.service.owner).profile(personId, null);
  await leaveAlone('2026-12-31');
  const scopes = ['REGION'] as const;
  const consent = {
    ervaringsdeskundigeId: nodeId('Ervaringsdeskundige', profile),
    scopes,
    textVersion: currentText(scopes)!.version,
    until: '2028-06-30',
    channel: 'PHONE',
  };
  expect(await errorsOf('findableConsentGive', consent)).toEqual([]);
  expect(theirs(await sentOn('2026-11-26'))).toEqual([]);
  expect(theirs(await sentOn('2026-11-27'))).toEqual([]);
  const { rows } = await world.service.owner.query(
    'select id, kind, region_id, due_on::text from person_tasks where person_id = $1',
    [personId],
  );
  expect(rows).toEqual([{ id: rows[0].id, kind: 'NOTICE', region_id: scene.region, due_on: '2026-12-10' }]);
  expect(await errorsOf('personTaskDone', { id: nodeId('PersonTask', rows[0].id) })).toEqual([]);
  // whoever recorded it and left them alone keeps nothing from them
  expect(theirs(await sentOn('2027-01-04'))).toEqual([
    `${address}: Iemand anders heeft uw toestemming vastgelegd`,
  ]);
});

test('what whoever moves is asked they can answer for as long after it was mailed as anybody', async () => {
  const toRegionId = nodeId('Region', scene.elsewhere);
  expect(await errorsOf('personMove', { id: who(), toRegionId })).toEqual([]);
  await leaveAlone('2027-02-15');
  expect(theirs(await sentOn('2026-11-26'))).toEqual([]);
  expect(theirs(await sentOn('2027-02-16'))).toHaveLength(1);
  const mail = (await world.emails()).find(({ header }) => header('to') === address);
  const url = /https:\/\/okn\.example(\/mail\/move\?token=[\w.-]+)/.exec(mail!.body)![1]!;
  world.service.travelTo('2027-04-17T10:00:00Z');
  expect((await world.service.app.inject(url)).statusCode).toBe(200);
  world.service.travelTo('2027-04-18T10:00:00Z');
  expect((await world.service.app.inject(url)).statusCode).toBe(410);
});

test('they are not thought of as a successor', async () => {
  const network = await world.make.network(scene.region, { activeFrom: '2026-01-01' });
  await world.make.membership(network, personId);
  const planId = nodeId('SuccessionPlan', await world.make.successionPlan(network));
  await renewAll(world.service);
  await leaveAlone('2026-12-31');
  const query = `query($id: ID!) { node(id: $id) { ... on SuccessionPlan { suggestions { person { id } } } } }`;
  const { node } = await scene.ask(query, { id: planId });
  expect(node.suggestions).toEqual([]);
  const candidate = { planId, personId: who(), readiness: 'NOW', stage: 'IDENTIFIED' };
  expect(await errorsOf('candidateAdd', candidate)).toEqual(['CONTACT_PAUSED']);
});
