import { nodeId } from '../../../kernel/node-id.js';
import type { Makers } from '../../makers/makers.js';

/** A good input for every mutation about absences, each on a network of its own in a region (uuid). */
export async function absenceInputs(
  make: Makers,
  region: string,
): Promise<Record<string, Record<string, unknown>>> {
  const person = async () => nodeId('Person', await make.person(region));
  const trekkerschap = async () =>
    nodeId(
      'Trekkerschap',
      await make.trekkerschap(await make.network(region), await make.person(region), '[2026-01-01,)'),
    );
  const id = async () => {
    const [network, trekker] = [await make.network(region), await make.person(region)];
    await make.trekkerschap(network, trekker, '[2026-01-01,)');
    return nodeId('Absence', await make.absence(network, trekker, '[2026-11-01,)'));
  };
  const reason = 'Verkeerd ingevuld';
  return {
    absenceRecord: {
      roleId: await trekkerschap(),
      from: '2026-12-01',
      expectedUntil: '2027-02-01',
      substituteId: await person(),
    },
    absenceUpdate: {
      id: await id(),
      expectedVersion: 1,
      patch: { expectedUntil: '2027-02-01', substituteId: await person() },
    },
    absenceEnd: { id: await id(), expectedVersion: 1, on: '2026-12-31' },
    absenceAnnul: { id: await id(), expectedVersion: 1, reason },
    absenceCorrect: {
      id: await id(),
      expectedVersion: 1,
      reason,
      patch: { from: '2026-11-05', until: '2026-12-31' },
    },
  };
}
