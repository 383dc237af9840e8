import { Field, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { Reads, value } from '../../../reads/mapping.js';
import { join, literal, sql } from '../../../reads/sql.js';
import {
  COUNTED_AT_MOST,
  FAIRNESS_RULES,
  REQUIREMENT_RULES,
  STATEMENT_RULES,
  STOP_RULES,
} from './match-rules.js';
import { inLanguage } from './requirement-words.js';

const HOW_IT_COUNTS = {
  REQUIREMENT:
    'Applies if the seat asks for it: rules out if HARD and not met, adds its points if PREFERRED and ' +
    'met.',
  STOP: 'Rules out, regardless of the seat’s requirements.',
  STATEMENT: 'Adds its points for everybody to whom it applies.',
  FAIRNESS: 'Subtracts its points per occurrence, to spread the work fairly.',
} as const;

const MatchRuleKind = describedEnum('MatchRuleKind', 'How a rule counts.', HOW_IT_COUNTS);

/** All rules as they are shown. */
export const RULES = [
  ...REQUIREMENT_RULES.map((rule) => ({ ...rule, counts: 'REQUIREMENT' as const, atMost: null })),
  ...STOP_RULES.map((rule) => ({ ...rule, counts: 'STOP' as const, points: 0, atMost: null })),
  ...STATEMENT_RULES.map((rule) => ({ ...rule, counts: 'STATEMENT' as const, atMost: null })),
  ...FAIRNESS_RULES.map((rule) => ({ ...rule, counts: 'FAIRNESS' as const, atMost: COUNTED_AT_MOST })),
];

export const MatchCriterionCode = describedEnum(
  'MatchCriterionCode',
  'Criteria by which matches are made.',
  Object.fromEntries(RULES.map(({ code, about }) => [code, about.en])),
);

@ObjectType({ description: 'One rule of the matching.' })
export class MatchRule {
  @Reads(value((rule) => sql`${rule}.code`))
  @Field(() => MatchCriterionCode, { description: 'The criterion it produces.' })
  code: string;

  @Reads(value((rule) => sql`${rule}.counts`))
  @Field(() => MatchRuleKind, { description: 'How it counts.' })
  kind: keyof typeof MatchRuleKind;

  @Reads(value((rule) => sql`${rule}.points`))
  @Field(() => Int, {
    description: 'Points per occurrence; negative points are subtracted, 0 for rules that can only rule out.',
  })
  points: number;

  @Reads(value((rule) => sql`${rule}.at_most`))
  @Field(() => Int, {
    nullable: true,
    description: 'Maximum number of times it counts; null if it counts once per requirement, or once.',
  })
  atMost: number | null;

  @Reads(
    value((rule) => {
      const cases = RULES.map(
        ({ code, about }) =>
          sql`when ${literal(code)} then ${inLanguage(literal(about.nl), literal(about.en))}`,
      );
      return sql`case ${rule}.code ${join(cases, ' ')} end`;
    }),
  )
  @Field({ description: 'What the rule is about, in the viewer’s language.' })
  about: string;
}
