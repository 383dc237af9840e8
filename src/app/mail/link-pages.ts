import type { FastifyReply, FastifyRequest } from 'fastify';
import { asSystem } from '../../db/as-system.js';
import type { LinkKind } from '../../db/link-kind.js';
import type { Tx } from '../../db/transaction.js';
import { RateBudget } from '../../kernel/rate-budget.js';
import type { Elapsed } from '../../kernel/clock.js';
import type { AsService } from '../../writes/job.js';
import { clientKey } from '../http/client-key.js';
import { FORMER_PAGE, GONE_PAGE, pageForAnybody, sendPage } from './plain-page.js';

/** Looking and answering: nobody needs more, and guessing gets no further. */
const LIMIT = { burst: 60, perSecond: 1 };
const TOO_FAST = pageForAnybody('tooFastTitle', 'tooFast');

/** A kind of link, and what it leads to. */
export interface LinkPage<Found> {
  readonly kind: LinkKind;
  /** What a token is for; null if it is not one of ours. It changes nothing, because mail scanners follow links. */
  find(tx: Tx, token: string): Promise<Found | null>;
  /** the page at every other link, one and the same */
  readonly unknown: string;
}

/** Somebody with a link that is ours. */
export interface Visit<Found> {
  readonly found: Found;
  readonly token: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly asService: AsService;
}

/**
 * Pages that work without signing in, for the holder of a link. Anybody can ask for them, so what is no link of ours
 * costs little: text of another shape nothing at all, and a guess counts against its client before the database hears
 * of it. A link that is ours counts by itself, so that others cannot hinder its holder. One that stands in a mail is for
 * whoever reads the address to which that went, as long as it is theirs: others may read it by now.
 */
export class LinkPages {
  private readonly guesses: RateBudget;
  private readonly visits: RateBudget;

  constructor(
    private readonly asVisitor: (client: string) => AsService,
    now: Elapsed,
  ) {
    this.guesses = new RateBudget({ ...LIMIT, now });
    this.visits = new RateBudget({ ...LIMIT, now });
  }

  /** A handler that answers whoever has a link of this kind. */
  at<Found>(
    { kind, find, unknown }: LinkPage<Found>,
    answer: (visit: Visit<Found>) => FastifyReply | Promise<FastifyReply>,
  ) {
    return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { token } = request.query as { token?: unknown };
      if (typeof token !== 'string' || !kind.fits(token)) return sendPage(reply, 404, unknown);
      const client = clientKey(request.ip);
      const early = this.visits.wait(token) || this.guesses.take(client);
      if (early > 0) return tooFast(reply, early);
      const asService = this.asVisitor(client);
      const [found, reads] = await asService(
        async (tx) => [await find(tx, token), await readsLink(tx, kind, token)] as const,
      );
      if (found === null) return sendPage(reply, 404, unknown);
      // it was no guess
      this.guesses.giveBack(client);
      const late = this.visits.take(token);
      if (late > 0) return tooFast(reply, late);
      if (reads !== 'READER') return sendPage(reply, 410, reads === 'FORMER' ? FORMER_PAGE : GONE_PAGE);
      return answer({ found, token, request, reply, asService });
    };
  }
}

type Reads = 'READER' | 'FORMER' | 'DIED' | 'GONE';

/** For whom a link works by now, by the mail in which it stands, which may be gone; of one that names none it is its holder. */
async function readsLink(tx: Tx, kind: LinkKind, token: string): Promise<Reads> {
  return asSystem(tx, async () => {
    const mail = (await kind.read(tx, token))?.groups?.mail;
    if (!mail) return 'READER';
    const [row] = await tx.query<{ reads: Reads | null }>('select reads_link($1) as reads', [mail]);
    return row!.reads ?? 'GONE';
  });
}

function tooFast(reply: FastifyReply, seconds: number): FastifyReply {
  return sendPage(reply.header('retry-after', seconds), 429, TOO_FAST);
}
