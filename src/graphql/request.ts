import { setTimeout } from 'node:timers/promises';
import { databaseTrouble } from '../db/database-trouble.js';
import type { Transact } from '../db/transaction.js';
import { type Instant, type PlainDate, today } from '../kernel/clock.js';
import { Failure, failure } from '../kernel/failure.js';
import type { Locale } from '../kernel/messages.js';
import type { Viewer } from '../kernel/viewer.js';
import { ComputedObjects } from '../reads/computed.js';
import type { ReadEngine } from '../reads/engine.js';
import type { Commits } from './commits.js';
import type { Admission } from './limits-plugin.js';

/** What is known of a request when it arrives. */
interface RequestParts {
  readonly id: string;
  /** the requested language */
  readonly locale: Locale;
  /** whose cost budget is spent: issuer and subject of the token, or the client's address */
  readonly principalKey: string;
  readonly engine: ReadEngine;
  readonly transact: Transact;
  readonly commits: Commits;
  /** the address of this service, for the links that it gives */
  readonly serviceUrl: string;
  now(): Instant;
  findViewer(): Promise<Viewer>;
}

/** Before an answer that could not be read is read again: by then a cut connection has been replaced. */
const PAUSE_MS = 250;

/** One GraphQL request: everything that is known of it, from the token to the answer. */
export class ApiRequest {
  readonly id: string;
  readonly principalKey: string;
  readonly engine: ReadEngine;
  readonly commits: Commits;
  readonly serviceUrl: string;
  /** of its errors: the language of the account once that is known, which takes precedence over the requested one */
  locale: Locale;
  /** null until it passed the limits, and for what graphql-js will refuse by itself */
  admission: Admission | null = null;
  /** the JSON of the read engine for the root fields of a query that graphql-js completes */
  tree: Readonly<Record<string, unknown>> = {};
  /** milliseconds that its reads and transactions took in the database so far */
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
    this.commits = parts.commits;
    this.serviceUrl = parts.serviceUrl;
  }

  /** Queries the database once, and only if the viewer is needed. */
  viewer(): Promise<Viewer> {
    return (this.knownViewer ??= this.parts.findViewer().then((viewer) => {
      this.locale = viewer.locale;
      return viewer;
    }));
  }

  /** Once it is too late to commit, nobody waits for the end of what will not be committed. */
  readonly transact: Transact = (viewer, work) => {
    let commits = false;
    const around = (commit: () => Promise<void>) =>
      this.commits.run(async () => {
        commits = true;
        await commit().catch((error: unknown) => {
          // it may be tried again as a whole
          commits = false;
          throw error;
        });
      });
    return this.commits.untilClosed(
      () => this.parts.transact(viewer, work, around, this.used),
      () => (commits ? null : failure('UNAVAILABLE')),
    );
  };

  /**
   * A read for the answer. After a commit it is tried once more, and says that it follows a commit if that fails too,
   * or if there is no more time for it: otherwise somebody would repeat what was done.
   */
  read(ask: () => Promise<string>): Promise<string> {
    if (!this.commits.any) return ask();
    return this.commits.untilClosed(() => readTwice(ask), savedNotShown);
  }

  today(): PlainDate {
    return today(this.parts);
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
          (statement) => this.read(() => this.engine.read(viewer, statement, this.used)),
          async (refs, info) =>
            JSON.parse(await this.read(() => this.engine.nodes(refs, info, viewer, this.used))) as unknown[],
        ),
    ));
  }
}

async function readTwice(ask: () => Promise<string>): Promise<string> {
  try {
    return await ask();
  } catch (error) {
    if (!isTrouble(error)) throw error;
    if (databaseTrouble(error) === 'TOO_SLOW') throw savedNotShown(error);
  }
  await setTimeout(PAUSE_MS);
  return ask().catch((error: unknown) => {
    throw isTrouble(error) ? savedNotShown(error) : error;
  });
}

function isTrouble(error: unknown): boolean {
  const unavailable = error instanceof Failure && error.problems.some(({ code }) => code === 'UNAVAILABLE');
  return unavailable || databaseTrouble(error) !== null;
}

function savedNotShown(cause?: unknown): Failure {
  return new Failure([{ code: 'SAVED_NOT_SHOWN', path: [], params: {} }], { cause });
}

/** Apollo works on a copy of the context: what changes is in the one object that every copy refers to. */
export interface Context {
  readonly request: ApiRequest;
}
