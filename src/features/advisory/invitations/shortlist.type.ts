import { Field, Int, ObjectType } from 'type-graphql';
import { many, oneWhere, Reads, value } from '../../../reads/mapping.js';
import { sql, viewerLocale } from '../../../reads/sql.js';
import { Ervaringsdeskundige } from '../../ervaringsdeskundigen/ervaringsdeskundige.type.js';
import { MatchCriterion, MatchFit } from '../matching/match.type.js';

@ObjectType({
  description: 'A match at the time of an invitation, as it was assessed then.',
})
export class ShortlistEntry {
  @Reads(value((entry) => sql`${entry}.place`))
  @Field(() => Int, { description: 'Rank among all matches, from 1.' })
  place: number;

  @Reads(value((entry) => sql`${entry}.chosen`))
  @Field({ description: 'Whether this is the one who was invited.' })
  chosen: boolean;

  @Reads(oneWhere((entry, profile) => sql`${profile}.id = ${entry}.profile_id`))
  @Field(() => Ervaringsdeskundige, {
    nullable: true,
    description: 'The ervaringsdeskundige, under their pseudonym; null if they are now hidden from you.',
  })
  ervaringsdeskundige: Ervaringsdeskundige | null;

  @Reads(value((entry) => sql`${entry}.fit`))
  @Field(() => MatchFit, { description: 'How well they fitted.' })
  fit: keyof typeof MatchFit;

  @Reads(value((entry) => sql`${entry}.score`))
  @Field(() => Int, { description: 'Sum of the points of all criteria.' })
  score: number;

  @Reads(
    many({
      from: (entry) => sql`select c.code, c.state, c.points, c.blocks, kept.place,
          case when ${viewerLocale}::text = 'en' then c.en else c.nl end as message
        from jsonb_array_elements(${entry}.criteria) with ordinality kept (criterion, place)
        cross join jsonb_to_record(kept.criterion) c (code text, state text, points integer, blocks boolean, nl text, en text)`,
      where: () => sql`true`,
      orderBy: (criterion) => sql`${criterion}.place`,
    }),
  )
  @Field(() => [MatchCriterion], { description: 'The criteria as assessed then.' })
  criteria: MatchCriterion[];
}
