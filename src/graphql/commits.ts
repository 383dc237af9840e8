import { Failure, failure } from '../kernel/failure.js';

/** What one request commits: whoever is told to try again must have changed nothing, and not change it afterwards. */
export class Commits {
  private count = 0;
  private closed = false;

  /** something was committed, or may have been */
  get any(): boolean {
    return this.count > 0;
  }

  /** From now on nothing more is committed. */
  close(): void {
    this.closed = true;
  }

  refuseIfClosed(): void {
    if (this.closed) throw failure('UNAVAILABLE');
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
