import {
  type ConcreteRequest,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  getPaginationMetadata,
  getPaginationVariables,
  getSingularSelector,
  type GraphQLResponse,
  Network,
  type ReaderFragment,
  RecordSource,
  Store,
  type Variables,
} from 'relay-runtime';
import type { ClientApp } from './client-app.js';
import { artifact } from './compile-relay.js';
import { connectionIn, type Pages, type Reading, rowsOf, valueIn } from './paged-list.js';

/**
 * Relay's runtime with the output of relay-compiler: the query of the page, then the query that @refetchable made of
 * the fragment, with variables as `usePaginationFragment` fills them in. The rows are those in Relay's own
 * connection.
 */
export async function relayPages(app: ClientApp, reading: Reading): Promise<Pages> {
  const { list, pageSize } = reading;
  const query = await artifact<ConcreteRequest>(app, list.relay.query);
  const fragment = await artifact<ReaderFragment>(app, list.relay.fragment);
  const environment = relayEnvironment(reading);
  const first = createOperationDescriptor(query, { ...reading.variables, count: pageSize });
  environment.retain(first);
  const pagination = getPaginationMetadata(fragment, 'pages');

  const { connectionPathInFragmentData, paginationRequest, paginationMetadata } = pagination;
  const selector = () =>
    getSingularSelector(fragment, valueIn(environment.lookup(first.fragment).data, list.relay.at));
  const shown = () => environment.lookup(selector()).data;
  const kept = () => connectionIn(shown(), connectionPathInFragmentData);
  const variablesOfNext = (): Variables => {
    const { owner, variables } = selector();
    const base = { ...owner.variables, ...variables };
    const { endCursor } = kept().pageInfo;
    const next = getPaginationVariables('forward', pageSize, endCursor, base, {}, paginationMetadata);
    // a fragment on a node loads more rows by the id of that node
    return pagination.identifierField
      ? { ...next, id: valueIn(shown(), [pagination.identifierField]) }
      : next;
  };
  let count = 0;

  return {
    async next() {
      const before = count;
      if (before === 0) await fetchQuery(environment, query, first.request.variables).toPromise();
      else await fetchQuery(environment, paginationRequest, variablesOfNext()).toPromise();
      const rows = rowsOf(list, kept());
      count = rows.length;
      return { rows: rows.slice(before), hasNextPage: kept().pageInfo.hasNextPage };
    },
    whole: () => rowsOf(list, kept()),
  };
}

export function relayEnvironment({ address, subject }: Pick<Reading, 'address' | 'subject'>): Environment {
  const send = async (query: string | null | undefined, variables: object): Promise<GraphQLResponse> => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${subject}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphQLResponse;
  };
  return new Environment({
    network: Network.create(({ text }, variables) => send(text, variables)),
    store: new Store(new RecordSource()),
  });
}
