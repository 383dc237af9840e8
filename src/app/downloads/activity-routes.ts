import type { FastifyInstance } from 'fastify';
import type { Transact } from '../../db/transaction.js';
import { Catalogue } from '../../kernel/messages.js';
import { calendarOfLink, PLANNED } from '../../features/reminders/activities/export-activities.js';
import { clientKey } from '../http/client-key.js';
import type { LinkPages } from '../mail/link-pages.js';
import { pageForAnybody, sendPage } from '../mail/plain-page.js';
import type { Viewers } from '../viewers.js';
import { pagesOf } from './account-pages.js';
import { keptAs } from './file-name.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

interface Parts {
  readonly links: LinkPages;
  readonly transact: Transact;
  readonly viewers: Viewers;
  /** of this service's mail: whose the entries of a calendar are */
  readonly address: string;
}

const LINK = pagesOf(PLANNED, pageForAnybody('expiredTitle', 'expiredActivities'));
const FILE = new Catalogue({ nl: nl.file, en: en.file });

/**
 * Where what a network plans is downloaded without signing in: the link says which account asked for it, and shows what that
 * account may see now. Every other link, and every expired one, gives the same page.
 */
export function registerActivities(app: FastifyInstance, { links, transact, viewers, address }: Parts): void {
  app.get(
    PLANNED.path,
    links.at(LINK, async ({ found: { link, asker }, request, reply }) => {
      const viewer = await viewers.of(asker, 'nl', clientKey(request.ip));
      const file =
        viewer && (await transact(viewer, (tx) => calendarOfLink(tx, link, viewer.locale, address)));
      if (!file) return sendPage(reply, 404, LINK.unknown);
      const name = FILE.text('planned', viewer.locale, { network: file.network });
      return reply
        .headers({
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': keptAs(name, 'ics'),
          'content-language': viewer.locale,
          'referrer-policy': 'no-referrer',
        })
        .send(Buffer.from(file.calendar));
    }),
  );
}
