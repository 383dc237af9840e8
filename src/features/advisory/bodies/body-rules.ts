import type { Checks } from '../../../kernel/checks.js';
import type { BodyRulesInput } from './advisory-body.inputs.js';
import type { AdvisoryBodyEntity } from '../advisory.entity.js';

type Rules = Pick<
  AdvisoryBodyEntity,
  | 'termMonths'
  | 'maxConsecutiveTerms'
  | 'breakMonths'
  | 'carryOver'
  | 'replacementServesRemaining'
  | 'incompatibleKinds'
  | 'maxLeavingShare'
  | 'endsSoonMonths'
  | 'vacancyDays'
  | 'alternates'
>;

/** No national norm exists: these are the defaults until a body's own rules are recorded. */
export const RULES_AT_FIRST: Rules = {
  termMonths: 48,
  maxConsecutiveTerms: null,
  breakMonths: 0,
  carryOver: false,
  replacementServesRemaining: false,
  incompatibleKinds: [],
  maxLeavingShare: null,
  endsSoonMonths: 6,
  vacancyDays: 60,
  alternates: false,
};

const LIMITS = {
  termMonths: [1, 240],
  maxConsecutiveTerms: [1, 20],
  breakMonths: [0, 240],
  maxLeavingShare: [1, 100],
  endsSoonMonths: [1, 36],
  vacancyDays: [1, 730],
} as const;

/** The rules in an input; of these, null clears those that have no default. */
export function checkedRules(
  checks: Checks,
  input: BodyRulesInput | null | undefined,
  path: readonly string[],
): Partial<Rules> {
  const rules: Record<string, unknown> = {};
  for (const rule of Object.keys(RULES_AT_FIRST) as (keyof Rules)[]) {
    const field = rule === 'incompatibleKinds' ? 'incompatibilities' : rule;
    const given = input?.[field];
    if (given === undefined) continue;
    if (typeof given === 'number') {
      const [min, max] = LIMITS[field as keyof typeof LIMITS];
      checks.number(given, [...path, field], min, max);
    }
    if (Array.isArray(given)) checks.list(given, [...path, field]);
    rules[rule] = given;
  }
  return rules;
}
