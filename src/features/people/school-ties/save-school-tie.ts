import { v7 as uuid } from 'uuid';
import { insert, remove } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find, findLocked, type VersionedId } from '../../../writes/find.js';
import { about } from '../../../writes/events.js';
import { NothingChanged, saveNews } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { allow, coordinatorsAndParents, keepsRecordOf } from '../../access/policies.js';
import { OrganisationEntity } from '../../organisations/organisation.entity.js';
import { refuseDeceased } from '../deceased.js';
import { PersonEntity, SchoolTieEntity } from '../person.entity.js';
import type { SchoolTieConfirmInput, SchoolTieRecordInput, SchoolTieCloseInput } from '../person.inputs.js';
import { startOfSchoolYear } from '../../regions/school-holidays/school-year.js';
import { checkSpecialStage } from './special-stage.js';
import { expectedExit, type StageLength } from './school-exit.js';

type Stage = StageLength & { firstYear: number; lastYear: number | null };

/** A coordinator of the region, or the parent themselves. */
export const recordSchoolTie: UseCase<SchoolTieRecordInput, { schoolTie: string; person: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const person = await find(tx, PersonEntity, input.personId, ['input', 'personId']);
    allow(keepsRecordOf(tx.viewer, person));
    refuseDeceased(person, null, ['input', 'personId']);
    const stage = await stageNamed(tx, input.stage);
    const { yearLevel = null, statedExit = null } = input;
    const checks = new Checks();
    checkYearLevel(checks, yearLevel, input.stage, stage);
    const schoolYearStart = schoolYear(checks, input.schoolYear, tx.today);
    checkStatedExit(checks, tx, statedExit);
    checks.done();
    await checkSpecialStage(tx, person.id, input.stage);
    const schoolId = await school(tx, input.schoolId);

    const row = {
      id: uuid(),
      personId: person.id,
      stage: input.stage,
      yearLevel,
      schoolYearStart,
      schoolId,
      confirmedOn: tx.today,
      statedExit,
    };
    insert(tx, SchoolTieEntity, { ...row, ...exitOf(stage, row) });
    tx.record({ name: 'schoolTie.recorded', ...told(row.id, person) });
    return { schoolTie: row.id, person: person.id };
  },
};

/** Repeated yearly. A coordinator of the region, or the parent themselves. */
export const confirmSchoolTie: UseCase<SchoolTieConfirmInput, { schoolTie: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const { tie, person } = await lockTie(tx, input);
    const statedExit = input.statedExit === undefined ? tie.statedExit : input.statedExit;
    const named = input.stage ?? tie.stage;
    const stage = await stageNamed(tx, named);
    const yearLevel = input.yearLevel === undefined ? yearLevelKept(tie, named) : input.yearLevel;
    const checks = new Checks();
    checkStatedExit(checks, tx, input.statedExit ?? null);
    checkYearLevel(checks, yearLevel, named, stage);
    checks.done();
    // what was kept before there was a ledger may be confirmed as it is
    if (named !== tie.stage) await checkSpecialStage(tx, person.id, named);
    const { schoolYearStart } = tie;
    const changes = {
      confirmedOn: tx.today,
      stage: named,
      yearLevel,
      statedExit,
      ...exitOf(stage, { yearLevel, schoolYearStart, statedExit }),
    };
    if (!saveNews(tx, SchoolTieEntity, tie, changes)) throw new NothingChanged({ schoolTie: tie.id });
    tx.record({ name: 'schoolTie.confirmed', ...told(tie.id, person) });
    return { schoolTie: tie.id };
  },
};

/**
 * For a tie that is no more, or never was. No reason is asked and none is kept: nothing refers to that child again. A
 * coordinator of the region, or the parent themselves.
 */
export const closeSchoolTie: UseCase<SchoolTieCloseInput, { person: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const { tie, person } = await lockTie(tx, input);
    remove(tx, SchoolTieEntity, { id: tie.id });
    tx.record({ name: 'schoolTie.closed', ...told(tie.id, person) });
    return { person: tie.personId };
  },
};

async function lockTie(tx: Tx, input: VersionedId): Promise<{ tie: SchoolTieEntity; person: PersonEntity }> {
  const tie = await findLocked(tx, SchoolTieEntity, input);
  const person = await tx.manager.findOneByOrFail(PersonEntity, { id: tie.personId });
  allow(keepsRecordOf(tx.viewer, person));
  return { tie, person };
}

function exitOf(
  stage: Stage,
  tie: Pick<SchoolTieEntity, 'yearLevel' | 'schoolYearStart' | 'statedExit'>,
): Pick<SchoolTieEntity, 'exitEarliest' | 'exitLatest'> {
  const nominal = expectedExit(stage, tie.yearLevel, tie.schoolYearStart);
  return {
    exitEarliest: tie.statedExit ?? nominal?.earliest ?? null,
    exitLatest: tie.statedExit ?? nominal?.latest ?? null,
  };
}

/** A year of one stage says nothing of another. */
function yearLevelKept({ stage, yearLevel }: SchoolTieEntity, named: string): number | null {
  return stage === named ? yearLevel : null;
}

function checkYearLevel(checks: Checks, yearLevel: number | null, name: string, stage: Stage): void {
  const last = stage.lastYear ?? 12;
  if (yearLevel === null || (yearLevel >= stage.firstYear && yearLevel <= last)) return;
  const params = { value: yearLevel, stage: name, min: stage.firstYear, max: last };
  checks.refuse('YEAR_LEVEL_OUT_OF_RANGE', ['input', 'yearLevel'], params);
}

function checkStatedExit(checks: Checks, tx: Tx, statedExit: PlainDate | null): void {
  checks.day(
    statedExit,
    ['input', 'statedExit'],
    tx.today.subtract({ years: 1 }),
    tx.today.add({ years: 20 }),
  );
}

/** The calendar year in which a school year begins. */
function schoolYear(checks: Checks, text: string, today: PlainDate): number {
  const first = startOfSchoolYear(text);
  if (first === null) checks.refuse('BAD_SCHOOL_YEAR', ['input', 'schoolYear'], { value: text.slice(0, 20) });
  checks.number(first, ['input', 'schoolYear'], today.year - 15, today.year + 1);
  return first ?? 0;
}

async function school(tx: Tx, id: string | null | undefined): Promise<string | null> {
  if (id == null) return null;
  const path = ['input', 'schoolId'];
  const organisation = await find(tx, OrganisationEntity, id, path);
  if (organisation.kind !== 'SCHOOL') throw failure('NOT_A_SCHOOL', path);
  return organisation.id;
}

async function stageNamed(tx: Tx, code: string): Promise<Stage> {
  const [stage] = await tx.query<Stage>(
    `select first_year as "firstYear", last_year as "lastYear", years_min as "yearsMin", years_max as "yearsMax",
       exit_derivable as "exitDerivable" from school_stages where code = $1`,
    [code],
  );
  if (!stage) throw new Error(`stage ${code} is not in the reference data`);
  return stage;
}

function told(id: string, { id: personId, regionId }: PersonEntity) {
  return { ...about('SchoolTie', { id, regionId }), details: { personId } };
}
