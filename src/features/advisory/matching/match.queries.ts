import { Arg, Args, Extensions, FieldResolver, ID, Int, Query, Resolver } from 'type-graphql';
import { ForwardPage } from '../../../graphql/connections.js';
import { connection, many, readByEngine, Reads, value } from '../../../reads/mapping.js';
import { join, literal, numeral, raw, type Sql, sql } from '../../../reads/sql.js';
import { OUTCOMES } from './match-criteria.js';
import { FITS, MATCHES, stagesOf } from './match-rows.js';
import { soughtFor } from './match-seat.js';
import { MATCH_RULE_VERSION } from './match-rules.js';
import { MatchConnection, MatchFit } from './match.type.js';
import { MatchRule, RULES } from './match-rule.type.js';

/** Every findable profile is evaluated, not only those on the page; so it is by an invitation. */
export const MATCHING_COST = 200;

@Resolver()
export class MatchQueries {
  @Reads(
    connection({
      with: (_root, { seatId }) => sql`${soughtFor(seatId!.uuid('AdvisorySeat'))}, ${OUTCOMES}`,
      stages: ({ fit }) => stagesOf(fit?.value as string[] | undefined),
      from: () => MATCHES,
      where: (_root, match, { fit }) => (fit ? fitsOneOf(match, fit.value as string[]) : sql`true`),
    }),
  )
  @Extensions({ cost: MATCHING_COST })
  @Query(() => MatchConnection, {
    description:
      'Ervaringsdeskundigen who are findable for a seat, best match first: by `fit`, then fewest blockers, ' +
      'fewest unknown hard requirements, and most points; ties are in a random order that is fixed per ' +
      'seat. Those who said yes to this body and sit there, and those with an open invitation for this seat ' +
      'under their pseudonym, are left out. ' +
      'Visible to the body’s secretary and coordinators of its region; empty for others.',
  })
  matches(
    @Arg('seatId', () => ID, { description: 'The seat.' }) _seatId: string,
    @Args(() => ForwardPage) _page: ForwardPage,
    @Arg('fit', () => [MatchFit], {
      nullable: true,
      description: 'Returns only matches with one of these fits; defaults to all.',
    })
    _fit?: (keyof typeof MatchFit)[],
  ): InstanceType<typeof MatchConnection> {
    return readByEngine();
  }

  @Reads(many({ from: rules, where: () => sql`true`, orderBy: (rule) => sql`${rule}.place` }))
  @Query(() => [MatchRule], {
    description: 'All rules of the matching; they are the same for every seat.',
  })
  matchRules(): MatchRule[] {
    return readByEngine();
  }

  @Reads(value(() => numeral(MATCH_RULE_VERSION)))
  @Query(() => Int, { description: 'Version of `matchRules`; it is stored with every shortlist.' })
  matchRuleVersion(): number {
    return readByEngine();
  }
}

@Resolver(() => MatchConnection)
export class MatchConnectionFields {
  @Reads(value(() => raw('(select hidden from sought)')))
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Number of people in the body’s own region who have a profile but do not consent to be findable, ' +
      'rounded down to fives; null if fewer than 5.',
  })
  hiddenForConsent(): number | null {
    return readByEngine();
  }
}

function fitsOneOf(match: Sql, fits: readonly string[]): Sql {
  return sql`${match}.fit = any (array[${raw(placesOf(fits).join())}]::integer[])`;
}

const placesOf = (fits: readonly string[]) =>
  FITS.flatMap((fit, place) => (fits.includes(fit) ? [place] : []));

function rules(): Sql {
  const rows = RULES.map(
    ({ code, counts, points, atMost }, place) =>
      sql`(${numeral(place)}, ${literal(code)}, ${literal(counts)}, ${numeral(points)}, ${raw(String(atMost))}::integer)`,
  );
  return sql`select * from (values ${join(rows, ', ')}) rule (place, code, counts, points, at_most)`;
}
