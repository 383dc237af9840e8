import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { failure } from '../../kernel/failure.js';

/** No client that we know sends many requests on a connection before the first is answered. */
const MOST_OF_A_CONNECTION = 20;
const MOST_IN_ALL = 1_000;

/**
 * What waits for its answer is kept in memory, and a caller may send thousands of requests in one packet. A connection
 * with too many of them is lost; when there are too many in all, the next are refused with UNAVAILABLE.
 */
export function limitOpenRequests(app: FastifyInstance): void {
  const openOn = new WeakMap<Socket, number>();
  let open = 0;

  app.addHook('onRequest', (request, reply, done) => {
    const { socket } = request.raw;
    const before = openOn.get(socket) ?? 0;
    if (before === MOST_OF_A_CONNECTION) {
      reply.hijack();
      socket.destroy();
      return;
    }
    openOn.set(socket, before + 1);
    open++;
    reply.raw.once('close', () => {
      openOn.set(socket, openOn.get(socket)! - 1);
      open--;
    });
    done(open > MOST_IN_ALL ? failure('UNAVAILABLE') : undefined);
  });
}
