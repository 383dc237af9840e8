import {
  HeaderMap,
  type ApolloServerPlugin,
  type GraphQLRequestContextDidResolveOperation,
} from '@apollo/server';
import { getVariableValues, GraphQLError } from 'graphql';
import { failure, Failure } from '../kernel/failure.js';
import { message } from '../kernel/failure-messages.js';
import { costOf } from './cost.js';
import { fragmentsOf } from './document-limits.js';
import type { RateBudget } from '../kernel/rate-budget.js';
import { inputGuard } from './text-guard.js';

export interface OperationLimits {
  /** of one operation */
  readonly cost: number;
  /** items in one input list */
  readonly list: number;
  /** what a millisecond in the database, or of reading a document, costs at least */
  readonly perDatabaseMs: number;
}

/** An ordinary document is read in less, once the process is warm. */
const FREE_READ_MS = 2;
/** What a document costs that is refused by its syntax or by the schema. */
const REFUSED_COST = 10;

/** What the plugin needs from the context: one object for all copies that Apollo makes of it. */
export interface LimitedContext {
  readonly request: {
    /** whose budget is spent: issuer and subject of the token, or the client by its address; known without the database */
    readonly principalKey: string;
    admission: Admission | null;
    /** milliseconds that its reads and transactions took in the database so far */
    readonly databaseMs: number;
  };
}

/** An operation that passed every limit and has been paid for. */
export interface Admission {
  readonly coercedVariables: Readonly<Record<string, unknown>>;
  readonly cost: number;
}

/**
 * Refuses an operation before anything of it runs, and reports its cost in the response. Put it first in the list of
 * plugins: it throws without a promise in between, so that no later plugin hears of a refused operation.
 */
export function limitsPlugin(
  limits: OperationLimits,
  budget: RateBudget,
  cpuMs = ofThisProcess,
): ApolloServerPlugin<LimitedContext> {
  const guardInput = inputGuard(limits.list);

  /** null if graphql-js will refuse the operation by itself */
  function inspect(request: ResolvedRequest): Admission | null {
    const { schema, document, operation } = request;
    if (!operation) return null;
    const definitions = operation.variableDefinitions ?? [];
    const { coerced } = getVariableValues(schema, definitions, request.request.variables ?? {}, {
      maxErrors: 1,
    });
    if (!coerced) return null;
    const fragments = fragmentsOf(document);
    guardInput(operation, fragments, coerced);
    return { coercedVariables: coerced, cost: costOf(operation, fragments, schema, coerced) };
  }

  function pay(principalKey: string, cost: number): void {
    // what costs nothing still takes a request
    const seconds = budget.take(principalKey, Math.max(1, cost));
    if (seconds > 0) throw failure('TOO_FAST', [], { seconds });
  }

  /**
   * The estimate was paid before; what turned out more expensive is charged afterwards, and so is the reading of a document.
   * The answer does not show it: a time would tell what is hidden from what does not exist.
   */
  function chargeTime({ principalKey, admission, databaseMs }: LimitedContext['request'], readMs: number) {
    const ms = databaseMs + Math.max(0, readMs - FREE_READ_MS);
    const charged = Math.round(ms * limits.perDatabaseMs);
    const paid = admission?.cost ?? 0;
    if (charged > paid) budget.charge(principalKey, charged - paid);
  }

  return {
    requestDidStart() {
      let requested: number | undefined;
      let begun: number | undefined;
      const sinceBegun = () => (begun === undefined ? 0 : cpuMs() - begun);
      let readMs: number | undefined;
      return Promise.resolve({
        // not for a document that is known
        parsingDidStart() {
          begun = cpuMs();
          return Promise.resolve();
        },
        didResolveOperation(request) {
          readMs = sinceBegun();
          try {
            const admission = inspect(request);
            requested = admission?.cost;
            if (admission && admission.cost > limits.cost) {
              throw failure('TOO_MANY', [], { what: 'cost', actual: admission.cost, limit: limits.cost });
            }
            pay(request.contextValue.request.principalKey, admission?.cost ?? 0);
            request.contextValue.request.admission = admission;
          } catch (error) {
            throw asRefusal(error);
          }
          return Promise.resolve();
        },
        willSendResponse({ response, contextValue }) {
          if (readMs === undefined) budget.charge(contextValue.request.principalKey, REFUSED_COST);
          chargeTime(contextValue.request, readMs ?? sinceBegun());
          if (requested !== undefined && response.body.kind === 'single') {
            const { singleResult } = response.body;
            singleResult.extensions = {
              ...singleResult.extensions,
              cost: { requested, limit: limits.cost },
            };
          }
          return Promise.resolve();
        },
      });
    },
  };
}

/** To read and check a document keeps everybody else waiting, whether or not it is refused then. */
function ofThisProcess(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

type ResolvedRequest = GraphQLRequestContextDidResolveOperation<LimitedContext>;

/** The error to answer with: Apollo takes the HTTP status from its extensions and answers 500 without one. */
function asRefusal(error: unknown): unknown {
  if (error instanceof GraphQLError) {
    // arguments that do not coerce, such as null for a non-null argument with a default
    return new GraphQLError(error.message, {
      nodes: error.nodes,
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  }
  const problem = error instanceof Failure ? error.problems[0] : undefined;
  if (!problem) return error;
  const { seconds } = problem.params;
  const http =
    problem.code === 'TOO_FAST'
      ? { status: 429, headers: new HeaderMap([['retry-after', String(seconds)]]) }
      : { status: 400 };
  return new GraphQLError(message(problem.code, 'en', problem.params), {
    originalError: error as Failure,
    extensions: { http },
  });
}
