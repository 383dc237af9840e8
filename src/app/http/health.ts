import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { describeError } from './error-causes.js';

/** Whoever asks decides on the answer, and none is one too: two seconds are promised. */
const LONGEST_CHECK_MS = 1_500;

export interface Readiness {
  ok: boolean;
  /** for the operator: what is missing, without addresses or names */
  reason?: string;
}

/** `/livez`: the process answers. `/readyz`: it may be sent work. `/metrics`: for Prometheus. */
export function registerHealth(
  app: FastifyInstance,
  ready: () => Promise<Readiness>,
  registry: Registry,
): void {
  app.get('/livez', async () => ({ status: 'ok' }));

  const check = shared(() => checked(ready, app.log));

  app.get('/readyz', async (_request, reply) => {
    const { ok, reason } = app.traffic.stopping ? { ok: false, reason: 'stopping' } : await check();
    if (ok) return { status: 'ok' };
    return reply.code(503).send({ status: 'unavailable', reason });
  });

  const metrics = shared(() => registry.metrics());

  app.get('/metrics', async (_request, reply) => {
    reply.type(registry.contentType);
    return metrics();
  });
}

/** Anybody may ask, and many at once: whoever asks while the answer is made gets that one. */
function shared<Answer>(make: () => Promise<Answer>): () => Promise<Answer> {
  let underWay: Promise<Answer> | null = null;
  return () =>
    (underWay ??= make().finally(() => {
      underWay = null;
    }));
}

async function checked(ready: () => Promise<Readiness>, log: FastifyBaseLogger): Promise<Readiness> {
  const late: Readiness = { ok: false, reason: 'the check took too long' };
  const inTime = new AbortController();
  try {
    return await Promise.race([ready(), pause(LONGEST_CHECK_MS, late, { signal: inTime.signal })]);
  } catch (error) {
    log.warn({ error: describeError(error) }, 'not ready');
    return { ok: false, reason: 'the check itself failed' };
  } finally {
    inTime.abort();
  }
}
