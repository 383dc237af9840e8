import { apolloPages } from './apollo-pages.js';
import type { ClientApp } from './client-app.js';
import { fetchPages } from './fetch-pages.js';
import type { Page, Pages, Reading } from './paged-list.js';
import { relayPages } from './relay-pages.js';

/**
 * Relay, Apollo and a plain fetch, reading the same list at the same time. The rows of a page are joined to one
 * string.
 */
export class ThreeClients {
  private more = true;

  private constructor(private readonly clients: Readonly<Record<'fetch' | 'apollo' | 'relay', Pages>>) {}

  /** The app in which its Relay operations have been compiled. */
  static async of(app: ClientApp, reading: Reading): Promise<ThreeClients> {
    return new ThreeClients({
      fetch: fetchPages(reading),
      apollo: apolloPages(reading),
      relay: await relayPages(app, reading),
    });
  }

  /** The next page, which is the same for all three. */
  async next(): Promise<string> {
    const { fetch, apollo, relay } = this.clients;
    const page = await fetch.next();
    this.sameToAll<Page>({ fetch: page, apollo: await apollo.next(), relay: await relay.next() });
    this.more = page.hasNextPage;
    return page.rows.join('');
  }

  /** The pages from here to the last. */
  async toTheEnd(): Promise<string[]> {
    const pages: string[] = [];
    while (this.more) pages.push(await this.next());
    return pages;
  }

  /** The pages that each of them has put together. */
  kept(): string {
    const { fetch, apollo, relay } = this.clients;
    this.sameToAll({ fetch: fetch.whole(), apollo: apollo.whole(), relay: relay.whole() });
    return fetch.whole().join('');
  }

  private sameToAll<T>({ fetch, apollo, relay }: Record<'fetch' | 'apollo' | 'relay', T>): void {
    expect({ apollo, relay }).toEqual({ apollo: fetch, relay: fetch });
  }
}
