import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Municipality } from '../region.type.js';
import { setHolidayRegion, setSchoolHoliday } from './set-school-holiday.js';
import { MunicipalityHolidayRegionSetInput, SchoolHolidaySetInput } from './school-holiday.inputs.js';
import { SchoolHoliday } from './school-holiday.type.js';

@Resolver()
export class SchoolHolidayMutations {
  @Mutates(setSchoolHoliday, {
    description:
      'Records when a school holiday is; the reference file no longer changes it. Allowed for national admins.',
    answers: { schoolHoliday: { type: () => SchoolHoliday, description: 'The school holiday.' } },
    refusals: ['BAD_SCHOOL_YEAR'],
  })
  schoolHolidaySet(_input: SchoolHolidaySetInput): void {}

  @Mutates(setHolidayRegion, {
    description:
      'Says in which holiday region the schools of a municipality are; the reference file no longer changes it. Allowed ' +
      'for national admins.',
    answers: { municipality: { type: () => Municipality, description: 'The municipality.' } },
  })
  municipalityHolidayRegionSet(_input: MunicipalityHolidayRegionSetInput): void {}
}
