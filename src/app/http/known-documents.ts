import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** In memory a token takes some 300 bytes, and 80 more in what is planned of its document: 58 MB in all. */
const MOST_TOKENS = 150_000;

/**
 * Documents that were read and checked, and their plans with them. What was asked for the longest time ago makes room.
 * Apollo's own store counts characters, of which 30 MB are 160 MB in memory: more than the service has to spare.
 */
export class KnownDocuments implements DocumentStore {
  private readonly documents = new Map<string, DocumentNode>();
  private tokens = 0;

  constructor(private readonly most = MOST_TOKENS) {}

  async get(key: string): Promise<DocumentNode | undefined> {
    const document = this.documents.get(key);
    if (document) {
      // a Map keeps the order in which its keys came
      this.documents.delete(key);
      this.documents.set(key, document);
    }
    return document;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    await this.delete(key);
    this.documents.set(key, document);
    this.tokens += tokensOf(document);
    for (const [oldest] of this.documents) {
      if (this.tokens <= this.most) return;
      await this.delete(oldest);
    }
  }

  async delete(key: string): Promise<void> {
    const document = this.documents.get(key);
    if (!document) return;
    this.documents.delete(key);
    this.tokens -= tokensOf(document);
  }
}

function tokensOf({ loc }: DocumentNode): number {
  let count = 0;
  for (let token = loc?.startToken ?? null; token; token = token.next) count++;
  return count;
}
