import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '../../db/transaction.js';
import { addressByLink, type AddressLink, confirmByLink } from '../../features/addresses/confirm-address.js';
import { RateBudget } from '../../graphql/rate-budget.js';
import type { AsService } from '../../writes/job.js';
import { ADDRESS_PAGES } from './address-page.js';
import { PAGE_HEADERS } from './plain-page.js';

const FORM = 'application/x-www-form-urlencoded';
/** Looking and confirming: nobody needs more, and guessing gets no further. */
const BURST = 60;
const PER_SECOND = 1;

const STATUS = { WAITS: 200, CONFIRMED: 200, OVER: 410 } as const;

/**
 * Where the link to a new address leads, without signing in. Viewing changes nothing, because mail scanners follow
 * links; the button confirms. Every invalid link gives one and the same page.
 */
export async function registerAddresses(
  app: FastifyInstance,
  asService: AsService,
  now: () => number,
): Promise<void> {
  const budget = new RateBudget({ burst: BURST, perSecond: PER_SECOND, now });
  const answer =
    (act?: (tx: Tx, token: string) => Promise<AddressLink | null>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const { token } = request.query as { token?: unknown };
      const given = typeof token === 'string' ? token : '';
      const link = await asService((tx) => addressByLink(tx, given));
      // by link, so that others cannot hinder its holder; by address if it is not one of ours
      const seconds = budget.take(link ? given : request.ip);
      if (seconds > 0) return send(reply.header('retry-after', seconds), 429, 'tooFast');
      if (!link) return send(reply, 404, 'unknown');
      const outcome = act ? ((await asService((tx) => act(tx, given))) ?? 'OVER') : link;
      return send(reply, STATUS[outcome], outcome);
    };
  await app.register(async (routes) => {
    // the token is all that matters: any form is read and discarded
    routes.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: 4_096 }, (_request, _body, done) =>
      done(null, null),
    );
    routes.get('/mail/address', answer());
    routes.post('/mail/address', answer(confirmByLink));
  });
}

function send(reply: FastifyReply, status: number, page: keyof typeof ADDRESS_PAGES): FastifyReply {
  return reply.code(status).headers(PAGE_HEADERS).send(ADDRESS_PAGES[page]);
}
