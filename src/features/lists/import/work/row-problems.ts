import type { Failure } from '../../../../kernel/failure.js';
import type { Field } from '../columns/fields.js';
import type { RowProblem } from '../import.entity.js';

/** Which field the last name in the path of a refusal is about; of several, a list has one. */
const FIELDS: Readonly<Record<string, readonly Field[]>> = {
  givenName: ['GIVEN_NAME', 'NAME'],
  infix: ['INFIX', 'NAME'],
  familyName: ['FAMILY_NAME', 'NAME'],
  email: ['EMAIL'],
  phone: ['PHONE'],
  municipalityId: ['MUNICIPALITY'],
  language: ['LANGUAGE'],
  note: ['NOTE'],
  perspectives: ['PERSPECTIVE'],
  stage: ['SCHOOL_STAGE', 'YEAR_LEVEL'],
  yearLevel: ['YEAR_LEVEL', 'SCHOOL_STAGE'],
  schoolYear: ['SCHOOL_YEAR'],
  statedExit: ['YEAR_LEVEL'],
  from: ['MEMBER_SINCE', 'TREKKER_SINCE', 'TERM_FROM'],
  oudernetwerkId: ['NETWORK'],
  name: ['NETWORK', 'BODY'],
  sectors: ['SECTOR'],
  themeIds: ['THEME'],
  municipalityIds: ['MUNICIPALITY'],
  organisationId: ['SUPPORT'],
  organisationIds: ['ORGANISATION'],
  personId: ['NAME', 'FAMILY_NAME'],
  on: ['ACTIVE_SINCE', 'DAY'],
  title: ['SEAT', 'TITLE'],
  attendance: ['ATTENDANCE'],
  kind: ['ACTIVITY_KIND'],
  constituency: ['CONSTITUENCY'],
  perspective: ['PERSPECTIVE'],
  until: ['TERM_UNTIL'],
  seatId: ['SEAT'],
  term: ['TERM'],
  termMonths: ['TERM_UNTIL'],
};

/** Why a use-case refused a row, with the column that it is about. */
export function rowProblems({ problems }: Failure, mapping: readonly (Field | null)[]): RowProblem[] {
  return problems.map(({ code, path, params }) => {
    const name = path.findLast((part) => !/^\d+$/.test(part));
    const fields = FIELDS[name ?? ''] ?? [];
    const column = mapping.findIndex((field) => field !== null && fields.includes(field));
    // a day is kept as its text: it goes through JSON
    return {
      code,
      column: column < 0 ? null : column,
      params: JSON.parse(JSON.stringify(params)) as RowProblem['params'],
    };
  });
}
