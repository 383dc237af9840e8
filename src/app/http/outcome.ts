import type { BaseContext, GraphQLRequestContext } from '@apollo/server';
import { Commits } from '../../graphql/commits.js';
import type { Locale } from '../../kernel/messages.js';

/** What becomes of one request. The log line and the metrics show its kinds and codes, never content. */
export interface Outcome {
  readonly startedAt: number;
  readonly commits: Commits;
  operation: 'query' | 'mutation' | 'subscription' | null;
  errorCodes: string[];
  /** GraphQL understood the request and refused it: 200 for clients that asked for `application/json` */
  refusedByGraphql: boolean;
  deadline?: NodeJS.Timeout;
  /** answered by the deadline */
  late?: true;
  /** cut off before its answer was taken */
  unread?: true;
}

/** The minimum that a context must hold; the server adds `outcome`. */
export interface RequestContext extends BaseContext {
  readonly request: { readonly id: string; readonly locale: Locale };
  readonly outcome?: Outcome;
}

declare module 'fastify' {
  interface FastifyRequest {
    outcome: Outcome;
    locale: Locale;
  }
}

export function newOutcome(): Outcome {
  return {
    startedAt: performance.now(),
    commits: new Commits(),
    operation: null,
    errorCodes: [],
    refusedByGraphql: false,
  };
}

const NO_ERRORS: string[] = [];

export function noteOutcome({
  contextValue,
  operation,
  response,
}: GraphQLRequestContext<RequestContext>): void {
  const { outcome } = contextValue;
  if (!outcome || !response.body) return;
  const { errors } =
    response.body.kind === 'single' ? response.body.singleResult : response.body.initialResult;
  outcome.operation = operation?.operation ?? null;
  outcome.errorCodes = errors
    ? [...new Set(errors.map((error) => String(error.extensions?.code)))]
    : NO_ERRORS;
}
