import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';

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

  app.get('/readyz', async (_request, reply) => {
    const { ok, reason } = app.traffic.stopping ? { ok: false, reason: 'stopping' } : await safely(ready);
    if (ok) return { status: 'ok' };
    return reply.code(503).send({ status: 'unavailable', reason });
  });

  app.get('/metrics', async (_request, reply) => {
    reply.type(registry.contentType);
    return registry.metrics();
  });
}

async function safely(ready: () => Promise<Readiness>): Promise<Readiness> {
  try {
    return await ready();
  } catch {
    return { ok: false, reason: 'the check itself failed' };
  }
}
