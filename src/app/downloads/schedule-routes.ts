import type { FastifyInstance } from 'fastify';
import type { Transact } from '../../db/transaction.js';
import { Catalogue, type Locale } from '../../kernel/messages.js';
import type { OpenAccountLink } from '../../features/access/account-link.js';
import { scheduleOfLink } from '../../features/advisory/retirement/export-schedule.js';
import {
  type Schedule,
  type ScheduleLink,
  SCHEDULES,
  yearsOf,
} from '../../features/advisory/retirement/schedule-link.js';
import { clientKey } from '../http/client-key.js';
import type { LinkPages } from '../mail/link-pages.js';
import { pageForAnybody, sendPage } from '../mail/plain-page.js';
import type { Viewers } from '../viewers.js';
import { pagesOf } from './account-pages.js';
import { keptAs } from './file-name.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { scheduleCalendar } from './schedule-calendar.js';
import { workbookOf } from './schedule-workbook.js';

interface Parts {
  readonly links: LinkPages;
  readonly transact: Transact;
  readonly viewers: Viewers;
  /** of this service's mail: whose the entries of a calendar are */
  readonly address: string;
}

interface GivenFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Buffer;
}

const LINK = pagesOf(SCHEDULES, pageForAnybody('expiredTitle', 'expiredSchedule'));
const FILE = new Catalogue({ nl: nl.file, en: en.file });

const FILES = {
  ICS: { extension: 'ics', type: 'text/calendar; charset=utf-8' },
  XLSX: {
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} as const;

/**
 * Where a rooster van aftreden is downloaded without signing in: the link says which account asked for it, and shows
 * what that account may see now. Every other link, and every expired one, gives the same page.
 */
export function registerScheduleDownload(app: FastifyInstance, parts: Parts): void {
  app.get(
    SCHEDULES.path,
    parts.links.at(LINK, async ({ found, request, reply }) => {
      const file = await fileFor(parts, found, clientKey(request.ip));
      return file ? reply.headers(file.headers).send(file.content) : sendPage(reply, 404, LINK.unknown);
    }),
  );
}

async function fileFor(
  { transact, viewers, address }: Parts,
  { asker, link }: OpenAccountLink<Schedule>,
  client: string,
) {
  const viewer = await viewers.of(asker, link.locale, client);
  if (!viewer) return null;
  const { locale } = viewer;
  const found = await transact(viewer, async (tx) => {
    const rows = await scheduleOfLink(tx, link);
    if (!rows || link.format !== 'ICS') return { rows, calendar: '' };
    return { rows, calendar: await scheduleCalendar(tx, rows, { ...link, locale }, address) };
  });
  const { rows, calendar } = found;
  if (!rows) return null;
  const content = link.format === 'ICS' ? Buffer.from(calendar) : await workbookOf(rows, locale);
  return { content, headers: headersOf(link, rows.body, locale) } satisfies GivenFile;
}

function headersOf(link: ScheduleLink, body: string, locale: Locale) {
  const { type, extension } = FILES[link.format];
  const years = yearsOf(link);
  return {
    'content-type': type,
    'content-disposition': keptAs(FILE.text('name', locale, { years, body }), extension),
    'content-language': locale,
    'referrer-policy': 'no-referrer',
  };
}
