import type { ConnectionLimits } from '../data-source.js';

/** Of a test that does not wait for them. */
export const TEST_LIMITS: ConnectionLimits = {
  poolSize: 1,
  poolWaitMs: 5_000,
  statementTimeoutMs: 5_000,
  lockTimeoutMs: 5_000,
  idleInTransactionTimeoutMs: 10_000,
  signOfLifeMs: 3_000,
  answerWithinMs: 6_000,
};
