import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** No client that we know sends many requests on a connection before the first is answered. */
const MOST_OF_A_CONNECTION = 20;
const TOO_MANY_REQUESTS = 429;

/** By connection: its requests that are not over, and what is done once they are. */
const openOn = new WeakMap<Socket, Map<ServerResponse, (() => void)[]>>();

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
  const acts = open.get(response);
  if (acts) acts.push(act);
  else {
    open.set(response, [act]);
    response.once('close', () => end(open, response));
  }
}

function followed(socket: Socket): Map<ServerResponse, (() => void)[]> {
  const open = new Map<ServerResponse, (() => void)[]>();
  openOn.set(socket, open);
  socket.once('close', () => {
    for (const response of [...open.keys()]) end(open, response);
  });
  return open;
}

function end(open: Map<ServerResponse, (() => void)[]>, response: ServerResponse): void {
  const acts = open.get(response) ?? [];
  open.delete(response);
  for (const act of acts) act();
}

/**
 * What waits for its answer is kept in memory, and a caller may send thousands of requests in one packet: a connection
 * with too many of them is cut. Before all other hooks, for those that come after it in the same packet; the next one
 * follows the request until it is over. Whoever is told to slow down while more of theirs wait behind it loses the
 * connection with that answer: to refuse thousands one by one keeps everybody else waiting.
 */
export function limitOpenRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { socket } = request.raw;
    if (openRequests(socket) < MOST_OF_A_CONNECTION) {
      done();
      return;
    }
    reply.hijack();
    socket.destroy();
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (reply.statusCode === TOO_MANY_REQUESTS && openRequests(request.raw.socket) > 1)
      reply.header('connection', 'close');
    done();
  });
}

function openRequests(socket: Socket): number {
  return openOn.get(socket)?.size ?? 0;
}
