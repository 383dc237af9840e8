import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** No client that we know sends many requests on a connection before the first is answered. */
const MOST_OF_A_CONNECTION = 20;

const openOn = new WeakMap<Socket, Set<() => void>>();

/**
 * Acts once a request is over: answered, or its connection lost. Node tells that of the response that is being sent only,
 * and not of those that wait behind it on the same connection.
 */
export function onceOver(
  { raw: { socket } }: FastifyRequest,
  { raw: response }: FastifyReply,
  act: () => void,
): void {
  if (socket.destroyed) {
    act();
    return;
  }
  const open = openOn.get(socket) ?? followed(socket);
  const end = () => {
    if (open.delete(end)) act();
  };
  open.add(end);
  response.once('close', end);
}

function followed(socket: Socket): Set<() => void> {
  const open = new Set<() => void>();
  openOn.set(socket, open);
  socket.once('close', () => {
    for (const end of [...open]) end();
  });
  return open;
}

/**
 * What waits for its answer is kept in memory, and a caller may send thousands of requests in one packet: a connection
 * with too many of them is cut. Before all other hooks, for those that come after it in the same packet.
 */
export function limitOpenRequests(app: FastifyInstance): void {
  const counts = new WeakMap<Socket, number>();

  app.addHook('onRequest', (request, reply, done) => {
    const { socket } = request.raw;
    const before = counts.get(socket) ?? 0;
    if (before === MOST_OF_A_CONNECTION) {
      reply.hijack();
      socket.destroy();
      return;
    }
    counts.set(socket, before + 1);
    onceOver(request, reply, () => counts.set(socket, counts.get(socket)! - 1));
    done();
  });
}
