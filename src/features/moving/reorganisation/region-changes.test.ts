import { nodeId } from '../../../kernel/node-id.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';
import { unchanged } from '../../../testing/unchanged.js';
import { MovingScene } from '../testing/moving-scene.js';

const CHANGES = `{ regionChanges { id version comes on region { code } otherRegion { code } municipalities { code }
  networks { id status subject { id } } people { id status person { displayName } } } }`;
const APPLY = `mutation($input: RegionChangeApplyInput!) { regionChangeApply(input: $input) {
  regionChange { networks { status } people { status } } errors { code path } } }`;
const DECIDE = `mutation($input: RegionAgreementDecideInput!) { regionAgreementDecide(input: $input) { errors { code } } }`;

let world: MailWorld;
let scene: MovingScene;
let alkmaar: string;

beforeEach(async () => {
  world = await startMailWorld();
  scene = await MovingScene.begin(world.service);
  const [row] = await scene.rows<{ id: string }>(`select id from municipalities where code = 'GM0361'`);
  alkmaar = row!.id;
});
afterEach(() => world.close());

/** Alkmaar goes from JZ06 to JZ22. */
async function change(on = '2027-02-01'): Promise<void> {
  await world.service.owner.query(
    `insert into municipality_regions (municipality_id, valid_from, region_id) values ($1, $2, $3)`,
    [alkmaar, on, scene.elsewhere],
  );
}
async function inhabitant(address?: string): Promise<string> {
  const person = await scene.make.person(scene.region);
  await world.service.owner.query('update people set municipality_id = $2 where id = $1', [person, alkmaar]);
  if (address) await world.email(person, address);
  return person;
}
async function network(): Promise<string> {
  const id = await scene.make.network(scene.region, { activeFrom: '2026-01-01' });
  await world.service.owner.query(
    'insert into oudernetwerk_municipalities (oudernetwerk_id, municipality_id) values ($1, $2)',
    [id, alkmaar],
  );
  await scene.renew();
  return id;
}
async function at(instant: string): Promise<void> {
  world.service.travelTo(instant);
  await world.service.tick();
}
const changes = async (subject: string) => (await scene.ask(CHANGES, {}, subject)).regionChanges;
async function apply(subject = 'neighbour') {
  const [{ id }] = await changes(subject);
  return (await scene.ask(APPLY, { input: { id } }, subject)).regionChangeApply;
}
const regionOf = async (id: string) =>
  (
    await scene.rows<{ code: string }>(
      'select r.code from oudernetwerken n join regions r on r.id = n.region_id where n.id = $1',
      id,
    )
  )[0]!.code;
async function work(subject: string): Promise<string[]> {
  const { worklist } = await scene.ask(
    '{ worklist(snoozed: true) { nodes { subject { ... on RegionChange { id } } reasons { code } } } }',
    {},
    subject,
  );
  type Item = { subject: { id?: string }; reasons: { code: string }[] };
  return (worklist.nodes as Item[])
    .filter(({ subject: about }) => about.id)
    .flatMap(({ reasons }) => reasons.map(({ code }) => code));
}
const mailed = async () =>
  (await world.emails()).filter(({ header }) => /Uw gemeente/.test(header('subject') ?? ''));

test('ahead of the day both regions find on their worklist what it concerns, and nothing has changed hands', async () => {
  await change();
  const [parent, oudernetwerk] = [await inhabitant('ouder@example.org'), await network()];
  await world.service.tick();
  const [ours] = await changes('coordinator');
  expect(ours).toMatchObject({
    comes: false,
    on: '2027-02-01',
    otherRegion: { code: 'JZ22' },
    municipalities: [{ code: 'GM0361' }],
    networks: [{ status: 'ASKED', subject: { id: nodeId('Oudernetwerk', oudernetwerk) } }],
    people: [{ status: 'WAITING', person: { displayName: expect.any(String) } }],
  });
  const [theirs] = await changes('neighbour');
  // whom it concerns the new region does not see
  expect(theirs).toMatchObject({ comes: true, networks: [{ status: 'ASKED' }], people: [] });
  expect([await work('coordinator'), await work('neighbour')]).toEqual([['REGION_LEAVES'], ['REGION_COMES']]);
  await at('2027-02-01T10:00:00Z');
  expect([await scene.home(parent), await regionOf(oudernetwerk)]).toEqual(['JZ06', 'JZ06']);
  expect(await scene.sees('neighbour', parent)).toBe(false);
  const [moved] = await scene.rows('select region_id from municipalities where id = $1', alkmaar);
  expect(moved).toEqual({ region_id: scene.elsewhere });
  expect(await changes('neighbour')).toMatchObject([{ municipalities: [{ code: 'GM0361' }] }]);
  await expectStoredIsFresh(world.service, '2027-02-01');
});

test('applied on the day, by the region to which it comes: networks, and people who were told a month ago', async () => {
  await change();
  const [early, late, oudernetwerk] = [
    await inhabitant('vroeg@example.org'),
    await inhabitant(),
    await network(),
  ];
  await world.service.tick();
  expect(await mailed()).toHaveLength(1);
  const soon = await unchanged(world.service.owner, () => apply());
  expect(soon.errors).toEqual([{ code: 'NOT_YET', path: ['input', 'id'] }]);

  // whoever has no address is told by the region
  await at('2027-01-20T10:00:00Z');
  const [task] = await scene.rows<{ id: string }>('select id from person_tasks where person_id = $1', late);
  const done = `mutation($input: PersonTaskDoneInput!) { personTaskDone(input: $input) { errors { code } } }`;
  const told = await scene.ask(done, { input: { id: nodeId('PersonTask', task!.id) } });
  expect(told.personTaskDone.errors).toEqual([]);

  await at('2027-02-01T10:00:00Z');
  const other = await unchanged(world.service.owner, () => apply('coordinator'));
  expect(other.errors).toEqual([{ code: 'OTHER_SIDE', path: ['input', 'id'] }]);
  expect((await apply()).errors).toEqual([]);
  expect([await scene.home(early), await scene.home(late), await regionOf(oudernetwerk)]).toEqual([
    'JZ22',
    'JZ06',
    'JZ22',
  ]);
  expect(await work('neighbour')).toEqual(['REGION_COMES']);
  const again = await unchanged(world.service.owner, () => apply());
  expect(again.errors).toEqual([]);
  await expectStoredIsFresh(world.service, '2027-02-01');

  await at('2027-02-20T10:00:00Z');
  await apply();
  expect(await scene.home(late)).toBe('JZ22');
  expect([await work('coordinator'), await work('neighbour')]).toEqual([[], []]);
  await expectStoredIsFresh(world.service, '2027-02-20');
});

test('each is refused singly: a parent by the page in the mail, a network by either region', async () => {
  await change();
  const objects = await inhabitant('nee@example.org');
  const [declined, withdrawn] = [await network(), await network()];
  await world.service.tick();
  const [mail] = await mailed();
  const url = /https:\/\/okn\.example(\/mail\/move\?token=[\w.-]+)/.exec(mail!.body)![1]!;
  const page = await unchanged(world.service.owner, () => world.service.app.inject(url));
  expect([page.statusCode, page.body.includes('Uw gemeente gaat')]).toEqual([200, true]);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  await world.service.app.inject({ method: 'POST', url, headers, payload: 'answer=no' });

  const [ours] = await changes('coordinator');
  const idOf = (id: string) =>
    ours.networks.find((each: { subject: { id: string } }) => each.subject.id === nodeId('Oudernetwerk', id))
      .id;
  const no = { id: idOf(declined), accept: false, reason: 'Blijft bij jullie' };
  expect((await scene.ask(DECIDE, { input: no }, 'neighbour')).regionAgreementDecide.errors).toEqual([]);
  const withdraw = `mutation($input: RegionAgreementWithdrawInput!) { regionAgreementWithdraw(input: $input) { errors { code } } }`;
  const back = await scene.ask(withdraw, { input: { id: idOf(withdrawn) } });
  expect(back.regionAgreementWithdraw.errors).toEqual([]);

  await at('2027-02-01T10:00:00Z');
  const nothing = await unchanged(world.service.owner, () => apply());
  expect(nothing.errors).toEqual([]);
  expect([await scene.home(objects), await regionOf(declined), await regionOf(withdrawn)]).toEqual([
    'JZ06',
    'JZ06',
    'JZ06',
  ]);
  expect([await work('coordinator'), await work('neighbour')]).toEqual([[], []]);
});

test('they are told on the day on which the mail goes out; where it cannot, their region tells them', async () => {
  await change();
  await at('2026-12-10T21:30:00Z');
  const [parent, unreached] = [await inhabitant('ouder@example.org'), await inhabitant('weg@example.org')];
  await world.service.tick();
  const told = async (id: string) =>
    (
      await scene.rows<{ on: string | null }>(
        'select told_on::text as on from person_moves where person_id = $1',
        id,
      )
    )[0]!.on;
  expect([(await mailed()).length, await told(parent)]).toEqual([0, null]);
  await world.service.owner.query(`delete from person_contacts where person_id = $1`, [unreached]);
  await at('2026-12-11T10:00:00Z');
  expect([(await mailed()).length, await told(parent), await told(unreached)]).toEqual([
    1,
    '2026-12-11',
    null,
  ]);
  await world.service.tick();
  expect(await scene.rows('select kind from person_tasks where person_id = $1', unreached)).toEqual([
    { kind: 'REGION_CHANGES' },
  ]);
  expect(await mailed()).toHaveLength(1);
});

test('of many whom no mail reaches, their region hears once on a day, and finds each on its worklist', async () => {
  await world.accountEmail('coordinator', 'coordinator@example.org');
  await change();
  const unreached = [await inhabitant(), await inhabitant(), await inhabitant()];
  await world.service.tick();
  await world.service.tick();
  const told = (await world.emails()).filter(({ header }) =>
    /gemeente van ouders/.test(header('subject') ?? ''),
  );
  expect(told.map(({ header }) => header('to'))).toEqual(['coordinator@example.org']);
  const tasks = 'select from person_tasks where person_id = any ($1) and done_on is null';
  expect(await scene.rows(tasks, unreached)).toHaveLength(3);
});

test('whoever is left alone is told by their region, and mailed when that is over', async () => {
  const parent = await inhabitant('rust@example.org');
  const paused = await scene.ask(
    'mutation($input: ContactPauseInput!) { contactPause(input: $input) { errors { code } } }',
    { input: { personId: nodeId('Person', parent), until: '2026-12-31' } },
  );
  expect(paused.contactPause.errors).toEqual([]);
  await change();
  await at('2026-12-11T10:00:00Z');
  await world.service.tick();
  expect(await mailed()).toEqual([]);
  const told = 'select told_on::text as on from person_moves where person_id = $1';
  expect(await scene.rows(told, parent)).toEqual([{ on: null }]);
  const [task] = await scene.rows<{ id: string }>(
    `select id from person_tasks where person_id = $1 and kind = 'NOTICE'`,
    parent,
  );
  const done = await scene.ask(
    'mutation($input: PersonTaskDoneInput!) { personTaskDone(input: $input) { errors { code } } }',
    { input: { id: nodeId('PersonTask', task!.id) } },
  );
  expect(done.personTaskDone.errors).toEqual([]);
  expect(await scene.rows(told, parent)).toEqual([{ on: '2026-12-11' }]);
  await at('2027-01-04T10:00:00Z');
  expect(await mailed()).toHaveLength(1);
  expect(await scene.rows(told, parent)).toEqual([{ on: '2026-12-11' }]);
  await at('2027-02-01T10:00:00Z');
  await apply();
  expect(await scene.home(parent)).toBe('JZ22');
});

test('whoever stops, and not after all, is not asked what nobody has to ask', async () => {
  const parent = await inhabitant('stop@example.org');
  await change();
  await at('2026-12-11T10:00:00Z');
  expect(await mailed()).toHaveLength(1);
  const stop = `mutation($input: PersonDepartInput!) { personDepart(input: $input) { departure { id } errors { code } } }`;
  const back = `mutation($input: PersonDepartTakeBackInput!) { personDepartTakeBack(input: $input) { errors { code } } }`;
  const gone = await scene.ask(stop, { input: { id: nodeId('Person', parent), kind: 'STOPS_EVERYTHING' } });
  const { id } = gone.personDepart.departure;
  expect((await scene.ask(back, { input: { id } })).personDepartTakeBack.errors).toEqual([]);
  expect(await scene.tasks('coordinator', parent)).toEqual(['STOP_TAKEN_BACK']);
});

test('a change that is off never was: whoever was told is told that, and a new day is proposed anew', async () => {
  await change();
  const [mailedTo, calledUp, oudernetwerk] = [
    await inhabitant('ouder@example.org'),
    await inhabitant(),
    await network(),
  ];
  await world.service.tick();
  const done = `mutation($input: PersonTaskDoneInput!) { personTaskDone(input: $input) { errors { code } } }`;
  const [task] = await scene.rows<{ id: string }>(
    'select id from person_tasks where person_id = $1',
    calledUp,
  );
  await scene.ask(done, { input: { id: nodeId('PersonTask', task!.id) } });
  await world.forgetEmails();

  await world.service.owner.query(`delete from municipality_regions where municipality_id = $1`, [alkmaar]);
  await world.service.tick();
  const [ours] = await changes('coordinator');
  expect(ours).toMatchObject({ municipalities: [], networks: [{ status: 'WITHDRAWN' }], people: [] });
  expect([await work('coordinator'), await work('neighbour')]).toEqual([[], []]);
  const [mail, ...others] = await mailed();
  expect([mail!.header('to'), others]).toEqual(['ouder@example.org', []]);
  expect(mail!.body).toContain('Dat gaat niet door.');
  expect(
    await scene.rows(
      'select person_id as who, kind from person_tasks where done_on is null and person_id = any (array[$1, $2]::uuid[])',
      mailedTo,
      calledUp,
    ),
  ).toEqual([{ who: calledUp, kind: 'CHANGE_IS_OFF' }]);
  await expectStoredIsFresh(world.service);

  await change('2027-03-01');
  await world.service.tick();
  const [later] = await changes('coordinator');
  expect(later).toMatchObject({ on: '2027-03-01', people: [{}, {}] });
  expect(later.networks.map(({ status }: { status: string }) => status).sort()).toEqual([
    'ASKED',
    'WITHDRAWN',
  ]);
  expect(await regionOf(oudernetwerk)).toBe('JZ06');
});

test('consent to be found holds until it is applied, and ends then', async () => {
  await change();
  const parent = await inhabitant('ouder@example.org');
  await scene.profiles.profile(parent);
  await world.service.tick();
  const until = async () =>
    (
      await scene.rows<{ until: string }>(
        'select findable_until::text as until from ervaringsdeskundigen where person_id = $1',
        parent,
      )
    )[0]!.until;
  await at('2027-02-01T10:00:00Z');
  expect(await until()).toBe('2028-12-31');
  await apply();
  expect(await until()).toBe('2027-01-31');
});

test('a municipality that becomes part of another in the same region is followed on the day, by nobody’s decision', async () => {
  const [other] = await scene.rows<{ id: string }>(
    `select id from municipalities where region_id = $1 and id <> $2 order by code limit 1`,
    scene.region,
    alkmaar,
  );
  await world.service.owner.query(
    `insert into municipality_regions (municipality_id, valid_from, region_id, into_id) values ($1, '2027-01-01', $2, $3)`,
    [alkmaar, scene.region, other!.id],
  );
  const [parent, oudernetwerk] = [await inhabitant(), await network()];
  await at('2026-12-31T10:00:00Z');
  expect(await scene.rows('select municipality_id as id from people where id = $1', parent)).toEqual([
    { id: alkmaar },
  ]);
  await at('2027-01-01T10:00:00Z');
  expect(await scene.rows('select municipality_id as id from people where id = $1', parent)).toEqual([other]);
  expect(
    await scene.rows(
      'select municipality_id as id from oudernetwerk_municipalities where oudernetwerk_id = $1',
      oudernetwerk,
    ),
  ).toEqual([other]);
  expect(await changes('coordinator')).toEqual([]);
  await expectStoredIsFresh(world.service, '2027-01-01');
});
