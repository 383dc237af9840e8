import { types } from 'node:util';
import type { FailureCode } from '../kernel/failure.js';

/** Of Node: a socket that broke, in use or while it was made. */
const BROKEN_CONNECTION =
  /^(E(CONN|PIPE$|TIMEDOUT$|HOST|NET|AI_|NOTFOUND$|ADDRNOTAVAIL$|[MN]FILE$)|ERR_(TLS|SSL)_|CERT_|(DEPTH_ZERO_)?SELF_SIGNED_|UNABLE_TO_)/;

/** PostgreSQL refuses the login, its password or the name of the database. */
const REFUSED = /^(28...|3D000)$/;

/**
 * SQLSTATEs and classes that mean: temporarily unavailable. 25006 = a server that only reads, as after a failover;
 * 53 = out of resources, 57P0x = shutting down or starting up, 58 = its disk, XX001 and XX002 = damaged files.
 */
const NOT_NOW = /^(08|25006$|25P03$|40001$|40P01$|53|55P03$|57P0[1-5]$|58|XX00[12]$)/;

/** A statement or transaction that was cut off because it took too long. */
const CUT_OFF = /^(57014|25P04)$/;

/**
 * Messages of pg, pg-pool and TypeORM that come without a code. TypeORM takes the connection away from a transaction
 * when it is cut, and then blames us for continuing.
 */
const DRIVER_SAYS = [
  /^Connection terminated/,
  /^timeout expired$/,
  /^timeout exceeded when trying to connect/,
  /^Client (has encountered a connection error|was closed)/,
  /^The server does not support SSL connections/,
  /^There was an error establishing an SSL connection/,
  /^SASL: /,
  /^(Received unexpected|received invalid response)/,
  /^Cannot use a pool after calling end/,
  /^Query runner already released/,
  /^Driver not Connected/,
  /connection is not yet established/,
];

/** The refusal behind an error of the database or of the connection to it; null if it is something else. */
export function databaseTrouble(error: unknown): Extract<FailureCode, 'UNAVAILABLE' | 'TOO_SLOW'> | null {
  if (!types.isNativeError(error)) return null;
  // a host name with several addresses, none of which answers
  if ('errors' in error && Array.isArray(error.errors) && error.errors.some(databaseTrouble))
    return 'UNAVAILABLE';
  const code = codeOf(error);
  if (CUT_OFF.test(code)) return 'TOO_SLOW';
  const unavailable =
    [BROKEN_CONNECTION, REFUSED, NOT_NOW].some((codes) => codes.test(code)) ||
    DRIVER_SAYS.some((words) => words.test(error.message));
  return unavailable ? 'UNAVAILABLE' : null;
}

/** The database answers, and does not let us in. */
export function refusesLogin(error: Error): boolean {
  return REFUSED.test(codeOf(error));
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}
