import { Arg, Extensions, FieldResolver, Int, Resolver } from 'type-graphql';
import { many, oneFrom, readByEngine, Reads } from '../../../reads/mapping.js';
import { constant, type Sql, sql, viewerDay } from '../../../reads/sql.js';
import { Region } from '../../regions/region.type.js';
import { requireBetween } from '../../../reads/argument.js';
import { RegionContinuity, SchoolYearDepartures } from './region-continuity.type.js';

const SCHOOL_YEARS = 3;
const MOST_SCHOOL_YEARS = 10;

/** The calendar year in which the school year of a day began. */
const startOf = (day: Sql) => sql`extract(year from ${day} - interval '7 months')::integer`;

/** The coming school years with the departures expected in each: ends that have passed count in the first one. */
const departures = (region: Sql) => sql`
  with ends as materialized (
    select e.oudernetwerk_id, e.driver, t.period @> ${viewerDay}::date as leads,
      greatest(${startOf(sql`e.expected_on`)}, ${startOf(sql`${viewerDay}::date`)}) as year
    from expected_ends e join trekkerschappen t on t.id = e.trekkerschap_id
    -- who stays until the network ends does not leave it
    join oudernetwerken n on n.id = e.oudernetwerk_id and coalesce(e.expected_on < n.ended_on, true)
    where e.region_id in (select regions_below(${region}.id)) and not t.period << daterange(${viewerDay}::date, null)
  ),
  networks as (
    select oudernetwerk_id, max(year) as last_year from ends group by oudernetwerk_id having bool_or(leads)
  )
  select place, year || '-' || (year + 1) as school_year, make_date(year, 8, 1) as from_day,
    make_date(year + 1, 7, 31) as until_day, found.*,
    (select count(*)::integer from networks n where n.last_year = year) as left_without
  from generate_series(0, ${constant(MOST_SCHOOL_YEARS - 1)}::integer) place
  cross join lateral (select ${startOf(sql`${viewerDay}::date`)} + place as year) years
  cross join lateral (
    select count(*)::integer as trekkers,
      count(*) filter (where e.driver = 'CHILD_LEAVES_SCHOOL')::integer as child_leaves_school,
      count(distinct e.oudernetwerk_id)::integer as networks
    from ends e where e.leads and e.year = years.year
  ) found`;

@Resolver(() => Region)
export class RegionContinuityFields {
  @Reads(
    oneFrom(
      (region) => sql`select count(*)::integer as total,
        count(*) filter (where c.band = 'STABLE')::integer as stable,
        count(*) filter (where c.band = 'ATTENTION')::integer as attention,
        count(*) filter (where c.band = 'AT_RISK')::integer as at_risk,
        count(*) filter (where c.band = 'CRITICAL')::integer as critical,
        count(*) filter (where c.band is null)::integer as unknown
      from oudernetwerken n left join continuities c on c.oudernetwerk_id = n.id
      where network_status(n.phase, n.ended_on, ${viewerDay}::date) <> 'ENDED' and n.region_id in (select regions_below(${region}.id))`,
    ),
  )
  @Extensions({ cost: 20 })
  @FieldResolver(() => RegionContinuity, {
    description: 'Number of networks in each band today, in this region and those below it.',
  })
  continuity(): RegionContinuity {
    return readByEngine();
  }

  @Reads(
    many({
      from: departures,
      where: (_region, year, { schoolYears }) => {
        requireBetween(schoolYears, 1, MOST_SCHOOL_YEARS);
        return sql`${year}.place < ${schoolYears?.parameter ?? constant(SCHOOL_YEARS)}::integer`;
      },
      orderBy: (year) => sql`${year}.place`,
    }),
  )
  @Extensions({
    cost: 20,
    assumedSize: ({ schoolYears }: { schoolYears?: number | null }) =>
      Math.min(schoolYears ?? SCHOOL_YEARS, MOST_SCHOOL_YEARS),
  })
  @FieldResolver(() => [SchoolYearDepartures], {
    description:
      'Number of trekkers expected to stop, per school year from the current one on, in this region and ' +
      'those below it.',
  })
  expectedDepartures(
    @Arg('schoolYears', () => Int, {
      nullable: true,
      defaultValue: SCHOOL_YEARS,
      description: `Number of school years, 1 to ${MOST_SCHOOL_YEARS}.`,
    })
    _schoolYears?: number,
  ): SchoolYearDepartures[] {
    return readByEngine();
  }
}
