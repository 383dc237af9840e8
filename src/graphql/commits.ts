import { Failure, failure } from '../kernel/failure.js';

/** What one request commits: whoever is told to try again must have changed nothing, and not change it afterwards. */
export class Commits {
  private count = 0;
  private closed = false;
  private readonly onClose = new Set<() => void>();

  /** something was committed, or may have been */
  get any(): boolean {
    return this.count > 0;
  }

  /** From now on nothing more is committed. */
  close(): void {
    this.closed = true;
    for (const tell of this.onClose) tell();
  }

  refuseIfClosed(): void {
    if (this.closed) throw failure('UNAVAILABLE');
  }

  /** What `work` gives, or, once nothing more is committed, the error to end with; null: it is worth the wait. */
  untilClosed<Result>(work: () => Promise<Result>, errorOf: () => Error | null): Promise<Result> {
    const late = this.closed ? errorOf() : null;
    if (late) return Promise.reject(late);
    return new Promise((resolve, reject) => {
      const tell = () => {
        const error = errorOf();
        if (error) reject(error);
      };
      this.onClose.add(tell);
      void work()
        .then(resolve, reject)
        .finally(() => this.onClose.delete(tell));
    });
  }

  /** Runs a commit, whose error means that nothing was committed unless it says that nobody knows. */
  async run(commit: () => Promise<void>): Promise<void> {
    this.refuseIfClosed();
    this.count += 1;
    try {
      await commit();
    } catch (error) {
      if (!isUnknown(error)) this.count -= 1;
      throw error;
    }
  }
}

function isUnknown(error: unknown): boolean {
  return error instanceof Failure && error.problems.some(({ code }) => code === 'OUTCOME_UNKNOWN');
}
