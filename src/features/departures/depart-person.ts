import { v7 as uuid } from 'uuid';
import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import { Checks } from '../../kernel/checks.js';
import { departFromAll, type Departure } from '../../writes/departing.js';
import { about } from '../../writes/events.js';
import { findExpected } from '../../writes/find.js';
import { NothingChanged } from '../../writes/patch.js';
import type { UseCase } from '../../writes/use-case.js';
import { allow, coordinatorsAndParents, isSelf, manages } from '../access/policies.js';
import { PersonEntity } from '../people/person.entity.js';
import { makePersonTasks } from './tasks/make-person-tasks.js';
import type { PersonDepartureEntity } from './departure.entity.js';
import type { PersonDepartInput } from './departure.inputs.js';

const MOST_YEARS_AGO = 10;
const ON = ['input', 'on'];

/** A coordinator of the home region; or the person themselves, who stops. */
export const departPerson: UseCase<PersonDepartInput, { person: string; departure: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const person = await findExpected(tx, PersonEntity, input);
    const { kind } = input;
    const stops = kind === 'STOPS_EVERYTHING' && isSelf(tx.viewer, person.id);
    allow(stops || manages(tx.viewer, person.regionId));
    const lastDay = input.on ?? tx.today;
    const checks = new Checks();
    checks.dayUntilToday(lastDay, ON, tx.today.subtract({ years: MOST_YEARS_AGO }), tx.today);
    const note = checks.optionalText(input.note, ['input', 'note'], 2_000);
    if (person.deceasedOn) checks.refuse('ALREADY_DECEASED', ['input', 'id'], { on: person.deceasedOn });
    checks.done();
    await unlessRecorded(tx, { personId: person.id, kind, lastDay, note });
    const departure = { id: uuid(), personId: person.id, kind, lastDay };
    await recordDeparture(tx, departure, { note, regionId: person.regionId, byRole: false });
    return { person: person.id, departure: departure.id };
  },
};

/** What is recorded so already stays as it is. */
async function unlessRecorded(
  tx: Tx,
  said: Pick<PersonDepartureEntity, 'personId' | 'kind' | 'lastDay' | 'note'>,
) {
  const { personId, kind, lastDay, note } = said;
  const [same] = await tx.query<{ id: string }>(
    `select id from departures where person_id = $1 and kind = $2 and last_day = $3 and note is not distinct from $4
       and taken_back_at is null`,
    [personId, kind, lastDay.toString(), note],
  );
  if (same) throw new NothingChanged({ person: personId, departure: same.id });
}

interface Recorded {
  readonly note: string | null;
  readonly regionId: string;
  readonly byRole: boolean;
}

/** Ends everything, wherever it is: also what this viewer does not see, which is told there. */
export async function recordDeparture(
  tx: Tx,
  departure: Departure,
  { note, regionId, byRole }: Recorded,
): Promise<void> {
  const { id, personId, kind } = departure;
  const on = departure.lastDay.toString();
  await asSystem(tx, async () => {
    await departFromAll(tx, departure, async () => {
      await tx.query(
        `insert into departures (id, person_id, kind, last_day, note, account_id, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, personId, kind, on, note, tx.viewer.accountId, tx.now.toString()],
      );
      const subject = about('Person', { id: personId, regionId });
      tx.record({ name: 'departure.recorded', ...subject, details: { departureId: id, kind, on, byRole } });
    });
    await makePersonTasks(tx, id, kind === 'DECEASED' ? 'DIED' : 'STOPPED');
  });
}
