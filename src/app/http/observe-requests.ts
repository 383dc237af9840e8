import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { failure } from '../../kernel/failure.js';
import { localeOf } from '../../kernel/messages.js';
import { logRequest } from './log.js';
import type { Metrics } from './metrics.js';
import { onceOver } from './open-requests.js';
import { newOutcome } from './outcome.js';
import { HSTS, SECURITY_HEADERS } from './security-headers.js';

interface Observation {
  log: Logger;
  metrics: Metrics;
  /** received over TLS */
  secure: boolean;
}

/** The status that nginx logs for it. */
const CALLER_LEFT = 499;

const PROBES: ReadonlySet<string | undefined> = new Set(['/livez', '/readyz', '/metrics']);

/** What happens to every request: id and headers at the start, one log line and one measurement at the end. */
export function observeRequests(app: FastifyInstance, { log, metrics, secure }: Observation): void {
  const headers = { ...SECURITY_HEADERS, ...(secure && HSTS), 'cache-control': 'no-store' };

  app.decorateRequest('outcome');
  app.decorateRequest('locale', 'nl');

  app.addHook('onRequest', (request, reply, done) => {
    request.outcome = newOutcome();
    request.locale = localeOf(request.headers['accept-language']);
    app.traffic.begin();
    // not `onResponse` and `onRequestAbort`: only here does node tell of a caller that left after its body was read
    onceOver(request, reply, () => finish(request, reply));
    reply.headers(headers).header('x-request-id', request.id);
    const { stopping, crowded } = app.traffic;
    if (stopping) reply.header('connection', 'close');
    const refused = (stopping || crowded) && !PROBES.has(request.routeOptions.url);
    done(refused ? failure('UNAVAILABLE') : undefined);
  });

  function finish(request: FastifyRequest, reply: FastifyReply): void {
    const { startedAt, deadline, unread } = request.outcome;
    clearTimeout(deadline);
    app.traffic.end();
    const ms = performance.now() - startedAt;
    const status = reply.raw.writableFinished && !unread ? reply.raw.statusCode : CALLER_LEFT;
    metrics.observe(request, status, ms);
    logRequest(log, request, status, ms);
  }
}
