import { nodeId } from '../../kernel/node-id.js';
import { expectStoredIsFresh, renewAll } from '../../testing/stored-is-fresh.js';
import { NOW, startTestService } from '../../testing/test-service.js';
import { AbsenceScene } from './testing/absence-scene.js';

const LATER = '2026-11-30T10:00:00Z';

let scene: AbsenceScene;

beforeAll(async () => {
  scene = await AbsenceScene.begin(await startTestService());
});
afterAll(() => scene.service.close());
afterEach(() => scene.service.travelTo(NOW));

async function departs(personId: string, kind: string): Promise<string> {
  const { errors, departure } = await scene.run('personDepart', { id: personId, kind }, 'departure { id }');
  expect(errors).toEqual([]);
  return departure.id;
}

async function takenBack(id: string): Promise<void> {
  expect((await scene.run('personDepartTakeBack', { id })).errors).toEqual([]);
}

/** Somebody acts for the trekker of a network, who is away since the first of November. */
async function substituted() {
  const { network, trekker, roleId } = await scene.led();
  await renewAll(scene.service);
  const substituteId = nodeId('Person', await scene.make.person(scene.region));
  const absence = { roleId, from: '2026-11-01', substituteId };
  const { id, substitute } = await scene.done('absenceRecord', absence);
  return { id, network, trekker: nodeId('Person', trekker), substitute: substitute.id, substituteId };
}

describe.each(['DECEASED', 'STOPS_EVERYTHING'])(
  'of somebody who acted for a trekker, and then %s',
  (kind) => {
    test('nothing begins again when the trekker goes on after all', async () => {
      const { network, trekker, substitute, substituteId } = await substituted();
      const stop = await departs(trekker, 'STOPS_EVERYTHING');
      const own = await departs(substituteId, kind);
      await takenBack(stop);
      expect(await scene.periodOf(substitute)).toBe('[2026-11-01,2026-11-26)');
      expect(await scene.cover(network)).toEqual(['[2026-11-26,)']);
      await expectStoredIsFresh(scene.service);
      // until that was a mistake as well: then they act for the trekker, who is still away
      await takenBack(own);
      expect(await scene.periodOf(substitute)).toBe('[2026-11-01,)');
      expect(await scene.cover(network)).toEqual([]);
      await expectStoredIsFresh(scene.service);
    });

    test('nor when the trekker was away for longer', async () => {
      const { id, network, substitute, substituteId } = await substituted();
      await scene.done('absenceEnd', { id, on: '2026-11-25' });
      await departs(substituteId, kind);
      scene.service.travelTo(LATER);
      await renewAll(scene.service, LATER);
      const longer = { id, patch: { until: '2027-01-31' }, reason: 'Verkeerde dag' };
      await scene.done('absenceCorrect', longer);
      expect(await scene.periodOf(substitute)).toBe('[2026-11-01,2026-11-26)');
      expect(await scene.cover(network)).toEqual(['[2026-11-26,2027-02-01)']);
      await expectStoredIsFresh(scene.service, '2026-11-30');
    });
  },
);
