import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { en } from '../messages.en.js';
import { nl } from '../messages.nl.js';
import type { RetirementMaterial } from './retirement-material.js';
import type { RetirementWarningCode } from './retirement-schedule.js';

type Rules = Pick<RetirementMaterial, 'maxLeavingShare' | 'vacancyDays'>;

const WARNINGS = new Catalogue<RetirementWarningCode>({ nl: nl.retirement, en: en.retirement });

/** What to mind, in a sentence about so many seats. */
export function retirementWarning(
  code: RetirementWarningCode,
  locale: Locale,
  count: number,
  { maxLeavingShare: share, vacancyDays: days }: Rules,
): string {
  return WARNINGS.text(code, locale, { count, share, days });
}
