import { v7 as uuid } from 'uuid';
import { insert, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { find, findLocked } from '../../../writes/find.js';
import { NothingChanged } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinatorsAndParents, keepsRecordOf } from '../../access/policies.js';
import { refuseDeceased } from '../../people/deceased.js';
import { municipalityIn } from '../../people/person-checks.js';
import { PersonEntity } from '../../people/person.entity.js';
import { RegionEntity } from '../../regions/region.entity.js';
import { isOpen, PersonMoveEntity } from './person-move.entity.js';
import type { PersonMoveInput } from './person-move.inputs.js';
import { followMove } from './settle-moves.js';

const TO = ['input', 'toRegionId'];

/** A coordinator of the region that answers for them, or they themselves. */
export const movePerson: UseCase<PersonMoveInput, { person: string; move: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const person = await findLocked(tx, PersonEntity, input);
    allow(keepsRecordOf(tx.viewer, person));
    refuseDeceased(person, null, ['input', 'id']);
    const region = await find(tx, RegionEntity, input.toRegionId, TO);
    if (region.kind === 'LAND') throw failure('NO_HOME', TO);
    const movedOn = input.on ?? tx.today;
    const checks = new Checks();
    checks.day(movedOn, ['input', 'on'], tx.today.subtract({ years: 2 }), tx.today.add({ years: 1 }));
    checks.done();
    const municipality = ['input', 'municipalityId'];
    const municipalityId = await municipalityIn(tx, region.id, input.municipalityId, municipality);
    const answer = answerOf(input.mayIntroduce);
    const said = { toRegionId: region.id, municipalityId, movedOn, answer };

    const before = await newestMove(tx, person.id);
    unlessRecorded(person, before, said);
    if (region.id === person.regionId) throw failure('SAME_HOME', TO);
    if (before && isOpen(before)) moveOn(tx, before);
    const move = {
      ...said,
      id: uuid(),
      personId: person.id,
      fromRegionId: person.regionId,
      fromMunicipalityId: person.municipalityId,
      accountId: tx.viewer.accountId,
      recordedAt: tx.now.toString(),
      answeredOn: answer && tx.today,
    };
    insert(tx, PersonMoveEntity, move);
    tx.record({
      name: 'personMove.recorded',
      ...about('PersonMove', { id: move.id, regionId: person.regionId }),
      details: { personId: person.id, toRegionId: region.id, on: movedOn.toString(), answer },
    });
    await followMove(tx, move);
    return { person: person.id, move: move.id };
  },
};

export function answerOf(mayIntroduce: boolean | null | undefined): 'YES' | 'NO' | null {
  return mayIntroduce == null ? null : mayIntroduce ? 'YES' : 'NO';
}

export function newestMove(tx: Tx, personId: string): Promise<PersonMoveEntity | null> {
  return tx.manager.findOne(PersonMoveEntity, {
    where: { personId },
    order: { recordedAt: 'DESC', id: 'DESC' },
  });
}

type Said = Pick<PersonMoveEntity, 'toRegionId' | 'municipalityId' | 'movedOn' | 'answer'>;

/** What is recorded so already stays as it is, also when it came true at once. */
function unlessRecorded(person: PersonEntity, before: PersonMoveEntity | null, said: Said): void {
  const isSame =
    before?.toRegionId === said.toRegionId &&
    before.municipalityId === said.municipalityId &&
    before.movedOn.equals(said.movedOn) &&
    (said.answer === null || before.answer === said.answer);
  const holds = before && (isOpen(before) || person.regionId === before.toRegionId);
  if (isSame && holds) throw new NothingChanged({ person: person.id, move: before.id });
}

/** They move again, before they said anything of the last time. */
function moveOn(tx: Tx, { id, fromRegionId }: PersonMoveEntity): void {
  update(tx, PersonMoveEntity, { id }, { closedOn: tx.today, closedBecause: 'MOVED_ON' });
  const subject = about('PersonMove', { id, regionId: fromRegionId });
  tx.record({ name: 'personMove.closed', ...subject, details: { because: 'MOVED_ON' } });
}
