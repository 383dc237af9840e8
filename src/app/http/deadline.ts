import type { onRequestHookHandler, RouteHandlerMethod } from 'fastify';
import { FINISH_MS } from '../../config/relations.js';
import { failure } from '../../kernel/failure.js';
import { describeError } from './error-causes.js';

/**
 * Answers 503 if there is no answer within `ms`, and nothing is committed any more. If something was, the rest of the
 * mutations is refused, and what was done is told without what cannot be read in time; only a commit that finds no end
 * is answered as OUTCOME_UNKNOWN, a little later. The work itself continues up to its
 * own limits (statement, lock). Fastify's `handlerTimeout` would do, but node emits `close` once a body is read, and
 * that clears its timer.
 */
export function answerWithin(ms: number): onRequestHookHandler {
  return (request, reply, done) => {
    const { outcome } = request;
    const answer = (code: 'UNAVAILABLE' | 'OUTCOME_UNKNOWN') => {
      if (reply.sent) return;
      outcome.late = true;
      reply.send(failure(code));
    };
    outcome.deadline = setTimeout(() => {
      outcome.commits.close();
      if (outcome.commits.any)
        outcome.deadline = setTimeout(() => answer('OUTCOME_UNKNOWN'), Math.min(ms, FINISH_MS));
      else answer('UNAVAILABLE');
    }, ms);
    done();
  };
}

/** The handler, of which an answer after the deadline is dropped: Fastify would complain about a second one. */
export function unlessLate(handler: RouteHandlerMethod): RouteHandlerMethod {
  return async function (request, reply) {
    try {
      const answer: unknown = await handler.call(this, request, reply);
      return request.outcome.late ? undefined : answer;
    } catch (error) {
      if (!request.outcome.late) throw error;
      request.log.warn({ requestId: request.id, error: describeError(error) }, 'failed after its deadline');
      return undefined;
    }
  };
}
