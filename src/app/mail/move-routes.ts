import type { FastifyInstance } from 'fastify';
import {
  type AskedMove,
  answerMoveByLink,
  MOVE_LINK,
  moveByLink,
} from '../../features/reminders/moves/move-by-link.js';
import { escapeHtml } from '../../kernel/html.js';
import { Failure } from '../../kernel/failure.js';
import { Catalogue } from '../../kernel/messages.js';
import { NothingChanged } from '../../writes/patch.js';
import type { LinkPage, LinkPages, Visit } from './link-pages.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { GONE_PAGE, pageForAnybody, plainPage, sendPage, STATUS_OF_ASKED } from './plain-page.js';

type Found = AskedMove | 'GONE';

const MOVE = new Catalogue({ nl: nl.move, en: en.move });
const CHANGE = new Catalogue({ nl: nl.regionChange, en: en.regionChange });
const LINK: LinkPage<Found> = {
  kind: MOVE_LINK,
  find: moveByLink,
  unknown: pageForAnybody('unknownTitle', 'unknownCheck'),
};

/** Where the mail leads that asks somebody who moves whether their new region may know them; the form answers it, once. */
export function registerMoves(routes: FastifyInstance, links: LinkPages): void {
  routes.get(
    '/mail/move',
    links.at(LINK, ({ found, reply }) => sendPage(reply, statusOf(found), pageOf(found))),
  );
  routes.post(
    '/mail/move',
    links.at(LINK, async (visit) => {
      await take(visit);
      const { token, reply, asService } = visit;
      const found = (await asService((tx) => moveByLink(tx, token))) ?? 'GONE';
      return sendPage(reply, statusOf(found), pageOf(found));
    }),
  );
}

async function take({ token, request, asService }: Visit<Found>): Promise<void> {
  const answer = request.body instanceof URLSearchParams ? request.body.get('answer') : null;
  if (answer !== 'yes' && answer !== 'no') return;
  try {
    await asService((tx) => answerMoveByLink(tx, token, answer === 'yes'));
  } catch (error) {
    // somebody else was first: the page says what holds
    if (!(error instanceof Failure || error instanceof NothingChanged)) throw error;
  }
}

function statusOf(found: Found): number {
  return found === 'GONE' ? 410 : STATUS_OF_ASKED[found.state];
}

function pageOf(found: Found): string {
  if (found === 'GONE') return GONE_PAGE;
  const { locale, state, answer, because } = found;
  const words = because === 'MOVED' ? MOVE : CHANGE;
  const say = (key: keyof (typeof nl)['move']) => escapeHtml(words.text(key, locale, { ...found }));
  const title = words.text('title', locale);
  if (state !== 'OPEN')
    return plainPage(title, `<p>${say(answer && state === 'ANSWERED' ? answer : 'OVER')}</p>`, locale);
  const asked = (['asked', 'afterYes', 'afterNo'] as const).map((key) => `<p>${say(key)}</p>`).join('\n');
  const button = (value: string, key: 'yes' | 'no', look = '') =>
    `<form method="post"><button${look} name="answer" value="${value}">${say(key)}</button></form>`;
  return plainPage(
    title,
    `${asked}\n${button('yes', 'yes')}\n${button('no', 'no', ' class="no"')}\n`,
    locale,
  );
}
