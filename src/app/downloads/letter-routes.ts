import type { FastifyInstance } from 'fastify';
import type { Transact } from '../../db/transaction.js';
import { letterOfLink, LETTERS } from '../../features/reminders/letters/open-letter.js';
import { clientKey } from '../http/client-key.js';
import type { LinkPages } from '../mail/link-pages.js';
import { pageForAnybody, sendPage } from '../mail/plain-page.js';
import type { Viewers } from '../viewers.js';
import { pagesOf } from './account-pages.js';
import { letterPage } from './letter-page.js';

interface Parts {
  readonly links: LinkPages;
  readonly transact: Transact;
  readonly viewers: Viewers;
  /** where readers sign in */
  readonly publicUrl: string;
}

const LINK = pagesOf(LETTERS, pageForAnybody('expiredTitle', 'expiredLetter'));

/**
 * Where a letter is opened without signing in: the link says which account asked for it, and shows what that account may
 * see now. Every other link, and every expired one, gives the same page.
 */
export function registerLetters(app: FastifyInstance, { links, transact, viewers, publicUrl }: Parts): void {
  app.get(
    LETTERS.path,
    links.at(LINK, async ({ found: { link, asker }, request, reply }) => {
      const viewer = await viewers.of(asker, 'nl', clientKey(request.ip));
      const letter = viewer && (await transact(viewer, (tx) => letterOfLink(tx, link.id, publicUrl)));
      return letter ? sendPage(reply, 200, letterPage(letter)) : sendPage(reply, 404, LINK.unknown);
    }),
  );
}
