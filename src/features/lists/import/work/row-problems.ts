import type { Failure } from '../../../../kernel/failure.js';
import type { Field } from '../columns/fields.js';
import type { RowProblem } from '../import.entity.js';

/** Which field the last name in the path of a refusal is about. */
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
  from: ['MEMBER_SINCE'],
  oudernetwerkId: ['NETWORK'],
};

/** Why a use-case refused a row, with the column that it is about. */
export function rowProblems({ problems }: Failure, mapping: readonly (Field | null)[]): RowProblem[] {
  return problems.map(({ code, path, params }) => {
    const fields = FIELDS[path.at(-1) ?? ''] ?? [];
    const column = mapping.findIndex((field) => field !== null && fields.includes(field));
    // a day is kept as its text: it goes through JSON
    return {
      code,
      column: column < 0 ? null : column,
      params: JSON.parse(JSON.stringify(params)) as RowProblem['params'],
    };
  });
}
