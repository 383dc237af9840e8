import type { FastifyInstance } from 'fastify';
import { onceOver } from './open-requests.js';

/**
 * Whoever does not take their answer within `ms` of its first byte loses the connection: what they leave unread is kept
 * in memory, and asking again costs them nothing.
 */
export function cutOffUnread(app: FastifyInstance, ms: number): void {
  app.addHook('onSend', (request, reply, _payload, done) => {
    const { socket } = request.raw;
    const timer = setTimeout(() => {
      request.outcome.unread = true;
      socket.destroy();
    }, ms);
    onceOver(request, reply, () => clearTimeout(timer));
    done();
  });
}
