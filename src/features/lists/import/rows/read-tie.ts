import { Temporal } from 'temporal-polyfill';
import { startOfSchoolYear } from '../../../regions/school-holidays/school-year.js';
import type { SchoolStage } from '../../../people/person.enums.js';
import { schoolingIn } from '../columns/schooling.js';
import type { Row } from './row.js';
import type { SaidTie } from './said.js';
import type { Vocabulary } from './vocabulary.js';

/** Which school it is says something of a child's health: kept only when the parent says so themselves. */
const ONLY_ITS_END: readonly string[] = ['SBO', 'SO'];
const NOTHING: readonly string[] = ['VSO', 'PRO'];
/** Years of primary education. */
const PRIMARY_YEARS = 8;

/** The school tie that a row says. Without a school year it says none: nobody knows when it was true. */
export function readTie(row: Row, { schoolYear }: Vocabulary): SaidTie | null {
  const year = row.text('SCHOOL_YEAR') ?? schoolYear;
  const [level, type] = (['YEAR_LEVEL', 'SCHOOL_STAGE'] as const).map((field) => {
    const written = row.text(field);
    if (!written) return null;
    return schoolingIn(written) ?? row.refuse('UNKNOWN_SCHOOLING', field, { value: written.slice(0, 40) });
  }) as [ReturnType<typeof schoolingIn>, ReturnType<typeof schoolingIn>];
  const isGroup = /groep|group/i.test(row.header('YEAR_LEVEL')) && !/klas/i.test(row.header('YEAR_LEVEL'));
  const stage = type?.stage ?? level?.stage ?? (level?.yearLevel && isGroup ? 'BO' : null);
  const yearLevel = level?.yearLevel ?? type?.yearLevel ?? null;
  if (!stage || !year || NOTHING.includes(stage)) return null;
  const from = startOfSchoolYear(year);
  if (from === null) return row.refuse('BAD_SCHOOL_YEAR', 'SCHOOL_YEAR', { value: year.slice(0, 20) });
  if (!ONLY_ITS_END.includes(stage)) {
    return { stage: stage as keyof typeof SchoolStage, yearLevel, schoolYear: year };
  }
  if (yearLevel === null || yearLevel > PRIMARY_YEARS) return null;
  const last = { year: from + 1 + PRIMARY_YEARS - yearLevel, month: 7, day: 31 };
  return { exit: Temporal.PlainDate.from(last), schoolYear: year };
}
