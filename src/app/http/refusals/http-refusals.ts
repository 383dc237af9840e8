import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { failure } from '../../../kernel/failure.js';
import { Catalogue, type Locale, localeOf } from '../../../kernel/messages.js';
import { answerTo } from './errors.js';
import { headOf, type HttpHead } from './http-status.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { SECURITY_HEADERS } from '../security-headers.js';

type Refusal = keyof (typeof nl)['refusals'];

const REFUSALS = new Catalogue<Refusal>({ nl: nl.refusals, en: en.refusals });

const BY_STATUS: Readonly<Record<number, Refusal>> = {
  400: 'notJson',
  404: 'noSuchAddress',
  405: 'wrongMethod',
  408: 'tooSlow',
  414: 'addressTooLong',
  415: 'wrongContentType',
  431: 'headersTooLarge',
};

/** Everything that is refused outside Apollo is answered in the shape of a GraphQL error, never with a stack. */
export function registerRefusals(app: FastifyInstance, bodyLimit: number, log: Logger): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) return refuse(request, reply, failure('BODY_TOO_LARGE', [], { limit: bodyLimit }));
    if (status >= 400 && status < 500) return plain(request, reply, status);
    return refuse(request, reply, error);
  });

  app.setNotFoundHandler((request, reply) => plain(request, reply, 404));

  function refuse(request: FastifyRequest, reply: FastifyReply, error: Error): FastifyReply {
    const head: HttpHead = headOf(error);
    const answer = answerTo({ message: '' }, error, request, log);
    request.outcome.errorCodes = [answer.extensions.code];
    return reply
      .code(head.status)
      .headers(head.headers)
      .type('application/json')
      .send({ errors: [answer] });
  }
}

export function plain(request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
  request.outcome.errorCodes = ['BAD_USER_INPUT'];
  return reply.code(status).type('application/json').send(bodyFor(status, request.locale));
}

function bodyFor(status: number, locale: Locale): object {
  const message = REFUSALS.text(BY_STATUS[status] ?? 'malformed', locale);
  return { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] };
}

/** For an address that fastify cannot route; no hook has run. */
export function refuseAddress(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.code(400).type('application/json');
  void reply.headers(SECURITY_HEADERS).send(bodyFor(0, localeOf(request.headers['accept-language'])));
}

/** For requests that node could not even parse: there is no request, only a socket. */
export function refuseOnSocket(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const body = JSON.stringify(bodyFor(status === 400 ? 0 : status, 'en'));
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${status} Refused\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
        `Content-Type: application/json\r\nConnection: close\r\n\r\n${body}`,
    );
  }
  socket.destroy(error);
}
