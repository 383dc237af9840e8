declare module 'fastify' {
  interface FastifyInstance {
    traffic: Traffic;
  }
}

/** Counts the requests in flight, so that a stop can wait for the last one. */
export class Traffic {
  private inFlight = 0;
  private waiting: (() => void)[] = [];
  stopping = false;

  begin(): void {
    this.inFlight += 1;
  }

  end(): void {
    this.inFlight -= 1;
    if (this.inFlight === 0) this.release();
  }

  /** From now on the service is not ready and takes no new work; resolves once nothing is in flight. */
  stop(): Promise<void> {
    this.stopping = true;
    return this.idle();
  }

  idle(): Promise<void> {
    if (this.inFlight === 0) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private release(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
