import type { FastifyInstance } from 'fastify';
import { UNSUBSCRIBE_LINK, type Unsubscription } from '../../features/reminders/mail/unsubscribe-token.js';
import { unsubscribe, unsubscriptionByLink } from '../../features/reminders/preferences/unsubscribe.js';
import type { LinkPage, LinkPages } from './link-pages.js';
import { pageForAnybody, sendPage } from './plain-page.js';

const LINK: LinkPage<Unsubscription> = {
  kind: UNSUBSCRIBE_LINK,
  find: unsubscriptionByLink,
  unknown: pageForAnybody('unknownTitle', 'unknownUnsubscription'),
};
const ASK = pageForAnybody('unsubscribeTitle', 'unsubscribe', 'unsubscribeButton');
const DONE = pageForAnybody('unsubscribedTitle', 'unsubscribed');

/** Where the unsubscribe link in every email leads. The button does it, and the one-click of a mail program (RFC 8058). */
export function registerUnsubscribe(routes: FastifyInstance, links: LinkPages): void {
  routes.get(
    '/mail/unsubscribe',
    links.at(LINK, ({ reply }) => sendPage(reply, 200, ASK)),
  );
  routes.post(
    '/mail/unsubscribe',
    links.at(LINK, async ({ found, reply, asService }) => {
      await asService((tx) => unsubscribe(tx, found));
      return sendPage(reply, 200, DONE);
    }),
  );
}
