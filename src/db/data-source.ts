import { types } from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { PreparingClient } from './preparing-client.js';
import { SnakeCaseNames } from './columns.js';

export interface ConnectionLimits {
  readonly poolSize: number;
  readonly poolWaitMs: number;
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
  readonly idleInTransactionTimeoutMs: number;
  readonly signOfLifeMs: number;
  /** however little a statement may take, the server may pause for as long as this */
  readonly answerWithinMs: number;
}

// A calendar day is never a JavaScript Date: it stays text until an entity makes it a PlainDate.
types.setTypeParser(types.builtins.DATE, (text) => text);

/** A plan per statement, not per value: planning takes as long as reading a page, and depends little on values. */
export const PLANNED_ONCE = '-c plan_cache_mode=force_generic_plan';

/** Connection settings shared by the pool and the read connections. */
export function connectionSettings(limits: ConnectionLimits) {
  return {
    application_name: 'oudernetwerken',
    statement_timeout: limits.statementTimeoutMs,
    lock_timeout: limits.lockTimeoutMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionTimeoutMs,
    connectionTimeoutMillis: limits.poolWaitMs,
    sign_of_life: limits.signOfLifeMs,
    answer_within: limits.answerWithinMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: limits.signOfLifeMs,
  };
}

/**
 * Settings of the connections that prepare a database for the service. A migration or an import may take as long as it
 * takes, so no answer is due; between statements, and as far as the system sees it, a lost link is found out.
 */
export const PREPARING = {
  application_name: 'oudernetwerken start',
  connectionTimeoutMillis: 5_000,
  sign_of_life: 10_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
};

/** The service's ordinary pool, for writes and jobs. Entities carry columns only. */
export function createDataSource(
  url: string,
  limits: ConnectionLimits,
  entities: EntityTarget<ObjectLiteral>[],
  onPoolError: (error: unknown) => void,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: entities as never,
    namingStrategy: new SnakeCaseNames(),
    installExtensions: false,
    poolSize: limits.poolSize,
    poolErrorHandler: onPoolError,
    extra: { ...connectionSettings(limits), options: PLANNED_ONCE, Client: PreparingClient, pipeline: true },
  });
}
