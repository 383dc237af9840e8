import type { GraphQLRequestContext } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { headOf } from './refusals/http-status.js';
import type { RequestContext } from './outcome.js';

/** Apollo's own codes for a request that was well-formed HTTP and JSON, but was refused by GraphQL. */
const REFUSED_BY_GRAPHQL: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);

/**
 * HTTP status by the GraphQL-over-HTTP specification, where Apollo differs: a refusal by GraphQL is 200 in
 * `application/json` and 400 in `application/graphql-response+json`; too many requests and unavailable are 429 and
 * 503 in both, with Retry-After.
 */
export function setHead(request: GraphQLRequestContext<RequestContext>): void {
  const { errors = [], response, contextValue } = request;
  if (response.body?.kind !== 'single') return;
  const { data } = response.body.singleResult;
  const heads = errors.map(headOf);
  const passing = heads.find(({ status }) => status === 429 || status === 503);
  // what has taken effect in part must not be answered with "try again"
  if (passing && !contextValue.outcome?.commits.any) {
    response.http.status = passing.status;
    for (const [name, value] of Object.entries(passing.headers)) response.http.headers.set(name, value);
    return;
  }
  if (data !== undefined) return;
  if (errors.every((error) => REFUSED_BY_GRAPHQL.has(error.extensions.code))) {
    response.http.status = 400;
  } else if (response.http.status === 500) {
    response.http.status = heads[0]?.status ?? 500;
    for (const [name, value] of Object.entries(heads[0]?.headers ?? {}))
      response.http.headers.set(name, value);
  }
  if (contextValue.outcome) contextValue.outcome.refusedByGraphql = isRefusal(errors, response.http.status);
}

function isRefusal(
  errors: readonly { extensions: { code?: unknown } }[],
  status: number | undefined,
): boolean {
  return status === 400 && errors.every((error) => error.extensions.code !== 'BAD_REQUEST');
}

/** Runs once Apollo has chosen the media type, which it does after all plugins. */
export function answerPlainJsonWith200(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void {
  const type = reply.getHeader('content-type');
  if (request.outcome.refusedByGraphql && typeof type === 'string' && type.startsWith('application/json')) {
    reply.code(200);
  }
  done(null, payload);
}
