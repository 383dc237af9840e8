import type { FastifyInstance } from 'fastify';
import { NETWORK_CONTACT_TEXT } from '../../features/network-contact/network-contact-text.js';
import {
  answerNetworkContact,
  type AskedContact,
  NETWORK_CONTACT_LINK,
  networkContactByLink,
} from '../../features/reminders/network-contact/network-contact-by-link.js';
import { escapeHtml } from '../../kernel/html.js';
import { Catalogue } from '../../kernel/messages.js';
import { NothingChanged } from '../../writes/patch.js';
import type { LinkPage, LinkPages, Visit } from './link-pages.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { GONE_PAGE, pageForAnybody, plainPage, sendPage } from './plain-page.js';

type Found = AskedContact | 'GONE';

const WORDS = new Catalogue({ nl: nl.networkContact, en: en.networkContact });
const LINK: LinkPage<Found> = {
  kind: NETWORK_CONTACT_LINK,
  find: networkContactByLink,
  unknown: pageForAnybody('unknownTitle', 'unknownCheck'),
};

/** Where a member says whether their network may reach them, and says otherwise later on. */
export function registerNetworkContact(routes: FastifyInstance, links: LinkPages): void {
  routes.get(
    '/mail/network-contact',
    links.at(LINK, ({ found, reply }) => sendPage(reply, found === 'GONE' ? 410 : 200, pageOf(found))),
  );
  routes.post(
    '/mail/network-contact',
    links.at(LINK, async (visit) => {
      await take(visit);
      const { token, reply, asService } = visit;
      const found = (await asService((tx) => networkContactByLink(tx, token))) ?? 'GONE';
      return sendPage(reply, found === 'GONE' ? 410 : 200, pageOf(found));
    }),
  );
}

async function take({ token, request, asService }: Visit<Found>): Promise<void> {
  const answer = request.body instanceof URLSearchParams ? request.body.get('answer') : null;
  if (answer !== 'yes' && answer !== 'no') return;
  try {
    await asService((tx) => answerNetworkContact(tx, token, answer === 'yes'));
  } catch (error) {
    // it was said before: the page says what holds
    if (!(error instanceof NothingChanged)) throw error;
  }
}

/** The text that is agreed to, what holds, and what else they can say. */
function pageOf(found: Found): string {
  if (found === 'GONE') return GONE_PAGE;
  const { locale, given, mayGive } = found;
  const say = (key: keyof (typeof nl)['networkContact']) => escapeHtml(WORDS.text(key, locale));
  const holds = given === null ? 'nothing' : given ? 'yesHolds' : 'noHolds';
  const button = (value: 'yes' | 'no', look = '') =>
    `<form method="post"><button${look} name="answer" value="${value}">${say(value)}</button></form>\n`;
  const text = `<blockquote>${escapeHtml(NETWORK_CONTACT_TEXT[locale])}</blockquote>`;
  const yes = given === true || !mayGive ? '' : button('yes');
  const no = given === false ? '' : button('no', ' class="no"');
  const late = given !== true && !mayGive ? `<p>${say('late')}</p>\n` : '';
  return plainPage(
    WORDS.text('title', locale),
    `<p>${say(holds)}</p>\n<p>${say('text')}</p>\n${text}\n${yes}${no}${late}`,
    locale,
  );
}
