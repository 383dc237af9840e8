import type { FailureCode } from '../../../kernel/failure.js';
import { type RequestErrorCode, requestErrorCode } from '../../../kernel/failure-messages.js';
import type { Params } from '../../../kernel/messages.js';
import { databaseTrouble } from '../../../db/database-trouble.js';
import { causesOf, failureIn } from '../error-causes.js';

/** Seconds after which a client may try again if the database is unavailable; usually it is back by then. */
const SOON = 2;

export interface HttpHead {
  status: number;
  headers: Record<string, string>;
}

const STATUS: Record<RequestErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  LIMIT_EXCEEDED: 400,
  CONFLICT: 409,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** Status and headers for a request that was refused as a whole, from the error behind it. */
export function headOf(error: unknown): HttpHead {
  const { code, params } = reasonOf(error);
  return headOfRefusal(code, params);
}

function reasonOf(error: unknown): { code: FailureCode; params: Params } {
  const problem = failureIn(error)?.problems[0];
  return problem ?? { code: causesOf(error).map(databaseTrouble).find(Boolean) ?? 'INTERNAL', params: {} };
}

/** Of the tokens that are refused, in English: it is for programs (RFC 6750). */
const WHY: Partial<Record<FailureCode, string>> = {
  TOKEN_INVALID: 'The access token is not valid',
  TOKEN_EXPIRED: 'The access token expired',
  NO_ACCOUNT: 'The account of the access token is not known',
};

/** Without an error where no token was sent. */
function challenge(code: FailureCode): string {
  const why = WHY[code];
  return why ? `Bearer error="invalid_token", error_description="${why}"` : 'Bearer';
}

function headOfRefusal(code: FailureCode, params: Params): HttpHead {
  if (code === 'TOO_FAST') return { status: 429, headers: { 'retry-after': String(params.seconds ?? 1) } };
  if (code === 'BODY_TOO_LARGE') return { status: 413, headers: {} };
  // nobody should repeat it unawares
  if (code === 'OUTCOME_UNKNOWN') return { status: 500, headers: {} };
  const status = STATUS[requestErrorCode(code) ?? 'BAD_USER_INPUT'];
  if (status === 503) return { status, headers: { 'retry-after': String(SOON) } };
  if (status === 401) return { status, headers: { 'www-authenticate': challenge(code) } };
  return { status, headers: {} };
}
