import { asSystem } from '../../../db/as-system.js';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { failure, type FailureCode } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { expectVersion, find } from '../../../writes/find.js';
import { NothingChanged } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinatorsAndParents, keepsRecordOf } from '../../access/policies.js';
import { recordDeparture } from '../../departures/record-departure.js';
import { PersonEntity } from '../../people/person.entity.js';
import { ErasureEntity } from './erasure.entity.js';
import type { PersonEraseInput } from './erasure.inputs.js';

const WHO = ['input', 'personId'];

/**
 * A coordinator of the home region, or the person themselves. They stop with everything they do, and `eraseEverywhere`
 * erases what is kept of them before the commit.
 */
export const erasePerson: UseCase<PersonEraseInput, { person: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const person = await find(tx, PersonEntity, input.personId, WHO);
    allow(keepsRecordOf(tx.viewer, person));
    const { id, regionId, erasedOn, deceasedOn } = person;
    if (erasedOn) throw new NothingChanged({ person: id });
    expectVersion(person.version, input.expectedVersion);
    const [hindrance] = await tx.query<{ code: FailureCode }>(
      'select code from erasure_hindrances($1) code',
      [id],
    );
    if (hindrance) throw failure(hindrance.code, WHO);
    if (!deceasedOn) {
      const stop = { kind: 'STOPS_EVERYTHING', lastDay: tx.today, note: null, byRole: null } as const;
      await recordDeparture(tx, { personId: id, regionId, ...stop });
    }
    await recordErasure(tx, { personId: id, regionId, reason: input.reason });
    return { person: id };
  },
};

/** Records that somebody is erased: `eraseEverywhere` does it before the commit. */
async function recordErasure(
  tx: Tx,
  erasure: Pick<ErasureEntity, 'personId' | 'regionId' | 'reason'>,
): Promise<void> {
  const { personId, regionId, reason } = erasure;
  const erased = { ...erasure, accountId: tx.viewer.accountId, erasedAt: tx.now.toString() };
  await asSystem(tx, () => {
    insert(tx, ErasureEntity, erased);
    return Promise.resolve();
  });
  tx.record({ name: 'person.erased', ...about('Person', { id: personId, regionId }), details: { reason } });
}
