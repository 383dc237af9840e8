import type { FastifyInstance } from 'fastify';
import {
  MESSAGE_STOP_LINK,
  type MessageStop,
  messageStopByLink,
  stopMessages,
} from '../../features/reminders/messages/message-mail.js';
import { escapeHtml } from '../../kernel/html.js';
import { Catalogue } from '../../kernel/messages.js';
import type { LinkPage, LinkPages } from './link-pages.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { GONE_PAGE, pageForAnybody, plainPage, sendPage } from './plain-page.js';

type Found = MessageStop | 'GONE';

const WORDS = new Catalogue({ nl: nl.networkMessages, en: en.networkMessages });
const LINK: LinkPage<Found> = {
  kind: MESSAGE_STOP_LINK,
  find: messageStopByLink,
  unknown: pageForAnybody('unknownTitle', 'unknownCheck'),
};

/** Where a member says that they want no messages of their network, and says otherwise later on. */
export function registerMessages(routes: FastifyInstance, links: LinkPages): void {
  routes.get(
    '/mail/messages',
    links.at(LINK, ({ found, reply }) => sendPage(reply, found === 'GONE' ? 410 : 200, pageOf(found))),
  );
  routes.post(
    '/mail/messages',
    links.at(LINK, async ({ token, request, reply, asService }) => {
      const answer = request.body instanceof URLSearchParams ? request.body.get('answer') : null;
      if (answer === 'stop' || answer === 'go on') {
        await asService((tx) => stopMessages(tx, token, answer === 'stop'));
      }
      const found = (await asService((tx) => messageStopByLink(tx, token))) ?? 'GONE';
      return sendPage(reply, found === 'GONE' ? 410 : 200, pageOf(found));
    }),
  );
}

function pageOf(found: Found): string {
  if (found === 'GONE') return GONE_PAGE;
  const { locale, network, stopped } = found;
  const say = (key: keyof (typeof nl)['networkMessages']) => escapeHtml(WORDS.text(key, locale, { network }));
  const [value, look] = stopped ? ['go on', ''] : ['stop', ' class="no"'];
  const button = `<form method="post"><button${look} name="answer" value="${value}">${say(stopped ? 'goOn' : 'stop')}</button></form>`;
  return plainPage(
    WORDS.text('title', locale, { network }),
    `<p>${say(stopped ? 'stopped' : 'getsThem')}</p>\n${button}\n`,
    locale,
  );
}
