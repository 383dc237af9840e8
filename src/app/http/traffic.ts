declare module 'fastify' {
  interface FastifyInstance {
    traffic: Traffic;
  }
}

/** More than these would wait in memory for what the machine cannot do in time. */
const MOST = 1_000;

/** Counts the requests in flight, so that they have a limit, and a stop can wait for the last one. */
export class Traffic {
  private inFlight = 0;
  private waiting: (() => void)[] = [];
  stopping = false;

  get crowded(): boolean {
    return this.inFlight > MOST;
  }

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
