import { v7 as uuid } from 'uuid';
import { insert, lock, remove, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import { day, isBefore } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { isSamePeriod, overlap, type Period } from '../../../kernel/period.js';
import { about } from '../../../writes/events.js';
import { find, findLocked } from '../../../writes/find.js';
import { NothingChanged } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { admins } from '../../access/policies.js';
import { MunicipalityEntity } from '../region.entity.js';
import type {
  MunicipalityHolidayRegionSetInput,
  SchoolHolidayRemoveInput,
  SchoolHolidaySetInput,
} from './school-holiday.inputs.js';
import { SchoolHolidayEntity } from './school-holiday.entity.js';
import { startOfSchoolYear } from './school-year.js';

/** The longest that schools close for: seven weeks in summer, and three weeks with their weekends otherwise. */
const MOST_DAYS = { ZOMER: 51, OTHERS: 23 };
const MOST_YEARS = 10;

type Which = Pick<SchoolHolidayEntity, 'schoolYear' | 'kind' | 'holidayRegion'>;

export const setSchoolHoliday: UseCase<SchoolHolidaySetInput, { schoolHoliday: string }> = {
  policy: admins,
  async run(tx, input) {
    const { kind, holidayRegion, from, until } = input;
    const year = yearOf(tx, input.schoolYear);
    const begins = day(`${year}-08-01`);
    const checks = new Checks();
    // the summer holiday goes on into the next school year
    checks.day(from, ['input', 'from'], begins, begins.add({ years: 1, months: 1 }));
    checks.done();
    const most = kind === 'ZOMER' ? MOST_DAYS.ZOMER : MOST_DAYS.OTHERS;
    const last = from.add({ days: most - 1 });
    if (isBefore(last, until)) checks.refuse('HOLIDAY_TOO_LONG', ['input', 'until'], { most, last });
    else checks.day(until, ['input', 'until'], from, last);
    checks.done();
    const which = { schoolYear: `${year}-${year + 1}`, kind, holidayRegion };
    const period = { from, until };
    await refuseShared(tx, which, period);
    const known = await tx.manager.findOneBy(SchoolHolidayEntity, which);
    const before = known && (await lock(tx, SchoolHolidayEntity, known.id));
    if (before && isSamePeriod(before.period, period)) {
      throw new NothingChanged({ schoolHoliday: before.id });
    }
    const id = before?.id ?? uuid();
    if (before) update(tx, SchoolHolidayEntity, { id }, { period, byHand: true });
    else insert(tx, SchoolHolidayEntity, { id, ...which, period, byHand: true });
    const details = { ...which, from: from.toString(), until: until.toString() };
    tx.record({ name: 'schoolHoliday.set', ...about('SchoolHoliday', { id, regionId: null }), details });
    return { schoolHoliday: id };
  },
};

/** Schools are closed for one holiday at a time. */
async function refuseShared(tx: Tx, which: Which, period: Period): Promise<void> {
  const there = await tx.manager.findBy(SchoolHolidayEntity, { holidayRegion: which.holidayRegion });
  const other = there.find(
    (each) =>
      !(each.kind === which.kind && each.schoolYear === which.schoolYear) && overlap(each.period, period),
  );
  if (other) {
    const { kind, period: taken } = other;
    throw failure('HOLIDAYS_OVERLAP', ['input', 'from'], { kind, from: taken.from, until: taken.until });
  }
}

/** The reference file does not bring it back: the database sees to that. */
export const removeSchoolHoliday: UseCase<SchoolHolidayRemoveInput, Record<string, never>> = {
  policy: admins,
  async run(tx, input) {
    const { id, schoolYear, kind, holidayRegion } = await findLocked(tx, SchoolHolidayEntity, input);
    remove(tx, SchoolHolidayEntity, { id });
    const details = { schoolYear, kind, holidayRegion };
    tx.record({ name: 'schoolHoliday.removed', ...about('SchoolHoliday', { id, regionId: null }), details });
    return {};
  },
};

export const setHolidayRegion: UseCase<MunicipalityHolidayRegionSetInput, { municipality: string }> = {
  policy: admins,
  async run(tx, { municipalityId, holidayRegion }) {
    const { id, ...before } = await find(tx, MunicipalityEntity, municipalityId, ['input', 'municipalityId']);
    if (before.holidayRegion === holidayRegion) throw new NothingChanged({ municipality: id });
    update(tx, MunicipalityEntity, { id }, { holidayRegion, holidayRegionByHand: true });
    tx.record({
      name: 'municipality.placed',
      ...about('Municipality', { id, regionId: before.regionId }),
      details: { holidayRegion },
    });
    return { municipality: id };
  },
};

/** The calendar year in which a school year begins, not too far from now. */
function yearOf(tx: Tx, schoolYear: string): number {
  const year = startOfSchoolYear(schoolYear);
  if (year !== null && Math.abs(year - tx.today.year) <= MOST_YEARS) return year;
  throw failure('BAD_SCHOOL_YEAR', ['input', 'schoolYear'], { value: schoolYear.slice(0, 20) });
}
