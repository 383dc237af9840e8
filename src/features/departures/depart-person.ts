import type { Tx } from '../../db/transaction.js';
import { Checks } from '../../kernel/checks.js';
import { findExpected } from '../../writes/find.js';
import { NothingChanged } from '../../writes/patch.js';
import type { UseCase } from '../../writes/use-case.js';
import { allow, coordinatorsAndParents, isSelf, manages } from '../access/policies.js';
import { PersonEntity } from '../people/person.entity.js';
import type { PersonDepartureEntity } from './departure.entity.js';
import type { PersonDepartInput } from './departure.inputs.js';
import { recordDeparture } from './record-departure.js';

export const MOST_YEARS_AGO = 10;
const ON = ['input', 'on'];

/** A coordinator of the home region; or the person themselves, who stops. What they do ends wherever it is. */
export const departPerson: UseCase<PersonDepartInput, { person: string; departure: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const person = await findExpected(tx, PersonEntity, input);
    const { kind } = input;
    const stops = kind === 'STOPS_EVERYTHING' && isSelf(tx.viewer, person.id);
    allow(stops || manages(tx.viewer, person.regionId));
    const lastDay = input.on ?? tx.today;
    const checks = new Checks();
    // whoever stops themselves stops from now on: what they did is for their region to correct
    const yearsAgo = manages(tx.viewer, person.regionId) ? MOST_YEARS_AGO : 0;
    checks.dayUntilToday(lastDay, ON, tx.today.subtract({ years: yearsAgo }), tx.today);
    const note = checks.optionalText(input.note, ['input', 'note'], 2_000);
    if (person.deceasedOn) checks.refuse('ALREADY_DECEASED', ['input', 'id'], { on: person.deceasedOn });
    checks.done();
    const said = { personId: person.id, regionId: person.regionId, kind, lastDay, note };
    await unlessRecorded(tx, said);
    const departure = await recordDeparture(tx, { ...said, byRole: null });
    return { person: person.id, departure };
  },
};

/** What is recorded so already stays as it is. What another region wrote down with it is not compared with. */
async function unlessRecorded(
  tx: Tx,
  said: Pick<PersonDepartureEntity, 'personId' | 'regionId' | 'kind' | 'lastDay' | 'note'>,
) {
  const { personId, regionId, kind, lastDay, note } = said;
  const [same] = await tx.query<{ id: string }>(
    `select id from departures where person_id = $1 and kind = $2 and last_day = $3
       and case region_id when $5 then note end is not distinct from $4 and taken_back_at is null`,
    [personId, kind, lastDay.toString(), note, regionId],
  );
  if (same) throw new NothingChanged({ person: personId, departure: same.id });
}
