import { FieldResolver, Resolver } from 'type-graphql';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { readByEngine, Reads, value } from '../../../reads/mapping.js';
import { sql, viewerDay } from '../../../reads/sql.js';
import { Person } from '../person.type.js';

@Resolver(() => Person)
export class PersonContactPause {
  @Reads(
    value(
      (person) => sql`(select upper(c.period) - 1 from contact_pauses c
        where c.person_id = ${person}.id and c.period @> ${viewerDay}::date)`,
    ),
  )
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      'Last day on which they are left alone: do not call, write or ask, and do not ask why. Visible to coordinators of ' +
      'the regions where they are known, to supporters and trekkers of their networks, and to themselves; null for others ' +
      'and while there is no pause.',
  })
  contactPausedUntil(): PlainDate | null {
    return readByEngine();
  }
}
