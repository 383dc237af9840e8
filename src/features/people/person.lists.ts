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

const PersonOrderField = describedEnum('PersonOrderField', 'Fields by which people can be sorted.', {
  NAME: 'Family name, then given name; "van den Berg" under B, erased names last.',
  CREATED_AT: 'When the record was created.',
});
const PersonOrder = orderInput('Person', PersonOrderField);

@InputType({ description: 'Conditions on people; all of them must hold.' })
export class PersonFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Lives or has a role in this region or a region below it.',
  })
  regionId?: string;

  @Field(() => ID, { nullable: true, description: 'Lives in this municipality.' })
  municipalityId?: string;

  @Field(() => Perspective, { nullable: true, description: 'Speaks from this perspective.' })
  perspective?: keyof typeof Perspective;

  @Field(() => ParticipationForm, { nullable: true, description: 'Would like to take part in this way.' })
  participationForm?: keyof typeof ParticipationForm;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Has a school tie that was last confirmed before this day and should be confirmed again.',
  })
  tieConfirmedBefore?: PlainDate;

  @Field(() => String, {
    nullable: true,
    description:
      'Is reached by exactly this email address or telephone number, as far as you may see their contact details.',
  })
  reachedBy?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Has a name like this, accents and infixes aside. Found are those of whose name each word of the text is a ' +
      'word, or begins one; a letter of each may be missing, doubled, replaced or swapped with the next. Only if ' +
      'there are none, those whose whole name resembles the text. Best matches first, unless `orderBy` is given.',
  })
  search?: string;
}

@ArgsType()
export class PersonPage extends Page {
  @Field(() => PersonFilter, { nullable: true, description: 'Restricts the list of people.' })
  filter?: PersonFilter;

  @Field(() => PersonOrder, { nullable: true, description: 'Sort order; defaults to by name.' })
  orderBy?: { field: string; direction: OrderDirection };
}
