import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { HolidayRegion, SchoolHolidayKind } from './school-holiday.enums.js';

@InputType({ description: 'Records the days of a school holiday, instead of those that are known.' })
export class SchoolHolidaySetInput extends MutationInput {
  @Field({ description: 'School year, for example `2026-2027`.' })
  schoolYear: string;

  @Field(() => SchoolHolidayKind, { description: 'Which holiday.' })
  kind: keyof typeof SchoolHolidayKind;

  @Field(() => HolidayRegion, { description: 'Where.' })
  holidayRegion: keyof typeof HolidayRegion;

  @Field(() => DateScalar, { description: 'First day, in the school year or the August after it.' })
  from: PlainDate;

  @Field(() => DateScalar, {
    description: 'Last day. The summer holiday lasts at most 51 days, any other 23; no two share a day.',
  })
  until: PlainDate;
}

@InputType({ description: 'Removes a school holiday: schools are not closed then.' })
export class SchoolHolidayRemoveInput extends VersionedInput {
  @Field(() => ID, { description: 'The school holiday.' })
  id: string;
}

@InputType({ description: 'Says in which holiday region the schools of a municipality are.' })
export class MunicipalityHolidayRegionSetInput extends MutationInput {
  @Field(() => ID, { description: 'The municipality.' })
  municipalityId: string;

  @Field(() => HolidayRegion, { description: 'The holiday region.' })
  holidayRegion: keyof typeof HolidayRegion;
}
