import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Municipality } from '../region.type.js';
import { removeSchoolHoliday, setHolidayRegion, setSchoolHoliday } from './set-school-holiday.js';
import {
  MunicipalityHolidayRegionSetInput,
  SchoolHolidayRemoveInput,
  SchoolHolidaySetInput,
} from './school-holiday.inputs.js';
import { SchoolHoliday } from './school-holiday.type.js';

@Resolver()
export class SchoolHolidayMutations {
  @Mutates(setSchoolHoliday, {
    description:
      'Records when a school holiday is; the reference file no longer changes it. Allowed for national admins.',
    answers: { schoolHoliday: { type: () => SchoolHoliday, description: 'The school holiday.' } },
    refusals: ['BAD_SCHOOL_YEAR', 'HOLIDAY_TOO_LONG', 'HOLIDAYS_OVERLAP'],
  })
  schoolHolidaySet(_input: SchoolHolidaySetInput): void {}

  @Mutates(removeSchoolHoliday, {
    description:
      'Removes a school holiday, also one of the reference file, which does not bring it back; `schoolHolidaySet` records ' +
      'it anew. In a year without a summer holiday, July and August count. Allowed for national admins.',
    answers: {},
  })
  schoolHolidayRemove(_input: SchoolHolidayRemoveInput): void {}

  @Mutates(setHolidayRegion, {
    description:
      'Says in which holiday region the schools of a municipality are; the reference file no longer changes it. Allowed ' +
      'for national admins.',
    answers: { municipality: { type: () => Municipality, description: 'The municipality.' } },
  })
  municipalityHolidayRegionSet(_input: MunicipalityHolidayRegionSetInput): void {}
}
