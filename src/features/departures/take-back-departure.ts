import { IsNull } from 'typeorm';
import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import { dayOf, isBefore } from '../../kernel/clock.js';
import { failure } from '../../kernel/failure.js';
import { about } from '../../writes/events.js';
import { find } from '../../writes/find.js';
import type { UseCase } from '../../writes/use-case.js';
import { allow, coordinatorsAndParents, isSelf, manages } from '../access/policies.js';
import { PersonEntity } from '../people/person.entity.js';
import { PersonDepartureEntity } from './departure.entity.js';
import type { PersonDepartTakeBackInput } from './departure.inputs.js';
import { DAYS_TO_TAKE_BACK } from './departure.type.js';

const PATH = ['input', 'id'];

/**
 * A coordinator of the home region; or the person themselves, who does not stop after all. It names what it takes back:
 * sent twice, it does not take back what was recorded before it, which still holds.
 */
export const takeBackDeparture: UseCase<PersonDepartTakeBackInput, { person: string; departure: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const departure = await find(tx, PersonDepartureEntity, input.id, PATH);
    const { id, kind, personId } = departure;
    const person = await tx.manager.findOneByOrFail(PersonEntity, { id: personId });
    const isManaged = manages(tx.viewer, person.regionId);
    allow(isManaged || (kind !== 'DECEASED' && isSelf(tx.viewer, personId)));
    if (departure.takenBackAt || person.erasedOn) throw failure('NO_DEPARTURE', PATH);
    if ((await newestInForce(tx, personId))?.id !== id) throw failure('LATER_DEPARTURE', PATH);
    if (kind !== 'DECEASED') refuseTooLate(tx, departure);
    await asSystem(tx, () => markTakenBack(tx, id));
    tx.record({
      name: 'departure.withdrawn',
      ...about('Person', person),
      details: { departureId: id, kind },
    });
    return { person: personId, departure: id };
  },
};

/** Of two who take it back at once, one does. */
async function markTakenBack(tx: Tx, id: string): Promise<void> {
  const [taken] = await tx.query<{ id: string }>(
    `update departures set taken_back_at = $2, xact = pg_current_xact_id()
     where id = $1 and taken_back_at is null returning id`,
    [id, tx.now.toString()],
  );
  if (!taken) throw failure('NO_DEPARTURE', PATH);
}

function newestInForce(tx: Tx, personId: string): Promise<PersonDepartureEntity | null> {
  return tx.manager.findOne(PersonDepartureEntity, {
    where: { personId, takenBackAt: IsNull() },
    order: { recordedAt: 'DESC', id: 'DESC' },
  });
}

function refuseTooLate(tx: Tx, { recordedAt }: PersonDepartureEntity): void {
  const recordedOn = dayOf(recordedAt);
  const until = recordedOn.add({ days: DAYS_TO_TAKE_BACK });
  if (isBefore(until, tx.today)) throw failure('DEPARTURE_TOO_LONG_AGO', PATH, { until });
}
