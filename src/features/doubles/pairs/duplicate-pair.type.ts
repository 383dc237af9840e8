import { Field, ObjectType } from 'type-graphql';
import { connectionType, describedEnum } from '../../../graphql/connections.js';
import { one, Reads, Rows, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Person } from '../../people/person.type.js';

const DuplicateReason = describedEnum('DuplicateReason', 'What is the same of two records.', {
  SAME_NAME: 'Their names, accents and capitals aside.',
  SIMILAR_NAME: 'Their given or family name, and nearly all of the rest.',
  SAME_EMAIL: 'Their email address. A family may share one.',
  SAME_PHONE: 'Their telephone number. A family may share one.',
  SAME_MUNICIPALITY: 'The municipality where they live.',
  SAME_NETWORK: 'A network in which both have or had a part.',
  SAME_SCHOOL: 'A school of their children.',
});

const DuplicateCertainty = describedEnum(
  'DuplicateCertainty',
  'How certain it is that two records are of one person. Only somebody who knows them can say.',
  {
    HIGH: 'The same or a similar name, and the same email address or telephone number.',
    MEDIUM: 'The same name, and another fact in common: municipality, network or school.',
    LOW: 'The same name, the same address or number, or a similar name and another fact in common.',
  },
);

@Rows('duplicates', {
  orders: { LIKELY: { by: (pair) => sql`${pair}.rank`, type: 'integer', direction: 'DESC' } },
  defaultOrder: 'LIKELY',
})
@ObjectType({ description: 'Two records that may be of one person.' })
export class DuplicatePair {
  @Reads(one('one_id'))
  @Field(() => Person, { description: 'The one.' })
  person: Person;

  @Reads(one('other_id'))
  @Field(() => Person, { description: 'The other one.' })
  other: Person;

  @Reads(value((pair) => sql`${pair}.reasons`))
  @Field(() => [DuplicateReason], { description: 'What is the same of them.' })
  reasons: (keyof typeof DuplicateReason)[];

  @Reads(value((pair) => sql`${pair}.certainty`))
  @Field(() => DuplicateCertainty, { description: 'How certain it is.' })
  certainty: keyof typeof DuplicateCertainty;
}

export const DuplicatePairConnection = connectionType('DuplicatePair', () => DuplicatePair);
