import { type ApolloServerPlugin, type GraphQLRequestListener, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Context } from '../graphql/request.js';
import { failureIn } from './http/error-causes.js';
import { headOf } from './http/refusals/http-status.js';

const listener: GraphQLRequestListener<Context> = {
  async didResolveOperation({ contextValue }) {
    try {
      await contextValue.request.viewer();
    } catch (error) {
      // other trouble is for what needs the viewer: introspection does not
      if (failureIn(error)?.problems[0]?.code !== 'NO_ACCOUNT') return;
      const { status, headers } = headOf(error);
      throw new GraphQLError('no account', {
        originalError: error as Error,
        extensions: { http: { status, headers: new HeaderMap(Object.entries(headers)) } },
      });
    }
  },
};

/**
 * A good token of an account that is not known is refused like a bad one: as a whole and before anything runs, but after
 * the limits, so that a document that is refused asks the database nothing.
 */
export const refuseStrangers: ApolloServerPlugin<Context> = { requestDidStart: async () => listener };
