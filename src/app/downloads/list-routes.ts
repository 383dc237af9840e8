import type { FastifyInstance } from 'fastify';
import {
  leftAlone,
  LIST_LINK,
  listOfLink,
  logList,
  notToldYet,
} from '../../features/lists/export/export-list.js';
import { NAMES } from '../../features/lists/export/list-words.js';
import { contentsOf, readList, rowsWithout, shownIn } from '../../features/lists/export/read-list.js';
import { clientKey } from '../http/client-key.js';
import type { LinkPages } from '../mail/link-pages.js';
import { pageForAnybody, sendPage } from '../mail/plain-page.js';
import type { Viewers } from '../viewers.js';
import { pagesOf } from './account-pages.js';
import { askAs } from './ask-as.js';
import { keptAs } from './file-name.js';
import { LIST_FILES } from './list-file.js';

type Parts = Parameters<typeof askAs>[0] & { readonly links: LinkPages; readonly viewers: Viewers };

const LINK = pagesOf(LIST_LINK, pageForAnybody('expiredTitle', 'expiredList'));
const TOO_LONG = pageForAnybody('listTooLongTitle', 'listTooLong');

/**
 * Where a list is downloaded without signing in: the link says which account asked for it, and shows what that account may
 * see now. Every other link, and every expired one, gives the same page.
 */
export function registerLists(app: FastifyInstance, parts: Parts): void {
  const { links, viewers, transact } = parts;
  app.get(
    LIST_LINK.path,
    links.at(LINK, async ({ found: { link, asker }, request, reply }) => {
      const viewer = await viewers.of(asker, 'nl', clientKey(request.ip));
      const asked = viewer && (await transact(viewer, (tx) => listOfLink(tx, link)));
      if (!asked) return sendPage(reply, 404, LINK.unknown);
      const found = await readList(askAs(parts, viewer), asked);
      if (!found) return sendPage(reply, 422, TOO_LONG);
      const { kind, format } = asked;
      const list = await transact(viewer, async (tx) => {
        const rows = rowsWithout(asked, found, await notToldYet(tx, shownIn(asked, found)));
        const shown = shownIn(asked, rows);
        await logList(tx, asked, shown, rows.length);
        return contentsOf(asked, rows, viewer.locale, await leftAlone(tx, shown.people));
      });
      const name = NAMES.text(kind, viewer.locale);
      const { type, extension, content } = LIST_FILES[format];
      const headers = {
        'content-type': type,
        'content-disposition': keptAs(`${name} ${viewer.today.toString()}`, extension),
        'content-language': viewer.locale,
        'referrer-policy': 'no-referrer',
      };
      return reply.headers(headers).send(await content(list, name, viewer.locale));
    }),
  );
}
