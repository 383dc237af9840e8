import { RateBudget } from '../../kernel/rate-budget.js';
import { RecentMap } from '../../kernel/recent-map.js';
import { type Identity, WrongToken } from './access-token.js';

/** The same trouble is told again after this long. */
const AGAIN_MS = 600_000;
const REMEMBERED = 1_000;
const LINES = { burst: 30, perSecond: 0.5 };

/**
 * Tells the administrator why somebody cannot sign in: whom we do not know, and what is wrong with a token; never the
 * token itself, and no more often than anybody reads it.
 */
export class SignInLog {
  private readonly told = new RecentMap<string, number>(REMEMBERED);
  private readonly lines: RateBudget;

  constructor(
    private readonly log: { info(facts: object, said: string): void },
    private readonly now: () => number,
  ) {
    this.lines = new RateBudget({ ...LINES, now });
  }

  stranger(requestId: string, { issuer, subject }: Identity): void {
    if (this.isNews(`${issuer} ${subject}`)) {
      this.log.info({ requestId, issuer, subject }, 'signed in with an account that is not known here');
    }
  }

  refused(requestId: string, client: string, error: unknown): void {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof WrongToken && this.isNews(`${cause.part} of ${client}`)) {
      this.log.info({ requestId, wrong: cause.part }, 'an access token was refused');
    }
  }

  private isNews(what: string): boolean {
    const before = this.told.get(what);
    if (before !== undefined && this.now() - before < AGAIN_MS) return false;
    if (this.lines.take('') > 0) return false;
    this.told.set(what, this.now());
    return true;
  }
}
