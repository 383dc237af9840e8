import { Field, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { many, oneWhere, Reads, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Person } from '../../people/person.type.js';
import { messageOfReason, REASONS } from './suggestions.js';

const SuggestionReasonCode = describedEnum(
  'SuggestionReasonCode',
  'Reasons to suggest a person as successor.',
  REASONS.outlines('en'),
);

@ObjectType({ description: 'One reason to suggest a person as successor.' })
export class SuggestionReason {
  @Reads(value((reason) => sql`${reason}.code`))
  @Field(() => SuggestionReasonCode, { description: 'Stable code; branch on this, not on the message.' })
  code: string;

  @Reads(value(messageOfReason))
  @Field({ description: 'A sentence in the viewer’s language.' })
  message: string;

  @Reads(value((reason) => sql`${reason}.points`))
  @Field(() => Int, { description: 'Number of points; the same for everybody.' })
  points: number;
}

@ObjectType({ description: 'A person who might be asked to take over. It is not a judgement of the person.' })
export class SuccessorSuggestion {
  @Reads(oneWhere((suggestion, person) => sql`${person}.id = ${suggestion}.person_id`))
  @Field(() => Person, { description: 'The person suggested.' })
  person: Person;

  @Reads(
    many({
      from: (suggestion) =>
        sql`select * from jsonb_to_recordset(${suggestion}.reasons) as reason (code text, points integer)`,
      where: () => sql`true`,
      orderBy: (reason) => sql`${reason}.points desc, ${reason}.code`,
    }),
  )
  @Field(() => [SuggestionReason], { description: 'The reasons, most points first; at least one.' })
  reasons: SuggestionReason[];

  @Reads(value((suggestion) => sql`${suggestion}.points`))
  @Field(() => Int, { description: 'Sum of the points of its reasons.' })
  points: number;
}
