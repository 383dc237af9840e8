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
import { inLanguage } from '../seats/requirement-words.js';

const HOW_IT_COUNTS = {
  REQUIREMENT: 'Where the seat asks for it: missing blocks when HARD, met gives its points when PREFERRED.',
  STOP: 'Blocks, whatever the seat asks.',
  STATEMENT: 'Gives its points to everybody for whom it holds.',
  FAIRNESS: 'Takes its points each time, so that the work is spread.',
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
  'What a match is judged by.',
  Object.fromEntries(RULES.map(({ code, about }) => [code, about.en])),
);

@ObjectType({ description: 'One rule by which matches are judged.' })
export class MatchRule {
  @Reads(value((rule) => sql`${rule}.code`))
  @Field(() => MatchCriterionCode, { description: 'The criterion that it gives.' })
  code: string;

  @Reads(value((rule) => sql`${rule}.counts`))
  @Field(() => MatchRuleKind, { description: 'How it counts.' })
  kind: keyof typeof MatchRuleKind;

  @Reads(value((rule) => sql`${rule}.points`))
  @Field(() => Int, { description: 'Points each time; below 0 they are taken off, 0 for what only blocks.' })
  points: number;

  @Reads(value((rule) => sql`${rule}.at_most`))
  @Field(() => Int, {
    nullable: true,
    description: 'How many times it counts at most; null = once for each requirement, or once.',
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
  @Field({ description: 'What it is about, in the language of the viewer.' })
  about: string;
}
