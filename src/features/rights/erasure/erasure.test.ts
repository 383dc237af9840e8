import { nodeId } from '../../../kernel/node-id.js';
import { startMailWorld } from '../../../testing/mail/mail-world.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { DepartureScene } from '../../departures/testing/departure-scene.js';

let service: TestService;
let scene: DepartureScene;

beforeAll(async () => {
  service = await startTestService();
  scene = await DepartureScene.begin(service);
});
afterAll(() => service.close());

const erase = async (personId: string, input: object = {}, subject = 'coordinator') =>
  (
    await scene.ask(
      `mutation($input: PersonEraseInput!) { done: personErase(input: $input) {
        person { id displayName name { givenName } erasedOn } errors { code path } } }`,
      { input: { personId: nodeId('Person', personId), reason: 'ASKED', ...input } },
      subject,
    )
  ).done;

const previewFor = async (subject: string, personId: string) =>
  (
    await scene.ask(
      `query($id: ID!) { personErasure(personId: $id) {
        person { id } goes { place rows } stays { place rows } hindrances { code message } mentions { id }
        impact { networks { oudernetwerk { id } coveredBy { __typename } } } } }`,
      { id: nodeId('Person', personId) },
      subject,
    )
  ).personErasure;

const preview = (personId: string) => previewFor('coordinator', personId);

test('the preview says what goes, what stays, and who leads the network that they led alone', async () => {
  const { personId, network } = await scene.involved();
  await service.owner.query(`insert into person_contacts (person_id, email) values ($1, 'weg@example.org')`, [
    personId,
  ]);
  const { goes, stays, impact, hindrances } = await unchanged(service.owner, () => preview(personId));
  expect(goes).toEqual(
    expect.arrayContaining([
      { place: 'person_details', rows: 1 },
      { place: 'person_contacts', rows: 1 },
      { place: 'ervaringsdeskundigen', rows: 1 },
    ]),
  );
  expect(stays).toEqual(expect.arrayContaining([{ place: 'trekkerschappen', rows: 2 }]));
  expect(impact.networks).toEqual(
    expect.arrayContaining([
      { oudernetwerk: { id: nodeId('Oudernetwerk', network) }, coveredBy: { __typename: 'Organisation' } },
    ]),
  );
  expect(hindrances).toEqual([]);
});

test('roles and dates stay under a pseudonym, and the network is covered from the next day', async () => {
  const { personId, network, led } = await scene.involved();
  const { person, errors } = await erase(personId);
  expect(errors).toEqual([]);
  expect(person).toEqual({
    id: nodeId('Person', personId),
    displayName: `Persoon ${personId.slice(-6)}`,
    name: null,
    erasedOn: '2026-11-25',
  });
  const { oudernetwerk } = await scene.ask(
    `query($id: ID!) { oudernetwerk(id: $id) { trekkerschappen { nodes { id person { displayName } period { until } } }
      caretakerships { nodes { standby period { from } } } } }`,
    { id: nodeId('Oudernetwerk', network) },
  );
  expect(oudernetwerk.trekkerschappen.nodes).toEqual([
    {
      id: nodeId('Trekkerschap', led),
      person: { displayName: person.displayName },
      period: { until: '2026-11-25' },
    },
  ]);
  expect(oudernetwerk.caretakerships.nodes).toEqual([{ standby: true, period: { from: '2026-11-26' } }]);
  expect(await unchanged(service.owner, () => erase(personId))).toMatchObject({ person: { id: person.id } });
});

test('nothing brings it back: no detail, no role, no departure that is taken back', async () => {
  const { personId } = await scene.involved();
  await erase(personId);
  const id = nodeId('Person', personId);
  const network = nodeId(
    'Oudernetwerk',
    await scene.make.network(scene.region, { activeFrom: '2026-01-01' }),
  );
  const attempts: [string, string, object][] = [
    ['personUpdate', 'PersonUpdateInput', { id, patch: { name: { givenName: 'A', familyName: 'B' } } }],
    ['personUpdate', 'PersonUpdateInput', { id, patch: { language: 'tig' } }],
    ['personUpdate', 'PersonUpdateInput', { id, patch: { note: 'Toch' } }],
    [
      'schoolTieRecord',
      'SchoolTieRecordInput',
      { personId: id, stage: 'BO', yearLevel: 7, schoolYear: '2026-2027' },
    ],
    ['membershipStart', 'MembershipStartInput', { personId: id, oudernetwerkId: network }],
    ['contactPause', 'ContactPauseInput', { personId: id, until: '2026-12-31' }],
    ['personDepart', 'PersonDepartInput', { id, kind: 'DECEASED' }],
  ];
  for (const [mutation, type, input] of attempts) {
    const { done } = await unchanged(service.owner, () =>
      scene.ask(`mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } } }`, {
        input,
      }),
    );
    expect([mutation, done.errors]).toEqual([mutation, [{ code: 'PERSON_ERASED' }]]);
  }
  const back = await unchanged(service.owner, () => scene.takeBack(personId));
  expect(back.errors).toEqual([{ code: 'NO_DEPARTURE', path: ['input', 'id'] }]);
});

test('their account ends at once', async () => {
  const personId = await scene.make.person(scene.region);
  await scene.make.account('gone', { personId });
  const who = '{ viewer { person { displayName } } }';
  expect((await service.ask('gone', who)).status).toBe(200);
  expect((await erase(personId, {}, 'gone')).errors).toEqual([]);
  const { status, errors } = await service.ask('gone', who);
  expect([status, errors[0].extensions.reason]).toEqual([401, 'NO_ACCOUNT']);
});

test('whoever works with an account ends that first', async () => {
  const personId = await scene.make.person(scene.region);
  await scene.make.account('works here', {
    role: 'SUPPORTER',
    personId,
    organisationId: await scene.make.organisation(scene.region),
  });
  expect((await preview(personId)).hindrances).toEqual([
    { code: 'WORK_ACCOUNT', message: expect.stringContaining('Beëindig eerst die rol') },
  ]);
  const { errors } = await unchanged(service.owner, () => erase(personId));
  expect(errors).toEqual([{ code: 'WORK_ACCOUNT', path: ['input', 'personId'] }]);
});

test('what others wrote with their name in it is listed, before and after, and stays', async () => {
  const personId = await scene.make.person(scene.region, { given: 'Ottoline', family: 'Zeldzaam' });
  const other = await scene.make.person(scene.region);
  await service.owner.query('insert into person_notes (person_id, region_id, note) values ($1, $2, $3)', [
    other,
    scene.region,
    'Kent Ottoline Zeldzaam van het koor',
  ]);
  const mentions = [{ id: nodeId('Person', other) }];
  expect((await preview(personId)).mentions).toEqual(mentions);
  expect((await erase(personId)).errors).toEqual([]);
  expect((await preview(personId)).mentions).toEqual(mentions);
  const { goes } = await preview(personId);
  expect(goes.filter(({ place }: { place: string }) => !place.startsWith('people.'))).toEqual([]);
});

test('the preview is for whoever keeps the record', async () => {
  const personId = await scene.make.person(scene.region);
  await scene.make.membership(await scene.make.network(scene.elsewhere), personId);
  expect(await previewFor('neighbour', personId)).toBeNull();
  await scene.make.account('themselves', { personId });
  expect(await previewFor('themselves', personId)).toMatchObject({ hindrances: [] });
});

test('mail that became files goes with them, and a link in a mail of theirs leads nowhere', async () => {
  const world = await startMailWorld();
  try {
    const region = await world.make.region('JZ06');
    await world.make.account('coordinator', { role: 'COORDINATOR', regionId: region });
    const personId = await world.make.person(region, { given: 'Ottoline', family: 'Zeldzaam' });
    await world.email(personId, 'ottoline@example.org');
    const ledBy = await world.make.person(region);
    const network = await world.make.network(region, { activeFrom: '2026-01-01', ledBy });
    await world.make.membership(network, personId);
    const ask = { oudernetwerkId: nodeId('Oudernetwerk', network) };
    await world.service.ask(
      'coordinator',
      `mutation($input: NetworkContactAskInput!) { networkContactAsk(input: $input) { errors { code } } }`,
      { input: ask },
    );
    world.service.travelTo('2026-11-25T10:05:00Z');
    await world.service.tick();
    const [email] = await world.emails();
    const [link] = /\/mail\/network-contact\?token=[\w.-]+/.exec(email!.body)!;
    const visit = async () => (await world.service.app.inject(link)).statusCode;
    expect(await visit()).toBe(200);
    await world.service.ask(
      'coordinator',
      `mutation($input: PersonEraseInput!) { personErase(input: $input) { errors { code } } }`,
      { input: { personId: nodeId('Person', personId), reason: 'CONSENT_WITHDRAWN' } },
    );
    expect([404, 410]).toContain(await visit());
    await world.service.tick();
    expect(await world.emails()).toEqual([]);
  } finally {
    await world.close();
  }
});
