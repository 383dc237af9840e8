import type { onRequestHookHandler } from 'fastify';
import { failure } from '../../kernel/failure.js';

/**
 * Answers 503 if there is no answer within `ms`, and nothing is committed any more. If something was, the rest of the
 * mutations is refused, and the answer that tells what was done has as long again. The work itself continues up to its
 * own limits (statement, lock). Fastify's `handlerTimeout` would do, but node emits `close` once a body is read, and
 * that clears its timer.
 */
export function answerWithin(ms: number): onRequestHookHandler {
  return (request, reply, done) => {
    const { outcome } = request;
    const answer = (code: 'UNAVAILABLE' | 'OUTCOME_UNKNOWN') => {
      if (!reply.sent) reply.send(failure(code));
    };
    outcome.deadline = setTimeout(() => {
      outcome.commits.close();
      if (outcome.commits.any) outcome.deadline = setTimeout(() => answer('OUTCOME_UNKNOWN'), ms);
      else answer('UNAVAILABLE');
    }, ms);
    done();
  };
}
