import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType, describedEnum } from '../../../graphql/connections.js';
import { many, oneWhere, Reads, Rows, value } from '../../../reads/mapping.js';
import { join, literal, numeral, sql } from '../../../reads/sql.js';
import { Ervaringsdeskundige } from '../../ervaringsdeskundigen/ervaringsdeskundige.type.js';
import { blockersOf, criteriaOf } from './match-criteria.js';
import { FITS } from './match-rows.js';
import { MatchCriterionCode } from './match-rule.type.js';

export const MatchFit = describedEnum('MatchFit', 'How well an ervaringsdeskundige fits a seat.', {
  SUITABLE: 'Meets all hard requirements.',
  TO_CHECK: 'No hard requirement is unmet, but for at least one it is not known.',
  NEARLY_SUITABLE: 'Does not meet one hard requirement.',
  NOT_SUITABLE:
    'Does not meet more than one hard requirement, or is ruled out regardless of the requirements.',
});

const CriterionState = describedEnum('CriterionState', 'Whether a criterion is met.', {
  MET: 'Met.',
  MISSING: 'Not met.',
  UNKNOWN: 'The profile does not say; ask the ervaringsdeskundige.',
});

@ObjectType({ description: 'One criterion of a match.' })
export class MatchCriterion {
  @Reads(value((criterion) => sql`${criterion}.code`))
  @Field(() => MatchCriterionCode, { description: 'Stable code; branch on this, not on the message.' })
  code: string;

  @Reads(value((criterion) => sql`${criterion}.state`))
  @Field(() => CriterionState, { description: 'Whether it is met.' })
  state: keyof typeof CriterionState;

  @Reads(value((criterion) => sql`${criterion}.points`))
  @Field(() => Int, {
    description: 'Points it adds to the score or, if negative, subtracts from it; 0 for hard requirements.',
  })
  points: number;

  @Reads(value((criterion) => sql`${criterion}.blocks`))
  @Field(() => Boolean, {
    description: 'Whether it rules them out: a hard requirement that is not met, or a stop.',
  })
  blocks: boolean;

  @Reads(value((criterion) => sql`${criterion}.message`))
  @Field({ description: 'A sentence in the viewer’s language.' })
  message: string;
}

@Rows('match', {
  orders: { PLACE: { by: (match) => sql`${match}.place`, type: 'integer', direction: 'ASC' } },
  defaultOrder: 'PLACE',
})
@ObjectType({
  description: 'How well a findable ervaringsdeskundige fits a seat. It is not a judgement of the person.',
})
export class Match {
  @Reads(oneWhere((match, profile) => sql`${profile}.id = ${match}.id`))
  @Field(() => Ervaringsdeskundige, { description: 'The ervaringsdeskundige, under their pseudonym.' })
  ervaringsdeskundige: Ervaringsdeskundige;

  @Reads(
    value((match) => {
      const fits = FITS.map((fit, index) => sql`when ${numeral(index)} then ${literal(fit)}`);
      return sql`case ${match}.fit ${join(fits, ' ')} end`;
    }),
  )
  @Field(() => MatchFit, { description: 'How well they fit.' })
  fit: keyof typeof MatchFit;

  @Reads(value((match) => sql`${match}.score`))
  @Field(() => Int, { description: 'Sum of the points of all criteria; `matchRules` explains them.' })
  score: number;

  @Reads(many({ from: criteriaOf, where: () => sql`true`, orderBy: (criterion) => sql`${criterion}.place` }))
  @Field(() => [MatchCriterion], {
    description:
      'The criteria: stops that apply, then hard requirements, then preferred requirements, then the rest.',
  })
  criteria: MatchCriterion[];

  @Reads(many({ from: blockersOf, where: () => sql`true`, orderBy: (criterion) => sql`${criterion}.place` }))
  @Field(() => [MatchCriterion], {
    description: 'The criteria that rule them out; a single missing requirement makes them nearly suitable.',
  })
  blockers: MatchCriterion[];
}

export const MatchConnection = connectionType('Match', () => Match);
