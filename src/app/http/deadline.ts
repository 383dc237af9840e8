import type { onRequestHookHandler } from 'fastify';
import { failure } from '../../kernel/failure.js';

/**
 * Answers 503 if there is no answer within `ms`. The work itself continues up to its own limits (statement, lock).
 * Fastify's `handlerTimeout` would do, but node emits `close` once a body is read, and that clears its timer.
 */
export function answerWithin(ms: number): onRequestHookHandler {
  return (request, reply, done) => {
    request.outcome.deadline = setTimeout(() => {
      if (!reply.sent) reply.send(failure('UNAVAILABLE'));
    }, ms);
    done();
  };
}
