import type { Rule } from './rule.js';
import { networkEnds } from './rule-of-ending.js';
import { handoverOverdue, noSupport, supportEnding, inactive, unreachable } from './rules-of-care.js';
import { absenceOverdue, trekkerAbsent } from './rules-of-absence.js';
import {
  noTrekker,
  singleTrekker,
  endsSoon,
  allLeaveTogether,
  noSuccessor,
  longTenure,
  overloaded,
  tieUnconfirmed,
} from './rules-of-leading.js';

/** All continuity findings, in display order. */
export const RULES: readonly Rule[] = [
  noTrekker,
  trekkerAbsent,
  absenceOverdue,
  singleTrekker,
  endsSoon,
  allLeaveTogether,
  noSuccessor,
  handoverOverdue,
  longTenure,
  noSupport,
  supportEnding,
  inactive,
  overloaded,
  unreachable,
  tieUnconfirmed,
  networkEnds,
];
