import { ArgsType, Field, ID, InputType } from 'type-graphql';
import {
  connectionType,
  describedEnum,
  type OrderDirection,
  orderInput,
  Page,
} from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { ParticipationForm, Perspective } from './person.enums.js';
import { Person } from './person.type.js';

export const PersonConnection = connectionType('Person', () => Person);

const PersonOrderField = describedEnum('PersonOrderField', 'What people can be sorted by.', {
  NAME: 'Family name, then given name; "van den Berg" under B; erased names last.',
  CREATED_AT: 'When the record was made.',
});
const PersonOrder = orderInput('Person', PersonOrderField);

@InputType({ description: 'Which people; conditions are combined with and.' })
export class PersonFilter {
  @Field(() => ID, { nullable: true, description: 'Living or having a role in this region or below it.' })
  regionId?: string;

  @Field(() => ID, { nullable: true, description: 'Living in this municipality.' })
  municipalityId?: string;

  @Field(() => Perspective, { nullable: true, description: 'Speaking from this perspective.' })
  perspective?: keyof typeof Perspective;

  @Field(() => ParticipationForm, { nullable: true, description: 'Liking to take part in this way.' })
  participationForm?: keyof typeof ParticipationForm;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'With a school tie that was last confirmed before this day: whom to ask again.',
  })
  tieConfirmedBefore?: PlainDate;

  @Field(() => String, {
    nullable: true,
    description:
      'With a name like this, spelling and accents forgiven. Best first, unless `orderBy` is given.',
  })
  search?: string;
}

@ArgsType()
export class PersonPage extends Page {
  @Field(() => PersonFilter, { nullable: true, description: 'Which people.' })
  filter?: PersonFilter;

  @Field(() => PersonOrder, { nullable: true, description: 'Order; by name when left out.' })
  orderBy?: { field: string; direction: OrderDirection };
}
