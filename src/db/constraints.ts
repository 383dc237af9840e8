import { failure, type Failure } from '../kernel/failure.js';
import type { FailureCode } from '../kernel/messages.js';

const FAILURES: Record<string, FailureCode> = {
  trekkerschappen_no_overlap: 'PERIOD_TAKEN',
  memberships_no_overlap: 'PERIOD_TAKEN',
  support_no_overlap: 'PERIOD_TAKEN',
  caretakerships_one_at_a_time: 'CARETAKER_TAKEN',
  organisations_kind_code_key: 'CODE_TAKEN',
  themes_code_key: 'CODE_TAKEN',
  succession_plans_one_open_of_trekkerschap: 'PLAN_OPEN',
  succession_plans_one_open_of_network: 'PLAN_OPEN',
  successor_candidates_once: 'CANDIDATE_ALREADY',
  handover_items_plan_id_key_key: 'KEY_TAKEN',
  ervaringsdeskundigen_person_id_key: 'ALREADY_REGISTERED',
  seat_requirements_seat_id_kind_value_key: 'DUPLICATE_VALUE',
  seat_appointments_one_holder: 'SEAT_TAKEN',
  seat_appointments_one_seat_each: 'ALREADY_IN_BODY',
  seat_invitations_once: 'ALREADY_ASKED',
};

const LAST_DAY = /\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})?\)\)\.?$/;

/**
 * What a violated constraint means to people; null when the error is none of ours. Use-cases look first and explain
 * better: this speaks when two sessions meet.
 */
export function constraintFailure(error: unknown): Failure | null {
  const { code, constraint, detail } = (error ?? {}) as {
    code?: string;
    constraint?: string;
    detail?: string;
  };
  if (constraint === 'leadership_cover') return failure('COVER_BROKEN', [], { on: detail ?? '?' });
  if (code === '23503') return failure('NOT_FOUND');
  const known = constraint ? FAILURES[constraint] : undefined;
  if (!known) return null;
  const [, from = '?', until = '…'] = LAST_DAY.exec(detail ?? '') ?? [];
  return failure(known, [], { from, until });
}

/** Deadlock or serialisation failure: the whole use-case may be tried again. */
export function isRetryable(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code;
  return code === '40P01' || code === '40001';
}
