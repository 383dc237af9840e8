import { Field, Int, ObjectType } from 'type-graphql';
import { Reads, Table, value } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import { waitingAddress } from '../addresses/waiting-address.js';
import { PersonContactEntity, PersonDetailsEntity } from './person.entity.js';
import { DayPart } from './person.enums.js';

@Table(PersonDetailsEntity, { identified: false })
@ObjectType({ description: 'A name in parts: "van den Berg" is sorted under B.' })
export class PersonName {
  @Field({ description: 'Given name.' })
  givenName: string;

  @Field(() => String, { nullable: true, description: 'Infix, such as `van den`; null if there is none.' })
  infix: string | null;

  @Field({ description: 'Family name without infix.' })
  familyName: string;

  @Field({
    description:
      'Sort key of the name, compared byte by byte: family name, given name and infix in lower case without ' +
      'accents, with two spaces in between, so that "Jansen" comes before "Jansen de Vries".',
  })
  sortName: string;
}

@Table(PersonContactEntity, { identified: false, whose: 'person_id' })
@ObjectType({
  description:
    'Contact details of a person. Visible to coordinators of the region and the person themselves, and once the ' +
    'person said yes to that (`networkContactGive`) to trekkers and supporters of their network. Whoever else looks at them is listed in `Person.accessLog`.',
})
export class ContactDetails {
  @Field(() => String, { nullable: true, description: 'Email address; null if there is none.' })
  email: string | null;

  @Reads(value((contact) => waitingAddress(sql`w.person_id = ${contact}.person_id`)))
  @Field(() => String, {
    nullable: true,
    description:
      'Email address that replaces `email` once the link that was mailed there is followed; null if none waits.',
  })
  pendingEmail: string | null;

  @Reads(value((contact) => sql`coalesce(is_undeliverable(${contact}.email), false)`))
  @Field({
    description: 'Whether the mail server of `email` refused a message to it. A new address clears it.',
  })
  emailUndeliverable: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Telephone number in the form `+31612345678`; null if there is none.',
  })
  phone: string | null;
}

@ObjectType({ description: 'How much time a person has and when.' })
export class PersonAvailability {
  @Reads(value((person) => sql`${person}.hours_per_month`))
  @Field(() => Int, { nullable: true, description: 'Hours per month; null if not stated.' })
  hoursPerMonth: number | null;

  @Reads(value((person) => sql`${person}.day_parts`))
  @Field(() => [DayPart], { description: 'Parts of the week; empty if not stated.' })
  dayParts: (keyof typeof DayPart)[];
}
