import { RateBudget } from '../../kernel/rate-budget.js';
import { RecentMap } from '../../kernel/recent-map.js';
import { type Identity, WrongToken } from './access-token.js';

/** The same trouble is told again after this long. */
const AGAIN_MS = 600_000;
const REMEMBERED = 1_000;
/** Of each of the two cases below: whoever sends what is no token at all hides nobody whose account is not known. */
const LINES = { burst: 30, perSecond: 0.5 };
/** Of these for one client: somebody with any number of accounts, at an issuer that is good, leaves room for others. */
const LINES_OF_CLIENT = { burst: 5, perSecond: 1 / 12 };

/**
 * Tells the administrator why somebody cannot sign in: whom we do not know, and what is wrong with a token; never the
 * token itself, and no more often than anybody reads it. A line says how many were left out before it.
 */
export class SignInLog {
  private readonly strangers: Topic;
  private readonly wrongTokens: Topic;

  constructor(
    private readonly log: { info(facts: object, said: string): void },
    now: () => number,
  ) {
    this.strangers = new Topic(now);
    this.wrongTokens = new Topic(now);
  }

  stranger(requestId: string, client: string, { issuer, subject }: Identity): void {
    this.strangers.tell(`${issuer} ${subject}`, client, (leftOut) => {
      this.log.info(
        { requestId, issuer, subject, ...leftOut },
        'signed in with an account that is not known here',
      );
    });
  }

  refused(requestId: string, client: string, error: unknown): void {
    const cause = error instanceof Error ? error.cause : undefined;
    if (!(cause instanceof WrongToken)) return;
    this.wrongTokens.tell(`${cause.part} of ${client}`, client, (leftOut) => {
      this.log.info({ requestId, wrong: cause.part, ...leftOut }, 'an access token was refused');
    });
  }
}

class Topic {
  private readonly told = new RecentMap<string, number>(REMEMBERED);
  private readonly lines: RateBudget;
  private readonly linesOfClient: RateBudget;
  private leftOut = 0;

  constructor(private readonly now: () => number) {
    this.lines = new RateBudget({ ...LINES, now });
    this.linesOfClient = new RateBudget({ ...LINES_OF_CLIENT, now });
  }

  tell(what: string, client: string, say: (leftOut: { leftOut?: number }) => void): void {
    const before = this.told.get(what);
    if (before !== undefined && this.now() - before < AGAIN_MS) return;
    if (this.linesOfClient.wait(client) > 0 || this.lines.take('') > 0) {
      this.leftOut += 1;
      return;
    }
    this.linesOfClient.take(client);
    this.told.set(what, this.now());
    say(this.leftOut > 0 ? { leftOut: this.leftOut } : {});
    this.leftOut = 0;
  }
}
