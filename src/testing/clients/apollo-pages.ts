import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { operation, possibleTypes } from './operations.js';
import { connectionIn, type Pages, type Reading, rowsOf } from './paged-list.js';

/** `@apollo/client`, whose cache joins the pages by `relayStylePagination`; more rows are loaded with `fetchMore`. */
export function apolloPages(reading: Reading): Pages {
  const { list, pageSize } = reading;
  const client = apolloClient(reading);
  const query = operation(list.operation);
  const variables = { ...reading.variables, first: pageSize };
  const kept = () => connectionIn(client.readQuery({ query, variables }), list.at);
  const watched = client.watchQuery({ query, variables });
  let started = false;

  return {
    async next() {
      const { data } = started
        ? await watched.fetchMore({ variables: { after: kept().pageInfo.endCursor } })
        : await client.query({ query, variables });
      started = true;
      const rows = rowsOf(list, connectionIn(data, list.at));
      return { rows, hasNextPage: kept().pageInfo.hasNextPage };
    },
    whole: () => rowsOf(list, kept()),
  };
}

export function apolloClient({ address, subject }: Pick<Reading, 'address' | 'subject'>): ApolloClient {
  return new ApolloClient({
    link: new HttpLink({ uri: `${address}/graphql`, headers: { authorization: `Bearer ${subject}` } }),
    cache: new InMemoryCache({
      possibleTypes: possibleTypes(),
      typePolicies: {
        Query: {
          fields: {
            oudernetwerken: relayStylePagination(['filter', 'orderBy']),
            advisorySeats: relayStylePagination(['filter', 'orderBy']),
            ervaringsdeskundigen: relayStylePagination(['filter', 'orderBy']),
            matches: relayStylePagination(['seatId', 'fit']),
            worklist: relayStylePagination(['regionId', 'snoozed']),
          },
        },
        AdvisoryBody: { fields: { seats: relayStylePagination(['filter']) } },
        Oudernetwerk: { fields: { members: relayStylePagination(['on']) } },
      },
    }),
  });
}
