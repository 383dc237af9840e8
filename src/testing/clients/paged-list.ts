import type { Json } from '../test-service.js';

/** A list that clients page through, with their operations for it. */
export interface PagedList {
  /** of the documents for any client; takes `$first` and `$after` */
  readonly operation: string;
  /** the fields that lead to the connection */
  readonly at: readonly string[];
  /** of the documents for Relay; the query takes `$count` */
  readonly relay: {
    readonly query: string;
    /** with @refetchable and @connection */
    readonly fragment: string;
    /** the fields that lead to the object on which the fragment is spread */
    readonly at: readonly string[];
  };
  /** What distinguishes one row from another. */
  rowOf(node: Json): string;
}

export interface Page {
  readonly rows: readonly string[];
  readonly hasNextPage: boolean;
}

/** A client that reads a list page by page. */
export interface Pages {
  next(): Promise<Page>;
  /** everything that it has read, as it caches it */
  whole(): readonly string[];
}

export interface Reading {
  /** of the service, with a real socket */
  readonly address: string;
  readonly subject: string;
  readonly list: PagedList;
  readonly variables: object;
  readonly pageSize: number;
}

interface Connection {
  readonly edges: readonly { readonly node: Json }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

export function connectionIn(data: unknown, at: readonly (string | number)[]): Connection {
  return valueIn(data, at) as Connection;
}

export function valueIn(data: unknown, at: readonly (string | number)[]): unknown {
  return at.reduce((value: Json, field) => value[field], data);
}

export function rowsOf(list: PagedList, { edges }: Connection): string[] {
  return edges.map(({ node }) => list.rowOf(node));
}
