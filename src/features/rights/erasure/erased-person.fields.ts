import { FieldResolver, Resolver } from 'type-graphql';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { readByEngine, Reads, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Person } from '../../people/person.type.js';

@Resolver(() => Person)
export class ErasedPerson {
  @Reads(value((person) => sql`${person}.erased_on`))
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'The day on which what was kept of them was erased; null if it was not.',
  })
  erasedOn(): PlainDate | null {
    return readByEngine();
  }
}
