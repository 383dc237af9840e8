import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { ofRequest } from './refusals/errors.js';
import { setHead } from './graphql-over-http.js';
import { noteOutcome, type RequestContext } from './outcome.js';

/** One for all requests: the objects that Apollo creates per request and plugin cost a tenth of a small query. */
const listener: GraphQLRequestListener<RequestContext> = {
  async didEncounterErrors({ errors, contextValue }) {
    for (const error of errors) ofRequest(error, contextValue.request);
  },
  async willSendResponse(request) {
    if (request.errors) setHead(request);
    noteOutcome(request);
  },
};

/** What the server itself does with every GraphQL request: language of errors, HTTP status, log and metrics. */
export const followRequests: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => listener,
};
