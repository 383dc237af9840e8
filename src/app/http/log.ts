import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { Config } from '../../config.js';
import { describeError } from './error-causes.js';

const SECRETS = ['authorization', 'cookie', '["set-cookie"]', 'token', 'access_token', 'password', 'secret'];

/** JSON lines on standard output, written outside the request; the rest is flushed when the process ends. */
export function createLog(
  config: Pick<Config, 'LOG_LEVEL'>,
  to: DestinationStream = destination({ dest: 1, sync: false }),
): Logger {
  const places = ['', 'headers.', 'req.headers.', 'request.headers.', 'error.'];
  const paths = places.flatMap((place) =>
    SECRETS.map((name) => (name.startsWith('[') ? `${place.replace(/\.$/, '')}${name}` : `${place}${name}`)),
  );
  const serializers = { err: describeError };
  return pino(
    { level: config.LOG_LEVEL, base: null, serializers, redact: { paths, censor: '[redacted]' } },
    to,
  );
}

/** Long enough to be useful, without anything that could break a log line or contain an email address. */
const WELL_FORMED_ID = /^[\w-]{8,64}$/;

/** The caller's `x-request-id` when well-formed, so that one id follows a request through all services. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && WELL_FORMED_ID.test(given) ? given : randomUUID();
}

/** One line per request. Never a query string, a body, variables or a name. */
export function logRequest(log: Logger, request: FastifyRequest, status: number, ms: number): void {
  const { operation, errorCodes } = request.outcome;
  const line = {
    requestId: request.id,
    method: request.method,
    route: routeOf(request),
    status,
    ms: Math.round(ms * 10) / 10,
    ...(operation && { operation }),
    ...(errorCodes.length > 0 && { errorCodes }),
  };
  if (status >= 500) log.warn(line, 'request');
  else log.info(line, 'request');
}

/** The pattern of the route, such as `/graphiql/:file`: as many values as there are routes. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'none';
}
