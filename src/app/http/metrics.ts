import type { FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { routeOf } from './log.js';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * The metrics for Prometheus: durations and counts by kind. Labels come from closed lists, so the number of series
 * stays small.
 */
export class Metrics {
  readonly registry = new Registry();
  private readonly http: Histogram<'method' | 'route' | 'status'>;
  private readonly graphql: Histogram<'operation' | 'outcome'>;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.http = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Requests by method, route and status; 499 = the caller left before the answer',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers: [this.registry],
    });
    this.graphql = new Histogram({
      name: 'graphql_request_duration_seconds',
      help: 'GraphQL requests by type of operation and outcome: OK or the first error code',
      labelNames: ['operation', 'outcome'],
      buckets: SECONDS,
      registers: [this.registry],
    });
  }

  observe(request: FastifyRequest, status: number, ms: number): void {
    const { operation, errorCodes } = request.outcome;
    const route = routeOf(request);
    this.http.observe({ method: request.method, route, status }, ms / 1_000);
    if (route !== '/graphql') return;
    const outcome = errorCodes[0] ?? (status < 400 ? 'OK' : status === 499 ? 'ABORTED' : 'REFUSED');
    this.graphql.observe({ operation: operation ?? 'none', outcome }, ms / 1_000);
  }
}
