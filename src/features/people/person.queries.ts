import { Arg, Args, ID, Query, Resolver } from 'type-graphql';
import { connection, oneWhere, readByEngine, Reads } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import { PersonConnection, PersonPage } from './person.lists.js';
import { Person } from './person.type.js';
import { standingFor } from './standing-for.js';

@Resolver()
export class PersonQueries {
  @Reads(oneWhere((_root, person, { id }) => sql`${person}.id = ${standingFor(id!)}`))
  @Query(() => Person, {
    nullable: true,
    description: 'A person; null if they do not exist or are not visible to you.',
  })
  person(@Arg('id', () => ID, { description: 'Id of the person.' }) _id: string): Person | null {
    return readByEngine();
  }

  @Reads(connection())
  @Query(() => PersonConnection, { description: 'The people visible to you.' })
  people(@Args(() => PersonPage) _page: PersonPage): InstanceType<typeof PersonConnection> {
    return readByEngine();
  }
}
