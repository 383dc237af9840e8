import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { attemptOf } from '../../../testing/access/mutations/mutation-world.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';

let service: TestService;
let make: Makers;
let region: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
});
afterAll(() => service.close());

async function run(mutation: string, input: object, selection = '', subject = 'coordinator') {
  const query = attemptOf(mutation).replace('errors {', `${selection} errors {`);
  const { data, errors } = await service.ask(subject, query, { input });
  expect(errors).toBeUndefined();
  const refusals = data.done.errors.map(({ code, path }: { code: string; path: string[] }) => [
    code,
    ...path,
  ]);
  return { ...data.done, errors: refusals };
}
const refused = async (mutation: string, input: object, subject?: string) =>
  (await unchanged(service.owner, () => run(mutation, input, '', subject))).errors;
const active = async () => nodeId('Oudernetwerk', await make.network(region, { activeFrom: '2026-01-01' }));
const ended = async () => {
  const oudernetwerkId = await active();
  await run('oudernetwerkEnd', { id: oudernetwerkId, on: '2026-11-20', reason: 'Klaar' });
  return oudernetwerkId;
};

describe('activities', () => {
  const SEEN =
    'activity { id kind on title attendance } oudernetwerk { lastActivityOn activities { totalCount } }';
  const meeting = { kind: 'MEETING', title: 'Startavond', on: '2026-11-10', attendance: 12 };

  test('are recorded, corrected and taken away, and the last one is known all the while', async () => {
    const oudernetwerkId = await active();
    const last = async (mutation: string, input: object) =>
      (await run(mutation, input, SEEN.replace(/activity \{.*?\} /, ''))).oudernetwerk;
    const { activity } = await run('activityRecord', { oudernetwerkId, ...meeting }, SEEN);
    expect(activity).toMatchObject(meeting);
    expect(
      await last('activityRecord', { oudernetwerkId, kind: 'CONTACT', title: 'Belletje', on: '2026-10-01' }),
    ).toEqual({
      lastActivityOn: '2026-11-10',
      activities: { totalCount: 2 },
    });
    const corrected = await run(
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
    expect(await refused('activityRemove', { id: activity.id })).toEqual([['NOT_FOUND', 'input', 'id']]);
  });

  test('not to come, and not after the network ended', async () => {
    const beyond = ['DATE_OUT_OF_RANGE', 'input', 'on'];
    expect(
      await refused('activityRecord', { oudernetwerkId: await active(), ...meeting, on: '2026-11-26' }),
    ).toEqual([beyond]);
    const oudernetwerkId = await ended();
    expect(await refused('activityRecord', { oudernetwerkId, ...meeting, on: '2026-11-21' })).toEqual([
      beyond,
    ]);
    expect((await run('activityRecord', { oudernetwerkId, ...meeting, on: '2026-11-20' })).errors).toEqual(
      [],
    );
  });

  test('a supporter keeps those of the networks they support, today', async () => {
    const supporting = await make.organisation(region);
    await make.account('supporter', { role: 'SUPPORTER', organisationId: supporting });
    const network = await make.network(region, { activeFrom: '2026-01-01' });
    await make.support(network, supporting);
    const oudernetwerkId = nodeId('Oudernetwerk', network);
    const { activity, errors } = await run(
      'activityRecord',
      { oudernetwerkId, ...meeting },
      SEEN,
      'supporter',
    );
    expect(errors).toEqual([]);
    expect(
      (await run('activityCorrect', { id: activity.id, patch: { title: 'Start' } }, '', 'supporter')).errors,
    ).toEqual([]);
    expect((await run('activityRemove', { id: activity.id }, '', 'supporter')).errors).toEqual([]);
    expect(
      await refused('activityRecord', { oudernetwerkId: await active(), ...meeting }, 'supporter'),
    ).toEqual([['NOT_FOUND', 'input', 'oudernetwerkId']]);
  });
});
