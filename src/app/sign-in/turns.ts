/** Runs the work of several callers, a few at a time. Who waits takes turns, so that nobody's crowd keeps out others. */
export class Turns {
  private running = 0;
  /** whose turn is next comes first */
  private readonly waiting = new Map<string, (() => void)[]>();

  constructor(private readonly atOnce: number) {}

  async run<Result>(caller: string, work: () => Promise<Result>): Promise<Result> {
    if (this.running < this.atOnce) this.running += 1;
    else await this.turnOf(caller);
    try {
      return await work();
    } finally {
      this.passOn();
    }
  }

  private turnOf(caller: string): Promise<void> {
    return new Promise((start) => {
      const line = this.waiting.get(caller);
      if (line) line.push(start);
      else this.waiting.set(caller, [start]);
    });
  }

  private passOn(): void {
    for (const [caller, line] of this.waiting) {
      const start = line.shift()!;
      this.waiting.delete(caller);
      if (line.length > 0) this.waiting.set(caller, line);
      start();
      return;
    }
    this.running -= 1;
  }
}
