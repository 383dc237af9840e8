import { types } from 'node:util';
import type { FailureCode } from '../kernel/failure.js';

const BROKEN_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
]);

/**
 * SQLSTATEs and classes that mean: temporarily unavailable. 53 = out of resources, 57P0x = shutting down or starting
 * up.
 */
const NOT_NOW = /^(08|53|57P0[1-5]|55P03|25P03|40001$|40P01$)/;

/** A statement or transaction that was cut off because it took too long. */
const CUT_OFF = /^(57014|25P04)$/;

/**
 * Messages of pg, pg-pool and TypeORM that come without a code. TypeORM takes the connection away from a transaction
 * when it is cut, and then blames us for continuing.
 */
const DRIVER_SAYS =
  /^(Connection terminated|Query runner already released|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed)|Cannot use a pool after calling end)/;

/** pg's message for a query without an answer; it has cut the connection of a pipelined one. */
export function isReadTimeout(error: unknown): boolean {
  return types.isNativeError(error) && error.message === 'Query read timeout';
}

/** The refusal behind an error of the database or of the connection to it; null if it is something else. */
export function databaseTrouble(error: unknown): Extract<FailureCode, 'UNAVAILABLE' | 'TOO_SLOW'> | null {
  if (!types.isNativeError(error)) return null;
  // a host name with several addresses, none of which answers
  if ('errors' in error && Array.isArray(error.errors) && error.errors.some(databaseTrouble))
    return 'UNAVAILABLE';
  const code = 'code' in error ? String(error.code) : '';
  if (CUT_OFF.test(code) || isReadTimeout(error)) return 'TOO_SLOW';
  if (BROKEN_CONNECTION.has(code) || NOT_NOW.test(code) || DRIVER_SAYS.test(error.message))
    return 'UNAVAILABLE';
  return null;
}
