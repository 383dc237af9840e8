import { Args, FieldResolver, Resolver } from 'type-graphql';
import { ForwardPage } from '../../../graphql/connections.js';
import { connection, readByEngine, Reads } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Person } from '../../people/person.type.js';
import { PersonAccessConnection } from './person-access.type.js';

@Resolver(() => Person)
export class PersonAccessLog {
  @Reads(connection({ where: (person, access) => sql`${access}.person_id = ${person}.id` }))
  @FieldResolver(() => PersonAccessConnection, {
    description:
      'Every disclosure of this person’s name or contact details and the reason for it, latest first. Visible to the ' +
      'person and coordinators of their region; empty for others.',
  })
  accessLog(@Args(() => ForwardPage) _page: ForwardPage): InstanceType<typeof PersonAccessConnection> {
    return readByEngine();
  }
}
