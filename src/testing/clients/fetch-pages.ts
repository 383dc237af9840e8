import { operationText } from './operations.js';
import { connectionIn, type Pages, type Reading, rowsOf } from './paged-list.js';

/** A plain `fetch`: keeps the last cursor and the rows, and nothing else. */
export function fetchPages({ address, subject, list, variables, pageSize }: Reading): Pages {
  const all: string[] = [];
  let after: string | null = null;
  return {
    async next() {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${subject}` },
        body: JSON.stringify({
          query: operationText(list.operation),
          variables: { ...variables, first: pageSize, after },
        }),
      });
      const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
      if (errors) throw new Error(JSON.stringify(errors));
      const page = connectionIn(data, list.at);
      const rows = rowsOf(list, page);
      all.push(...rows);
      after = page.pageInfo.endCursor;
      return { rows, hasNextPage: page.pageInfo.hasNextPage };
    },
    whole: () => all,
  };
}
