import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '../../db/transaction.js';
import { isOurLink, unsubscribe } from '../../features/reminders/preferences/unsubscribe.js';
import { PAGE_HEADERS, pageForAnybody } from './plain-page.js';
import type { AsService } from '../../writes/job.js';

const PAGES = {
  ask: pageForAnybody('unsubscribeTitle', 'unsubscribe', 'unsubscribeButton'),
  done: pageForAnybody('unsubscribedTitle', 'unsubscribed'),
  unknown: pageForAnybody('unknownTitle', 'unknownUnsubscription'),
} as const;

/**
 * Where the unsubscribe link in every email leads, without signing in. Viewing changes nothing, because mail scanners
 * follow links; the button and the one-click of a mail program (RFC 8058) do. Every invalid link gives one and the
 * same page.
 */
export async function registerUnsubscribe(app: FastifyInstance, asService: AsService): Promise<void> {
  await app.register(async (routes) => {
    const form = 'application/x-www-form-urlencoded';
    // the token is all that matters: any body is read and discarded
    routes.addContentTypeParser(
      [form, 'multipart/form-data'],
      { parseAs: 'string', bodyLimit: 4_096 },
      (_request, _body, done) => done(null, null),
    );
    const answer =
      (known: keyof typeof PAGES, act: (tx: Tx, token: string) => Promise<boolean>) =>
      async (request: FastifyRequest, reply: FastifyReply) => {
        const { token } = request.query as { token?: unknown };
        const ours = typeof token === 'string' && (await asService((tx) => act(tx, token)));
        return reply
          .code(ours ? 200 : 404)
          .headers(PAGE_HEADERS)
          .send(PAGES[ours ? known : 'unknown']);
      };
    routes.get('/mail/unsubscribe', answer('ask', isOurLink));
    routes.post('/mail/unsubscribe', answer('done', unsubscribe));
  });
}
