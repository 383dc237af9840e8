import {
  type ApolloServerPlugin,
  type GraphQLRequestContext,
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
  const requestDidStart: typeof plugin.requestDidStart = async (request) => {
    const listener = await plugin.requestDidStart?.(request);
    if (!listener?.responseForOperation) return listener;
    const respond = listener.responseForOperation.bind(listener);
    return Object.assign(Object.create(listener) as typeof listener, {
      responseForOperation: async (...[ready]: Parameters<typeof respond>) => {
        try {
          return await respond(ready);
        } catch (error) {
          return failedResponse(ready, error, formatError);
        }
      },
    });
  };
  return Object.assign(Object.create(plugin) as typeof plugin, { requestDidStart });
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
