import {
  type ApolloServerPlugin,
  type GraphQLRequestContext,
  type GraphQLRequestListener,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import { GraphQLError } from 'graphql';
import { type FormatError, ofRequest } from './errors.js';
import type { RequestContext } from '../outcome.js';

/**
 * Apollo drops an error thrown in `responseForOperation` and answers with a bare 500. This makes it an answer like
 * that of any failed execution: the error formatted, `data: null`.
 */
export function answerReadFailures<Context extends RequestContext>(
  plugin: ApolloServerPlugin<Context>,
  formatError: FormatError,
): ApolloServerPlugin<Context> {
  if (!plugin.requestDidStart) return plugin;
  // a plugin may listen to all requests with one object
  const answering = new WeakMap<Listener<Context>, Listener<Context>>();
  const requestDidStart: typeof plugin.requestDidStart = async (request) => {
    const listener = await plugin.requestDidStart?.(request);
    if (!listener?.responseForOperation) return listener;
    const known = answering.get(listener) ?? answeringFailures(listener, formatError);
    answering.set(listener, known);
    return known;
  };
  return Object.assign(Object.create(plugin) as typeof plugin, { requestDidStart });
}

type Listener<Context extends RequestContext> = GraphQLRequestListener<Context>;

function answeringFailures<Context extends RequestContext>(
  listener: Listener<Context>,
  formatError: FormatError,
): Listener<Context> {
  const responseForOperation: typeof listener.responseForOperation = async (ready) => {
    try {
      return (await listener.responseForOperation?.(ready)) ?? null;
    } catch (error) {
      return failedResponse(ready, error, formatError);
    }
  };
  return Object.assign(Object.create(listener) as typeof listener, { responseForOperation });
}

function failedResponse<Context extends RequestContext>(
  request: GraphQLRequestContext<Context>,
  thrown: unknown,
  formatError: FormatError,
): GraphQLResponse {
  const error = ofRequest(asGraphQLError(thrown), request.contextValue.request);
  Object.assign(request, { errors: [error] });
  const { locations, path } = error.toJSON();
  const formatted = formatError(
    { message: error.message, locations, path, extensions: error.extensions },
    error,
  );
  return {
    http: { status: undefined, headers: new HeaderMap() },
    body: { kind: 'single', singleResult: { data: null, errors: [formatted] } },
  };
}

function asGraphQLError(thrown: unknown): GraphQLError {
  if (thrown instanceof GraphQLError) return thrown;
  const originalError = thrown instanceof Error ? thrown : new Error('not an Error was thrown');
  return new GraphQLError(originalError.message, { originalError });
}
