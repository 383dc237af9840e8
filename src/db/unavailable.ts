import { types } from 'node:util';

const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '25P03', // idle_in_transaction_session_timeout
]);

const MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Connection ended/;

/** Whether the database could not be reached, or lost us: nothing is wrong with the request, try again. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const { code } = error as { code?: unknown };
  const causes = 'errors' in error && Array.isArray(error.errors) ? (error.errors as unknown[]) : [];
  return (
    (typeof code === 'string' && (CODES.has(code) || code.startsWith('08'))) ||
    MESSAGES.test(error.message) ||
    causes.some(isDatabaseUnavailable)
  );
}
