import { nodeId } from '../../kernel/node-id.js';
import { times } from '../../testing/effort.js';
import { startTestService } from '../../testing/test-service.js';
import { AbsenceScene } from './testing/absence-scene.js';

const ROUNDS = times('races');

let scene: AbsenceScene;

beforeAll(async () => {
  scene = await AbsenceScene.begin(await startTestService());
  await scene.make.account('colleague', { role: 'COORDINATOR', regionId: scene.region });
});
afterAll(() => scene.service.close());

/** A network with two trekkers; the public ids of their trekkerschappen. */
async function ledByTwo() {
  const { network, roleId } = await scene.led();
  const other = await scene.make.person(scene.region);
  const co = await scene.make.trekkerschap(network, other, '[2026-01-01,)', 'CO_TREKKER');
  return { network, ids: [roleId, nodeId('Trekkerschap', co)] as const };
}

const codes = async (mutation: string, input: object, subject?: string) =>
  (await scene.run(mutation, input, '', subject)).errors.map(([code]: string[]) => code);

test('both trekkers away at the same moment: somebody stands by, every time', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { network, ids } = await ledByTwo();
    const from = '2026-12-01';
    const answers = await Promise.all([
      codes('absenceRecord', { roleId: ids[0], from }),
      codes('absenceRecord', { roleId: ids[1], from }, 'colleague'),
    ]);
    expect(answers).toEqual([[], []]);
    expect(await scene.cover(network)).toEqual(['[2026-12-01,)']);
  }
});

test('two who record the same absence: one does', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { ids } = await ledByTwo();
    const answers = await Promise.all([
      codes('absenceRecord', { roleId: ids[0] }),
      codes('absenceRecord', { roleId: ids[0] }, 'colleague'),
    ]);
    expect(answers.map(String).sort()).toEqual(['', 'PERIOD_TAKEN']);
  }
});

test('one is away and the other stops at the same moment: somebody stands by', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { network, ids } = await ledByTwo();
    const answers = await Promise.all([
      codes('absenceRecord', { roleId: ids[0], from: '2026-12-01' }),
      codes('trekkerschapEnd', { id: ids[1], on: '2026-12-31', reason: 'PERSONAL' }, 'colleague'),
    ]);
    expect(answers).toEqual([[], []]);
    expect(await scene.cover(network)).toEqual(['[2027-01-01,)']);
  }
});

test('an absence ends while whoever stands in for it stops: they stop on the earlier day', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { network, roleId } = await scene.led();
    const substituteId = nodeId('Person', await scene.make.person(scene.region));
    const { id, substitute } = await scene.done('absenceRecord', { roleId, substituteId });
    const answers = await Promise.all([
      codes('absenceEnd', { id, on: '2027-01-31' }),
      codes('trekkerschapEnd', { id: substitute.id, on: '2026-12-31', reason: 'PERSONAL' }, 'colleague'),
    ]);
    expect(answers).toEqual([[], []]);
    expect(await scene.periodOf(substitute.id)).toBe('[2026-11-25,2027-01-01)');
    expect(await scene.cover(network)).toEqual(['[2027-01-01,2027-02-01)']);
  }
});
