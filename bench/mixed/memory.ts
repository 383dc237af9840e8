import type { Server } from '../servers.js';

const EVERY_MS = 1_000;
const SECONDS_PER_MINUTE = 60;

export interface MemoryFigures {
  readonly first: number;
  readonly last: number;
  readonly highest: number;
  /** bytes a minute, in the second half */
  readonly slope: number;
}

/** Looks once a second at the memory that a server holds. */
export class MemoryWatch {
  private readonly seen: number[] = [];
  private readonly timer: NodeJS.Timeout;

  constructor(server: Server) {
    this.timer = setInterval(() => {
      void server.usage().then(({ residentBytes }) => this.seen.push(residentBytes));
    }, EVERY_MS);
  }

  stop(): MemoryFigures {
    clearInterval(this.timer);
    const half = this.seen.slice(Math.floor(this.seen.length / 2));
    return {
      first: this.seen[0]!,
      last: this.seen.at(-1)!,
      highest: Math.max(...this.seen),
      slope: slopeOf(half) * SECONDS_PER_MINUTE,
    };
  }
}

/** Of the straight line that is nearest to the values, for each step. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let covariance = 0;
  let variance = 0;
  for (const [at, value] of values.entries()) {
    covariance += (at - middle) * (value - mean);
    variance += (at - middle) ** 2;
  }
  return variance === 0 ? 0 : covariance / variance;
}
