import type { Transact } from '../db/transaction.js';
import type { Instant } from '../kernel/clock.js';
import type { Locale } from '../kernel/messages.js';
import type { Viewer } from '../kernel/viewer.js';
import { ComputedObjects } from '../reads/computed.js';
import type { ReadEngine } from '../reads/engine.js';
import type { Admission } from './limits-plugin.js';

/** What is known of a request when it arrives. */
interface RequestParts {
  readonly id: string;
  /** the requested language */
  readonly locale: Locale;
  /** whose cost budget is spent: account or address */
  readonly principalKey: string;
  readonly engine: ReadEngine;
  readonly transact: Transact;
  /** the address of this service, for the links that it gives */
  readonly serviceUrl: string;
  now(): Instant;
  findViewer(): Promise<Viewer>;
}

/** One GraphQL request: everything that is known of it, from the token to the answer. */
export class ApiRequest {
  readonly id: string;
  readonly principalKey: string;
  readonly engine: ReadEngine;
  readonly transact: Transact;
  readonly serviceUrl: string;
  /** of its errors: the language of the account once that is known, which takes precedence over the requested one */
  locale: Locale;
  /** null until it passed the limits, and for what graphql-js will refuse by itself */
  admission: Admission | null = null;
  /** the JSON of the read engine for the root fields of a query that graphql-js completes */
  tree: Readonly<Record<string, unknown>> = {};
  /** milliseconds that its reads took in the database so far */
  databaseMs = 0;
  private readonly parts: RequestParts;
  private knownViewer: Promise<Viewer> | null = null;
  private computedObjects: Promise<ComputedObjects> | null = null;

  constructor(parts: RequestParts) {
    this.parts = parts;
    this.id = parts.id;
    this.locale = parts.locale;
    this.principalKey = parts.principalKey;
    this.engine = parts.engine;
    this.transact = parts.transact;
    this.serviceUrl = parts.serviceUrl;
  }

  /** Queries the database once, and only if the viewer is needed. */
  viewer(): Promise<Viewer> {
    return (this.knownViewer ??= this.parts.findViewer().then((viewer) => {
      this.locale = viewer.locale;
      return viewer;
    }));
  }

  readonly used = (ms: number): void => {
    this.databaseMs += ms;
  };

  objects(): Promise<ComputedObjects> {
    return (this.computedObjects ??= this.viewer().then(
      (viewer) =>
        new ComputedObjects(
          viewer,
          this.parts.now(),
          (statement) => this.engine.read(viewer, statement, this.used),
          async (refs, info) =>
            JSON.parse(await this.engine.nodes(refs, info, viewer, this.used)) as unknown[],
        ),
    ));
  }
}

/** Apollo works on a copy of the context: what changes is in the one object that every copy refers to. */
export interface Context {
  readonly request: ApiRequest;
}
