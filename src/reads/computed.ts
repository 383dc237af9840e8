import DataLoader from 'dataloader';
import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Statement } from '../db/reading/statement.js';
import type { Instant } from '../kernel/clock.js';
import type { Viewer } from '../kernel/viewer.js';

/** The key of the JSON from which a computed field is made; no alias can be equal to it. */
export const MATERIAL_KEY = ' material';

/** A record that a computed value refers to: the engine reads it with the selection of the request. */
export class NodeRef {
  constructor(
    readonly type: string,
    readonly uuid: string,
  ) {}
}

/** What the computation of a field may use. */
export interface Computing {
  readonly viewer: Viewer;
  readonly now: Instant;
  /** the first column of the first row, as text, in a read-only transaction of the viewer */
  read(statement: Statement): Promise<string>;
  /** one loader per request and key: what several fields need at the same time is loaded together */
  loader<Key, Value>(
    key: object,
    load: (keys: readonly Key[]) => Promise<readonly Value[]>,
  ): DataLoader<Key, Value>;
}

export type Compute<Material = unknown> = (
  material: Material,
  args: Readonly<Record<string, unknown>>,
  computing: Computing,
) => unknown;

type LoadNodes = (refs: readonly NodeRef[], info: GraphQLResolveInfo) => Promise<readonly unknown[]>;

/** A computed object on its way through graphql-js: its fields are found by name, not by alias. */
class Made {
  constructor(readonly value: Readonly<Record<string, unknown>>) {}
}

/** Gives graphql-js the fields of computed objects, and reads what they refer to, all of one field at once. */
export class ComputedObjects {
  private readonly loaders = new Map<object | string, DataLoader<never, unknown>>();

  constructor(
    private readonly viewer: Viewer,
    private readonly now: Instant,
    private readonly ask: (statement: Statement) => Promise<string>,
    private readonly loadNodes: LoadNodes,
  ) {}

  get computing(): Computing {
    return {
      viewer: this.viewer,
      now: this.now,
      read: this.ask,
      loader: (key, load) => this.loader(key, load),
    };
  }

  /** A computed value as graphql-js continues with it. A record that the viewer may not see leaves no gap in a list. */
  async shown(value: unknown, type: GraphQLOutputType, info: GraphQLResolveInfo): Promise<unknown> {
    const bare = isNonNullType(type) ? type.ofType : type;
    if (value === null || value === undefined || !isCompositeType(getNamedType(type))) return value;
    if (isListType(bare)) {
      const items = await Promise.all(
        (value as unknown[]).map((item) => this.shown(item, bare.ofType as GraphQLOutputType, info)),
      );
      return items.filter((item) => item !== null);
    }
    if (value instanceof NodeRef) return this.nodes(info).load(value);
    return new Made(value as Record<string, unknown>);
  }

  private nodes(info: GraphQLResolveInfo): DataLoader<NodeRef, unknown> {
    return this.loader(selectionKey(info.fieldNodes), (refs) => this.loadNodes(refs, info), sameNode);
  }

  private loader<Key, Value>(
    key: object | string,
    load: (keys: readonly Key[]) => Promise<readonly Value[]>,
    same?: (key: Key) => unknown,
  ): DataLoader<Key, Value> {
    let loader = this.loaders.get(key) as DataLoader<Key, Value> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value>(load, same && { cacheKeyFn: same as never });
      this.loaders.set(key, loader);
    }
    return loader;
  }
}

function sameNode({ type, uuid }: NodeRef): string {
  return `${type}:${uuid}`;
}

/**
 * The selection by these nodes of a document, which are one field of the answer. A fragment that is spread in several
 * places is merged with something else in each, so its first node alone is not enough.
 */
export function selectionKey(nodes: readonly FieldNode[]): string {
  return nodes.map(({ loc }) => loc!.start).join();
}

/** The value of a field of a computed object; undefined if the source is not one. */
export function ofMade(source: unknown, field: string): { value: unknown } | undefined {
  return source instanceof Made ? { value: source.value[field] } : undefined;
}

/** What the database gave to compute a field from; undefined if the field itself is already there. */
export function materialIn(value: unknown): { material: unknown } | undefined {
  return typeof value === 'object' && value !== null && MATERIAL_KEY in value
    ? { material: (value as Record<string, unknown>)[MATERIAL_KEY] }
    : undefined;
}
