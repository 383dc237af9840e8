import { Arg, Args, ID, Query, Resolver } from 'type-graphql';
import { dayAsked } from '../../reads/argument.js';
import { byId, connection, readByEngine, Reads } from '../../reads/mapping.js';
import { allOf, type Parameter, type Sql, sql } from '../../reads/sql.js';
import { PersonConnection } from '../people/person.lists.js';
import { OudernetwerkConnection, OudernetwerkPage, TrekkerOuderPage } from './oudernetwerk.lists.js';
import { Oudernetwerk } from './oudernetwerk.type.js';

/** When a tenure ends, as recorded or planned, is said of its last trekkerschap. */
const stopsBy = (day: Parameter): Sql =>
  sql`exists (select from tenure_of(t.id) last
    where not goes_on(last) and least(upper(last.period) - 1, last.planned_end_on) <= ${day}::date)`;

@Resolver()
export class OudernetwerkQueries {
  @Reads(byId('Oudernetwerk'))
  @Query(() => Oudernetwerk, {
    nullable: true,
    description: 'A network; null if it does not exist or is not visible to you.',
  })
  oudernetwerk(@Arg('id', () => ID, { description: 'Id of the network.' }) _id: string): Oudernetwerk | null {
    return readByEngine();
  }

  @Reads(connection())
  @Query(() => OudernetwerkConnection, { description: 'The networks visible to you.' })
  oudernetwerken(
    @Args(() => OudernetwerkPage) _page: OudernetwerkPage,
  ): InstanceType<typeof OudernetwerkConnection> {
    return readByEngine();
  }

  @Reads(
    connection({
      where: (_row, person, { filter }) => {
        const region = filter?.field('regionId');
        const stops = filter?.field('stopsUntil');
        const conditions = [
          sql`t.person_id = ${person}.id`,
          sql`t.period @> ${dayAsked(filter?.field('on'))}::date`,
          ...(region ? [sql`t.region_id in (select regions_below(${region.uuid('Region')}::uuid))`] : []),
          ...(stops ? [stopsBy(stops.parameter)] : []),
        ];
        return sql`exists (select from trekkerschappen t where ${allOf(conditions)})`;
      },
      ownFilters: ['on', 'regionId', 'stopsUntil'],
    }),
  )
  @Query(() => PersonConnection, {
    description: 'People who lead a network on a given day, which defaults to today.',
  })
  trekkerOuders(
    @Args(() => TrekkerOuderPage) _page: TrekkerOuderPage,
  ): InstanceType<typeof PersonConnection> {
    return readByEngine();
  }
}
