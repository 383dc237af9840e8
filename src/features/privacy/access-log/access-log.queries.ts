import { Arg, Args, ID, Query, Resolver } from 'type-graphql';
import { ForwardPage } from '../../../graphql/connections.js';
import { connection, readByEngine, Reads } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { standingFor } from '../../people/standing-for.js';
import { AccessEntryConnection } from './access-entry.type.js';

@Resolver()
export class AccessLogQueries {
  @Reads(
    connection({
      from: (_root, { personId }) =>
        sql`select l.* from person_access_log l where l.person_id = ${standingFor(personId!)}`,
    }),
  )
  @Query(() => AccessEntryConnection, {
    description:
      'Who looked at a parent’s contact details, was told their name or took it along in a file, latest first: by role and ' +
      'organisation, never by name. For the parent and coordinators of their region; empty for others.',
  })
  accessLog(
    @Arg('personId', () => ID, { description: 'Id of the person.' }) _personId: string,
    @Args(() => ForwardPage) _page: ForwardPage,
  ): InstanceType<typeof AccessEntryConnection> {
    return readByEngine();
  }
}
