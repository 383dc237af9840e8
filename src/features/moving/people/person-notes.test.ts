import { nodeId } from '../../../kernel/node-id.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { MovingScene } from '../testing/moving-scene.js';

let service: TestService;
let scene: MovingScene;
let seats: SeatMakers;
let networks: { here: string; there: string };
let bodyThere: string;

beforeAll(async () => {
  service = await startTestService();
  scene = await MovingScene.begin(service);
  const { make, region, elsewhere } = scene;
  seats = new SeatMakers(service.owner);
  networks = { here: await make.network(region), there: await make.network(elsewhere) };
  bodyThere = await seats.body(elsewhere);
  const steunpunt = await make.organisation(elsewhere);
  await make.support(networks.there, steunpunt);
  await make.account('supporter', { role: 'SUPPORTER', organisationId: steunpunt });
  await make.account('secretary', { role: 'SECRETARY', regionId: elsewhere });
  await make.account('country', { role: 'COORDINATOR', regionId: await make.region('NL') });
});
afterAll(() => service.close());

const OTHERS = ['neighbour', 'supporter', 'secretary'];

async function note(subject: string, personId: string): Promise<string | null> {
  const { node } = await scene.ask(
    'query($id: ID!) { node(id: $id) { ... on Person { note } } }',
    { id: nodeId('Person', personId) },
    subject,
  );
  return node && node.note;
}

async function write(subject: string, personId: string, text: string | null) {
  const input = { id: nodeId('Person', personId), patch: { note: text } };
  const { data, errors } = await service.ask(
    subject,
    'mutation($input: PersonUpdateInput!) { personUpdate(input: $input) { person { note } errors { code } } }',
    { input },
  );
  return errors ? errors[0]!.extensions.code : data.personUpdate.person.note;
}

const notes = (personId: string) =>
  scene.rows(
    'select r.code, n.note from person_notes n join regions r on r.id = n.region_id where person_id = $1 order by 1',
    personId,
  );

/** Somebody with a role in both regions, of whom the home region wrote. */
async function noted(): Promise<string> {
  const person = await scene.make.person(scene.region);
  await scene.make.membership(networks.here, person);
  await scene.make.membership(networks.there, person);
  await seats.appointment(await seats.seat(bodyThere), person);
  expect(await write('coordinator', person, 'Belt liever niet')).toBe('Belt liever niet');
  return person;
}

test.each(OTHERS)(
  'a role elsewhere does not show the note of the home region to the %s there',
  async (subject) => {
    const person = await noted();
    expect(await scene.sees(subject, person)).toBe(true);
    expect(await note(subject, person)).toBeNull();
    expect(await note('coordinator', person)).toBe('Belt liever niet');
  },
);

test('whoever only sees a role of somebody writes no note of them', async () => {
  const person = await noted();
  expect(await write('neighbour', person, 'Van ons')).toBe('FORBIDDEN');
  expect(await notes(person)).toEqual([{ code: 'JZ06', note: 'Belt liever niet' }]);
});

test('after a move each region sees what it wrote itself, and no more', async () => {
  const person = await noted();
  await scene.move(person, { mayIntroduce: true });
  expect(await scene.home(person)).toBe('JZ22');
  for (const subject of OTHERS) expect([subject, await note(subject, person)]).toEqual([subject, null]);
  expect(await note('coordinator', person)).toBe('Belt liever niet');

  expect(await write('neighbour', person, 'Kennisgemaakt')).toBe('Kennisgemaakt');
  expect(await note('neighbour', person)).toBe('Kennisgemaakt');
  expect(await note('coordinator', person)).toBe('Belt liever niet');
  expect(await write('coordinator', person, 'Van toen')).toBe('FORBIDDEN');
  expect(await write('neighbour', person, null)).toBeNull();
  expect(await notes(person)).toEqual([{ code: 'JZ06', note: 'Belt liever niet' }]);
});

test('a move that never was gives the old region its note back, and hides that of the new one', async () => {
  const person = await noted();
  await scene.move(person, { mayIntroduce: true });
  const [move] = await scene.rows<{ id: string }>('select id from person_moves where person_id = $1', person);
  await write('neighbour', person, 'Kennisgemaakt');
  expect((await scene.annul(nodeId('PersonMove', move!.id), 'neighbour')).errors).toEqual([]);
  expect(await scene.home(person)).toBe('JZ06');
  expect(await write('coordinator', person, 'Weer bij ons')).toBe('Weer bij ons');
  expect(await note('neighbour', person)).toBe('Kennisgemaakt');
  expect(await note('coordinator', person)).toBe('Weer bij ons');
});

test('whoever coordinates both regions sees the note of the one that answers for the person', async () => {
  const person = await noted();
  expect(await note('country', person)).toBe('Belt liever niet');
  await scene.move(person, { mayIntroduce: true });
  expect(await note('country', person)).toBeNull();
  expect(await write('country', person, 'Kennisgemaakt')).toBe('Kennisgemaakt');
  expect(await notes(person)).toHaveLength(2);
  expect(await write('country', person, null)).toBeNull();
  expect(await notes(person)).toEqual([{ code: 'JZ06', note: 'Belt liever niet' }]);
});

test.each(['ervaringsdeskundige', 'oudernetwerk'])(
  'why a region put off work on an %s does not reach the region that it comes to',
  async (what) => {
    const person = await scene.make.person(scene.region);
    const expert = what === 'ervaringsdeskundige' ? await scene.profiles.profile(person) : null;
    const network = expert ? null : await scene.make.network(scene.region);
    const subject = expert ?? network;
    await scene.rows(
      `insert into work_item_snoozes
         (subject_id, subject_type, ervaringsdeskundige_id, oudernetwerk_id, region_id, until, reason, severity, account_id)
       select $1, $2, $3, $4, $5, '2027-01-01', 'Eerst even rust', 2, id from accounts where subject = 'coordinator'`,
      ...[subject, expert ? 'Ervaringsdeskundige' : 'Oudernetwerk', expert, network, scene.region],
    );
    if (expert) await scene.move(person, { mayIntroduce: true });
    else await scene.rows(`select network_goes_to($1, $2, '2026-11-25')`, network, scene.elsewhere);
    expect(await scene.rows('select reason from work_item_snoozes where subject_id = $1', subject)).toEqual(
      [],
    );
  },
);
