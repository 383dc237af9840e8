import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType, describedEnum } from '../../../graphql/connections.js';
import { many, oneWhere, Reads, Rows, value } from '../../../reads/mapping.js';
import { join, literal, numeral, sql } from '../../../reads/sql.js';
import { Ervaringsdeskundige } from '../../ervaringsdeskundigen/ervaringsdeskundige.type.js';
import { blockersOf, criteriaOf } from './match-criteria.js';
import { FITS } from './match-rows.js';
import { MatchCriterionCode } from './match-rule.type.js';

export const MatchFit = describedEnum('MatchFit', 'How far somebody fits a seat.', {
  SUITABLE: 'Has all that the seat must have.',
  TO_CHECK: 'Nothing is missing, but of something that the seat must have it is not known.',
  NEARLY_SUITABLE: 'Misses one thing that the seat must have.',
  NOT_SUITABLE: 'Misses more than one thing, or something stands in the way whatever the seat asks.',
});

const CriterionState = describedEnum('CriterionState', 'Whether a criterion holds.', {
  MET: 'It holds.',
  MISSING: 'It does not hold.',
  UNKNOWN: 'The profile says nothing about it: ask.',
});

@ObjectType({ description: 'One thing that a match is judged by.' })
export class MatchCriterion {
  @Reads(value((criterion) => sql`${criterion}.code`))
  @Field(() => MatchCriterionCode, { description: 'Stable; branch on this, not on the message.' })
  code: string;

  @Reads(value((criterion) => sql`${criterion}.state`))
  @Field(() => CriterionState, { description: 'Whether it holds.' })
  state: keyof typeof CriterionState;

  @Reads(value((criterion) => sql`${criterion}.points`))
  @Field(() => Int, {
    description: 'What it adds to the score, or takes from it; 0 for what the seat must have.',
  })
  points: number;

  @Reads(value((criterion) => sql`${criterion}.blocks`))
  @Field(() => Boolean, {
    description: 'Whether it stands in the way: a hard requirement that is missing, or a stop.',
  })
  blocks: boolean;

  @Reads(value((criterion) => sql`${criterion}.message`))
  @Field({ description: 'A sentence in the language of the viewer.' })
  message: string;
}

@Rows('match', {
  orders: { PLACE: { by: (match) => sql`${match}.place`, type: 'integer', direction: 'ASC' } },
  defaultOrder: 'PLACE',
})
@ObjectType({ description: 'How somebody who may be found fits a seat. Not a judgement of the person.' })
export class Match {
  @Reads(oneWhere((match, profile) => sql`${profile}.id = ${match}.id`))
  @Field(() => Ervaringsdeskundige, { description: 'Who, under their pseudonym.' })
  ervaringsdeskundige: Ervaringsdeskundige;

  @Reads(
    value((match) => {
      const fits = FITS.map((fit, index) => sql`when ${numeral(index)} then ${literal(fit)}`);
      return sql`case ${match}.fit ${join(fits, ' ')} end`;
    }),
  )
  @Field(() => MatchFit, { description: 'How far they fit.' })
  fit: keyof typeof MatchFit;

  @Reads(value((match) => sql`${match}.score`))
  @Field(() => Int, { description: 'The points of all criteria together; `matchRules` says for what.' })
  score: number;

  @Reads(many({ from: criteriaOf, where: () => sql`true`, orderBy: (criterion) => sql`${criterion}.place` }))
  @Field(() => [MatchCriterion], {
    description:
      'What they are judged by: stops that hold, what the seat must have, what it prefers, the rest.',
  })
  criteria: MatchCriterion[];

  @Reads(many({ from: blockersOf, where: () => sql`true`, orderBy: (criterion) => sql`${criterion}.place` }))
  @Field(() => [MatchCriterion], {
    description:
      'Those of the criteria that stand in the way; one missing requirement makes nearly suitable.',
  })
  blockers: MatchCriterion[];
}

export const MatchConnection = connectionType('Match', () => Match);
