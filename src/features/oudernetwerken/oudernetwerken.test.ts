import { nodeId } from '../../kernel/node-id.js';
import { attemptOf } from '../../testing/access/mutations/mutation-world.js';
import { NOW, startTestService } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';
import { NETWORK, NetworkScene } from './testing/network-scene.js';

let scene: NetworkScene;

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
});
afterEach(() => scene.service.travelTo(NOW));
afterAll(() => scene.service.close());

/** With the network after the change. */
const run = (mutation: string, input: object) => scene.run(mutation, input, NETWORK);

test('a network is made FORMING, changed by what a patch names, and cleared by null', async () => {
  const { oudernetwerk, errors } = await run('oudernetwerkCreate', await scene.complete());
  expect(errors).toEqual([]);
  expect(oudernetwerk).toMatchObject({
    version: 1,
    status: 'FORMING',
    name: 'Oudernetwerk Noord',
    sectors: ['PO', 'ZORG'],
    meetingRhythm: 'MONTHLY',
    contactPerson: { displayName: 'Con Tact' },
    activeFrom: null,
    caretaker: null,
  });
  expect([oudernetwerk.municipalities.length, oudernetwerk.themes.length]).toEqual([1, 2]);
  const { id } = oudernetwerk;
  const patch = async (changes: object) =>
    (await run('oudernetwerkUpdate', { id, patch: changes })).oudernetwerk;
  const { version: _version, ...rest } = oudernetwerk;
  expect(await patch({})).toEqual({ ...rest, version: 1 });
  expect(await patch({ name: 'Noord', themeIds: [] })).toEqual({
    ...rest,
    version: 2,
    name: 'Noord',
    themes: [],
  });
  const cleared = { purpose: null, municipalityIds: null, meetingRhythm: null, contactPersonId: null };
  expect(await patch(cleared)).toMatchObject({
    name: 'Noord',
    purpose: null,
    municipalities: [],
    meetingRhythm: null,
    contactPerson: null,
    sectors: ['PO', 'ZORG'],
  });
});

test('a retired theme stays where it is and goes nowhere else', async () => {
  const [kept, retired] = await scene.themeIds();
  const { oudernetwerk } = await run('oudernetwerkCreate', {
    regionId: scene.regionId,
    name: 'Oud',
    sectors: ['PO'],
    themeIds: [retired],
  });
  await scene.service.owner.query(`update themes set retired_on = '2026-11-25' where id = $1`, [
    Buffer.from(retired!, 'base64url').toString().split(':')[1],
  ]);
  const patch = { themeIds: [kept, retired] };
  expect((await run('oudernetwerkUpdate', { id: oudernetwerk.id, patch })).errors).toEqual([]);
  expect(
    await scene.refused('oudernetwerkCreate', {
      regionId: scene.regionId,
      name: 'Nieuw',
      sectors: ['PO'],
      ...patch,
    }),
  ).toEqual([['THEME_RETIRED', 'input', 'themeIds', '1']]);
});

test('not with a contact person or a region that is not yours to see or manage', async () => {
  const contactPersonId = nodeId('Person', await scene.make.person(scene.elsewhere));
  expect(
    await scene.refused('oudernetwerkCreate', {
      regionId: scene.regionId,
      name: 'A',
      sectors: ['PO'],
      contactPersonId,
    }),
  ).toEqual([['NOT_FOUND', 'input', 'contactPersonId']]);
  const input = { regionId: nodeId('Region', scene.elsewhere), name: 'A', sectors: ['PO'] };
  const { errors } = await unchanged(scene.service.owner, () =>
    scene.service.ask('coordinator', attemptOf('oudernetwerkCreate'), { input }),
  );
  expect(errors[0].extensions.code).toBe('FORBIDDEN');
});

describe('the life of a network', () => {
  const forming = async () => nodeId('Oudernetwerk', await scene.make.network(scene.region));

  test('FORMING → ACTIVE → DORMANT → ACTIVE → ENDED, and each step only from where it starts', async () => {
    const id = await forming();
    expect(await scene.refused('oudernetwerkPause', { id })).toEqual([['NETWORK_NOT_ACTIVE', 'input', 'id']]);
    expect((await run('oudernetwerkActivate', { id, on: '2026-11-01' })).oudernetwerk).toMatchObject({
      status: 'ACTIVE',
      activeFrom: '2026-11-01',
      caretaker: { standby: true, organisation: { name: 'Landelijk steunpunt oudernetwerken' } },
    });
    expect(await scene.refused('oudernetwerkActivate', { id })).toEqual([
      ['NETWORK_NOT_FORMING', 'input', 'id'],
    ]);
    expect((await run('oudernetwerkPause', { id })).oudernetwerk).toMatchObject({
      status: 'DORMANT',
      caretaker: { standby: true },
    });
    expect((await run('oudernetwerkActivate', { id })).oudernetwerk).toMatchObject({
      status: 'ACTIVE',
      activeFrom: '2026-11-01',
    });
    expect((await run('oudernetwerkEnd', { id, reason: ' Opgegaan in Zuid ' })).oudernetwerk).toMatchObject({
      status: 'ENDED',
      endedOn: '2026-11-25',
      endReason: 'Opgegaan in Zuid',
    });
    expect(await scene.refused('oudernetwerkEnd', { id, reason: 'x' })).toEqual([
      ['ALREADY_ENDED', 'input', 'id'],
    ]);
    expect(await scene.refused('oudernetwerkActivate', { id })).toEqual([
      ['NETWORK_NOT_FORMING', 'input', 'id'],
    ]);
  });

  test('not active from tomorrow on, nor ended in ten years or before it began', async () => {
    const id = await forming();
    expect(await scene.refused('oudernetwerkActivate', { id, on: '2026-11-26' })).toEqual([
      ['DATE_OUT_OF_RANGE', 'input', 'on'],
    ]);
    await run('oudernetwerkActivate', { id, on: '2026-11-01' });
    for (const on of ['2036-11-26', '2026-10-31']) {
      expect(await scene.refused('oudernetwerkEnd', { id, on, reason: 'Klaar' })).toEqual([
        ['DATE_OUT_OF_RANGE', 'input', 'on'],
      ]);
    }
  });

  test('an end ends every role in it on the same day; what was to start never does', async () => {
    const person = await scene.make.person(scene.region);
    const network = await scene.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: person });
    await scene.make.trekkerschap(network, await scene.make.person(scene.region), '[2027-01-01,)');
    await scene.make.membership(network, person);
    await scene.make.support(network, await scene.make.organisation(scene.region));
    const id = nodeId('Oudernetwerk', network);
    expect((await run('oudernetwerkEnd', { id, on: '2026-11-20', reason: 'Klaar' })).errors).toEqual([]);
    const periods = `period { from until }`;
    const { oudernetwerk } =
      await scene.ask(`{ oudernetwerk(id: "${id}") { trekkerschappen { nodes { ${periods} endReason } }
      members(on: "2026-11-20") { nodes { ${periods} } } support(on: "2026-11-20") { ${periods} } caretakerships { totalCount } } }`);
    const period = { from: '2026-01-01', until: '2026-11-20' };
    expect(oudernetwerk).toEqual({
      trekkerschappen: { nodes: [{ period, endReason: 'OTHER' }] },
      members: { nodes: [{ period }] },
      support: [{ period }],
      caretakerships: { totalCount: 0 },
    });
  });

  test('it ended before its caretaker stood by: the days since were nobody’s to lead', async () => {
    const network = await scene.make.network(scene.region, {
      activeFrom: '2026-01-01',
      ledBy: await scene.make.person(scene.region),
    });
    const id = nodeId('Oudernetwerk', network);
    const { oudernetwerk } = await scene.ask(`{ oudernetwerk(id: "${id}") { trekkers { id } } }`);
    await scene.ask(attemptOf('trekkerschapEnd'), {
      input: { id: oudernetwerk.trekkers[0].id, on: '2026-11-10', reason: 'MOVED' },
    });
    expect((await run('oudernetwerkEnd', { id, on: '2026-11-05', reason: 'Klaar' })).errors).toEqual([]);
  });
});
