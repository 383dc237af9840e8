import { Field, FieldResolver, ID, InputType, Resolver } from 'type-graphql';
import { readByEngine, Reads, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { VersionedInput } from '../../../writes/mutation-input.js';
import { Person } from '../../people/person.type.js';

@Resolver(() => Person)
export class PersonHiddenName {
  @Reads(
    value(
      (person) => sql`(select concat_ws(' ', h.given_name, h.infix, h.family_name) from hidden_names h
        where h.person_id = ${person}.id)`,
    ),
  )
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The name of somebody who died, while it is hidden at the wish of the family; others see a pseudonym. Visible to ' +
      'coordinators of their home region; null for others and while it is not hidden.',
  })
  hiddenName(): string | null {
    return readByEngine();
  }
}

@InputType({ description: 'Hides the name of somebody who died, as the family wants.' })
export class PersonHideNameInput extends VersionedInput {
  @Field(() => ID, { description: 'The person.' })
  id: string;
}

@InputType({ description: 'Shows a hidden name again.' })
export class PersonShowNameInput extends VersionedInput {
  @Field(() => ID, { description: 'The person.' })
  id: string;
}
