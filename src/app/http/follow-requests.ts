import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { ofRequest } from './errors.js';
import { setHead } from './graphql-over-http.js';
import { noteOutcome, type RequestContext } from './outcome.js';

/** One for all requests: what Apollo makes anew per request and plugin is a tenth of a small query. */
const listener: GraphQLRequestListener<RequestContext> = {
  async didEncounterErrors({ errors, contextValue }) {
    for (const error of errors) ofRequest(error, contextValue.request);
  },
  async willSendResponse(request) {
    if (request.errors) setHead(request);
    noteOutcome(request);
  },
};

/** What the server itself does with every GraphQL request: language of its errors, HTTP status, log and metrics. */
export const followRequests: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => listener,
};
