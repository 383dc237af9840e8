import { nodeId } from '../../../kernel/node-id.js';
import { attemptOf } from '../../../testing/access/mutations/mutation-world.js';
import { startTestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { NetworkScene } from '../testing/network-scene.js';

let scene: NetworkScene;

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
});
afterAll(() => scene.service.close());

const ended = async () => {
  const oudernetwerkId = await scene.active();
  await scene.run('oudernetwerkEnd', { id: oudernetwerkId, on: '2026-11-20', reason: 'Klaar' });
  return oudernetwerkId;
};

describe('activities', () => {
  const SEEN =
    'activity { id kind on title attendance } oudernetwerk { lastActivityOn activities { totalCount } }';
  const meeting = { kind: 'MEETING', title: 'Startavond', on: '2026-11-10', attendance: 12 };

  test('are recorded, corrected and taken away, and the last one is known all the while', async () => {
    const oudernetwerkId = await scene.active();
    const last = async (mutation: string, input: object) =>
      (await scene.run(mutation, input, SEEN.replace(/activity \{.*?\} /, ''))).oudernetwerk;
    const { activity } = await scene.run('activityRecord', { oudernetwerkId, ...meeting }, SEEN);
    expect(activity).toMatchObject(meeting);
    expect(
      await last('activityRecord', { oudernetwerkId, kind: 'CONTACT', title: 'Belletje', on: '2026-10-01' }),
    ).toEqual({
      lastActivityOn: '2026-11-10',
      activities: { totalCount: 2 },
    });
    const corrected = await scene.run(
      'activityCorrect',
      { id: activity.id, patch: { on: '2026-11-11', attendance: null } },
      SEEN,
    );
    expect(corrected).toMatchObject({
      errors: [],
      activity: { ...meeting, on: '2026-11-11', attendance: null },
      oudernetwerk: { lastActivityOn: '2026-11-11' },
    });
    expect(await last('activityCorrect', { id: activity.id, patch: { on: '2026-09-01' } })).toMatchObject({
      lastActivityOn: '2026-10-01',
    });
    expect(await last('activityRemove', { id: activity.id })).toEqual({
      lastActivityOn: '2026-10-01',
      activities: { totalCount: 1 },
    });
    expect(await scene.refused('activityRemove', { id: activity.id })).toEqual([
      ['NOT_FOUND', 'input', 'id'],
    ]);
  });

  test('not to come, and not after the network ended', async () => {
    const beyond = ['DATE_OUT_OF_RANGE', 'input', 'on'];
    expect(
      await scene.refused('activityRecord', {
        oudernetwerkId: await scene.active(),
        ...meeting,
        on: '2026-11-26',
      }),
    ).toEqual([beyond]);
    const oudernetwerkId = await ended();
    expect(await scene.refused('activityRecord', { oudernetwerkId, ...meeting, on: '2026-11-21' })).toEqual([
      beyond,
    ]);
    expect(
      (await scene.run('activityRecord', { oudernetwerkId, ...meeting, on: '2026-11-20' })).errors,
    ).toEqual([]);
  });

  test.each(['supporter', 'trekker'])('a %s keeps those of the networks they carry, today', async (who) => {
    const network = await scene.make.network(scene.region, { activeFrom: '2026-01-01' });
    if (who === 'supporter') {
      const supporting = await scene.make.organisation(scene.region);
      await scene.make.account(who, { role: 'SUPPORTER', organisationId: supporting });
      await scene.make.support(network, supporting);
    } else {
      const personId = await scene.make.person(scene.region);
      await scene.make.account(who, { personId });
      await scene.make.trekkerschap(network, personId, '[2026-01-01,)');
      await scene.make.trekkerschap(
        await scene.make.network(scene.region),
        personId,
        '[2025-01-01,2026-11-25)',
      );
    }
    const oudernetwerkId = nodeId('Oudernetwerk', network);
    const { activity, errors } = await scene.run('activityRecord', { oudernetwerkId, ...meeting }, SEEN, who);
    expect(errors).toEqual([]);
    expect(
      (await scene.run('activityCorrect', { id: activity.id, patch: { title: 'Start' } }, '', who)).errors,
    ).toEqual([]);
    expect((await scene.run('activityRemove', { id: activity.id }, '', who)).errors).toEqual([]);
    expect(
      await scene.refused('activityRecord', { oudernetwerkId: await scene.active(), ...meeting }, who),
    ).toEqual([['NOT_FOUND', 'input', 'oudernetwerkId']]);
  });

  test('whoever led the network until yesterday, or is a member, records nothing', async () => {
    const network = await scene.make.network(scene.region, { activeFrom: '2026-01-01' });
    const [former, member] = [await scene.make.person(scene.region), await scene.make.person(scene.region)];
    await scene.make.trekkerschap(network, former, '[2025-01-01,2026-11-25)');
    await scene.make.membership(network, member);
    for (const [subject, personId] of Object.entries({ former, member })) {
      await scene.make.account(subject, { personId });
      const query = attemptOf('activityRecord');
      const input = { oudernetwerkId: nodeId('Oudernetwerk', network), ...meeting };
      const { errors } = await unchanged(scene.service.owner, () =>
        scene.service.ask(subject, query, { input }),
      );
      expect([subject, errors?.[0].extensions.reason]).toEqual([subject, 'FORBIDDEN']);
    }
  });
});
