import { Arg, Args, ID, Query, Resolver } from 'type-graphql';
import { Node } from '../../graphql/connections.js';
import { connection, many, oneWhere, readByEngine, Reads } from '../../reads/mapping.js';
import { allOf, sql, viewerDay } from '../../reads/sql.js';
import { Region, RegionConnection, RegionPage, Theme } from './region.type.js';

@Resolver()
export class RegionQueries {
  @Reads(
    oneWhere((_row, region, { id, code }) =>
      allOf([
        ...(id ? [sql`${region}.id = ${id.uuid('Region')}::uuid`] : []),
        ...(code ? [sql`${region}.code = ${code.parameter}::text`] : []),
        ...(id || code ? [] : [sql`false`]),
      ]),
    ),
  )
  @Query(() => Region, {
    nullable: true,
    description: 'A region by id or by code; null if it does not exist.',
  })
  region(
    @Arg('id', () => ID, { nullable: true, description: 'Id of the region.' }) _id?: string,
    @Arg('code', () => String, { nullable: true, description: 'Code, for example `JZ06`.' }) _code?: string,
  ): Region | null {
    return readByEngine();
  }

  @Reads(connection())
  @Query(() => RegionConnection, { description: 'All regions, by code.' })
  regions(@Args(() => RegionPage) _page: RegionPage): InstanceType<typeof RegionConnection> {
    return readByEngine();
  }

  @Reads(
    many({
      where: (_row, theme, { includeRetired }) =>
        includeRetired?.value
          ? sql`true`
          : sql`${theme}.retired_on is null or ${theme}.retired_on > ${viewerDay}::date`,
      orderBy: (theme) => sql`${theme}.code`,
    }),
  )
  @Query(() => [Theme], { description: 'The managed list of themes, by code.' })
  themes(
    @Arg('includeRetired', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Whether to include retired themes.',
    })
    _includeRetired?: boolean,
  ): Theme[] {
    return readByEngine();
  }

  @Reads({ kind: 'node' })
  @Query(() => Node, {
    nullable: true,
    description: 'Any object by its id; null if it does not exist or is hidden from you.',
  })
  node(
    @Arg('id', () => ID, { description: 'An id, as returned by any `id` field.' }) _id: string,
  ): Node | null {
    return readByEngine();
  }

  @Reads({ kind: 'nodes' })
  @Query(() => [Node], {
    nullable: 'items',
    description:
      'Several objects in the order of the given ids; null for each that does not exist or is hidden from ' +
      'you.',
  })
  nodes(@Arg('ids', () => [ID], { description: 'At most 250 ids.' }) _ids: string[]): (Node | null)[] {
    return readByEngine();
  }
}
