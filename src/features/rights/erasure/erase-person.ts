import { asSystem } from '../../../db/as-system.js';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { clockAt, type PlainDate, today } from '../../../kernel/clock.js';
import { failure, type FailureCode } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { expectVersion, find } from '../../../writes/find.js';
import { NothingChanged } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinatorsAndParents, keepsRecordOf } from '../../access/policies.js';
import { recordDeparture } from '../../departures/record-departure.js';
import { PersonEntity } from '../../people/person.entity.js';
import { ErasureEntity, type ErasureReason } from './erasure.entity.js';
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
    if (!deceasedOn) await stop(tx, { personId: id, regionId, lastDay: tx.today });
    await recordErasure(tx, { personId: id, regionId, reason: input.reason });
    return { person: id };
  },
};

/** Erases again whoever came back with a backup, as of the day on which they were erased. As the service. */
export async function eraseAgain(
  tx: Tx,
  { personId, erasedAt, reason }: Pick<ErasureEntity, 'personId' | 'erasedAt'> & { readonly reason: string },
): Promise<void> {
  const [person] = await asSystem(tx, () =>
    tx.query<{ regionId: string; died: boolean }>(
      `select region_id as "regionId", deceased_on is not null as died from people where id = $1 and erased_on is null`,
      [personId],
    ),
  );
  if (!person) return;
  const { regionId, died } = person;
  const lastDay = today(clockAt(erasedAt));
  if (!died) await stop(tx, { personId, regionId, lastDay });
  await recordErasure(tx, { personId, regionId, reason: reason as ErasureReason }, erasedAt);
}

async function stop(
  tx: Tx,
  said: { readonly personId: string; readonly regionId: string; readonly lastDay: PlainDate },
): Promise<void> {
  await recordDeparture(tx, { ...said, kind: 'STOPS_EVERYTHING', note: null, byRole: null });
}

/** Records that somebody is erased: `eraseEverywhere` does it before the commit. */
async function recordErasure(
  tx: Tx,
  erasure: Pick<ErasureEntity, 'personId' | 'regionId' | 'reason'>,
  erasedAt = tx.now.toString(),
): Promise<void> {
  const { personId, regionId, reason } = erasure;
  await asSystem(tx, () => {
    insert(tx, ErasureEntity, { ...erasure, accountId: tx.viewer.accountId, erasedAt });
    return Promise.resolve();
  });
  tx.record({ name: 'person.erased', ...about('Person', { id: personId, regionId }), details: { reason } });
}
