import { nodeId } from '../../kernel/node-id.js';
import { startMailWorld, type MailWorld } from '../../testing/mail/mail-world.js';
import { expectStoredIsFresh, renewAll } from '../../testing/stored-is-fresh.js';
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

const WORK = `{ worklist(snoozed: true) { nodes { subject { ... on PersonTask { id kind person { id } } } reasons { code } } } }`;

async function tasks(subject: string, personId: string) {
  const { worklist } = await scene.ask(WORK, {}, subject);
  type Item = { subject: { id: string; kind: string; person: { id: string } }; reasons: { code: string }[] };
  return (worklist.nodes as Item[])
    .filter(({ subject: about }) => about.person?.id === nodeId('Person', personId))
    .map(({ subject: { kind }, reasons }) => [kind, ...reasons.map(({ code }) => code)]);
}

async function mailed(): Promise<string[]> {
  await world.service.tick();
  const sent = (await world.emails()).filter(({ name }) => !name.includes('digest'));
  await world.forgetEmails();
  return sent.map(({ header }) => `${header('to')}: ${header('subject')}`).sort();
}

test('a death is a task in each region where they took part, and mailed where it was not recorded', async () => {
  const who = await scene.involved();
  await mailed();
  await scene.depart(who.personId);
  expect(await tasks('coordinator', who.personId)).toEqual([['DIED', 'PERSON_DIED']]);
  expect(await tasks('neighbour', who.personId)).toEqual([['DIED', 'PERSON_DIED']]);
  const sent = await mailed();
  expect(sent).toContain('buur@example.org: Een ouder die in uw regio meedeed, is overleden');
  expect(sent.filter((line) => /overleden/.test(line))).toHaveLength(1);
  expect(sent.filter((line) => /stopt/.test(line))).toEqual([]);

  await scene.takeBack(who.personId);
  expect(await tasks('coordinator', who.personId)).toEqual([['DEATH_TAKEN_BACK', 'DEATH_TAKEN_BACK']]);
  expect(await tasks('neighbour', who.personId)).toEqual([['DEATH_TAKEN_BACK', 'DEATH_TAKEN_BACK']]);
  await expectStoredIsFresh(world.service);
});

test('the mail says nothing that is no longer true when it leaves', async () => {
  const who = await scene.involved();
  await mailed();
  await scene.depart(who.personId);
  await scene.takeBack(who.personId);
  expect((await mailed()).filter((line) => /is overleden/.test(line))).toEqual([]);
});

test('what is done is off the list', async () => {
  const who = await scene.involved();
  await scene.depart(who.personId, { kind: 'STOPS_EVERYTHING' });
  const [task] = await scene.rows<{ id: string }>(
    'select id from person_tasks where person_id = $1 and region_id = $2',
    who.personId,
    scene.region,
  );
  const done = `mutation($input: PersonTaskDoneInput!) { personTaskDone(input: $input) { task { doneOn } errors { code } } }`;
  const answer = await scene.ask(done, { input: { id: nodeId('PersonTask', task!.id) } });
  expect(answer.personTaskDone).toEqual({ task: { doneOn: '2026-11-25' }, errors: [] });
  expect(await tasks('coordinator', who.personId)).toEqual([]);
  expect(await tasks('neighbour', who.personId)).toEqual([['STOPPED', 'PERSON_STOPPED']]);
});

test('whoever records it sees nothing of what ends elsewhere', async () => {
  const [here, there] = [await scene.involved(), await scene.make.person(scene.region)];
  const network = await scene.make.network(scene.region);
  await scene.make.membership(network, there);
  await scene.make.membership(
    await scene.make.network(scene.region),
    here.personId,
    '[2025-01-01,2026-01-01)',
  );
  const query = `mutation($input: PersonDepartInput!) { personDepart(input: $input) { committed ids
    person { version deceasedOn departure { kind on note takeBackUntil takenBack } } departure { id kind } errors { code } } }`;
  const depart = async (personId: string) => {
    const { text } = await world.service.ask('coordinator', query, {
      input: { id: nodeId('Person', personId), kind: 'DECEASED' },
    });
    const departure = await scene.rows<{ id: string }>(
      'select id from departures where person_id = $1',
      personId,
    );
    return text
      .replaceAll(nodeId('Person', personId), 'WHO')
      .replaceAll(nodeId('PersonDeparture', departure[0]!.id), 'WHAT');
  };
  expect(await depart(here.personId)).toBe(await depart(there));
});

test('what somebody must hear is still to be told when they stop, and nobody has to when they died', async () => {
  for (const [kind, left] of [
    [
      'STOPS_EVERYTHING',
      [
        ['NOTICE', 'NOTICE_OWED'],
        ['STOPPED', 'PERSON_STOPPED'],
      ],
    ],
    ['DECEASED', [['DIED', 'PERSON_DIED']]],
  ] as const) {
    const personId = await scene.make.person(scene.region);
    await world.service.owner.query(
      `with told as (
         insert into mails (id, kind, recipient_type, recipient_id, params, made_at, due_at)
         values (gen_random_uuid(), 'NETWORK_CONTACT', 'PERSON', $1, '{"outcome": "GIVEN"}', now(), now()) returning id)
       insert into person_tasks (id, person_id, region_id, kind, mail_id, made_on, due_on)
       select gen_random_uuid(), $1, $2, 'NOTICE', id, '2026-11-20', '2026-12-04' from told`,
      [personId, scene.region],
    );
    await renewAll(world.service);
    await scene.depart(personId, { kind });
    expect((await tasks('coordinator', personId)).sort()).toEqual(left);
  }
});
