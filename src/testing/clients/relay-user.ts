import {
  commitMutation,
  type ConcreteRequest,
  createOperationDescriptor,
  type Environment,
  fetchQuery,
  getSingularSelector,
  type ReaderFragment,
  type Variables,
} from 'relay-runtime';
import type { Json } from '../test-service.js';
import type { ClientApp } from './client-app.js';
import { artifact } from './compile-relay.js';
import type { Reading } from './paged-list.js';
import { relayEnvironment } from './relay-pages.js';

/** What an app shows of a query by one of its fragments. */
interface Shown {
  readonly reader: ReaderFragment;
  /** as it is cached now */
  now(): Json;
  /** refetches, as when somebody comes back to the page */
  again(): Promise<void>;
}

/** A user of a Relay app. */
export class RelayUser {
  readonly environment: Environment;

  constructor(
    private readonly app: ClientApp,
    who: Pick<Reading, 'address' | 'subject'>,
  ) {
    this.environment = relayEnvironment(who);
  }

  /** `field` is that of the query on which the fragment is spread; none means the query itself. */
  async show(query: string, variables: Variables, fragment: string, field?: string): Promise<Shown> {
    const request = await artifact<ConcreteRequest>(this.app, query);
    const reader = await artifact<ReaderFragment>(this.app, fragment);
    const operation = createOperationDescriptor(request, variables);
    this.environment.retain(operation);
    const shown: Shown = {
      reader,
      now: () => {
        const data: Json = this.environment.lookup(operation.fragment).data;
        return this.environment.lookup(getSingularSelector(reader, field ? data[field] : data)).data;
      },
      again: async () => {
        await fetchQuery(this.environment, request, variables).toPromise();
      },
    };
    await shown.again();
    return shown;
  }

  async ask(query: string, variables: Variables): Promise<Json> {
    const request = await artifact<ConcreteRequest>(this.app, query);
    return fetchQuery(this.environment, request, variables).toPromise();
  }

  async commit(name: string, variables: Variables): Promise<Json> {
    const mutation = await artifact<ConcreteRequest>(this.app, name);
    return new Promise((onCompleted, onError) =>
      commitMutation(this.environment, { mutation, variables, onCompleted, onError }),
    );
  }
}
