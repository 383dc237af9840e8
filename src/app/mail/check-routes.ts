import type { FastifyInstance, FastifyReply } from 'fastify';
import { day, type PlainDate } from '../../kernel/clock.js';
import { Failure } from '../../kernel/failure.js';
import { message } from '../../kernel/failure-messages.js';
import { answerCheck, CHECK_LINK, checkByLink } from '../../features/reminders/checks/check-by-link.js';
import type { Check } from '../../features/reminders/checks/check.js';
import { type Became, checkPage, refusalOf } from './check-page.js';
import type { LinkPage, LinkPages, Visit } from './link-pages.js';
import { GONE_PAGE, pageForAnybody, sendPage, STATUS_OF_ASKED } from './plain-page.js';

type Found = Check | 'GONE';

const LINK: LinkPage<Found> = {
  kind: CHECK_LINK,
  find: checkByLink,
  unknown: pageForAnybody('unknownTitle', 'unknownCheck'),
};

/** Where "Klopt dat?" in a mail leads; the form answers it, once. */
export function registerChecks(routes: FastifyInstance, links: LinkPages): void {
  routes.get(
    '/mail/check',
    links.at(LINK, ({ found, reply }) => show(reply, found, null)),
  );
  routes.post(
    '/mail/check',
    links.at(LINK, async (visit) => {
      const became = await take(visit);
      const { token, reply, asService } = visit;
      return show(reply, (await asService((tx) => checkByLink(tx, token))) ?? 'GONE', became);
    }),
  );
}

/** Records the answer in the form: thanks, or what is wrong with it. Nothing becomes of an answer that nobody awaits. */
async function take({ found, token, request, asService }: Visit<Found>): Promise<Became> {
  if (found === 'GONE' || found.state !== 'OPEN') return null;
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  if (form.get('answer') === 'yes') {
    await asService((tx) => answerCheck(tx, token, { isRight: true }));
    return 'THANKS';
  }
  if (form.get('answer') !== 'no') return null;
  const written = form.get('on') ?? '';
  const on = dayOf(written);
  if (!on) return { written: '', messages: [] };
  try {
    await asService((tx) => answerCheck(tx, token, { isRight: false, on }));
    return 'THANKS';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const messages = error.problems.map(({ code, params }) => message(code, found.locale, params));
    return { written: on.toString(), messages };
  }
}

function dayOf(written: string): PlainDate | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(written) ? day(written) : null;
  } catch {
    return null;
  }
}

function show(reply: FastifyReply, found: Found, became: Became): FastifyReply {
  if (found === 'GONE') return sendPage(reply, 410, GONE_PAGE);
  return sendPage(reply, refusalOf(became) ? 422 : STATUS_OF_ASKED[found.state], checkPage(found, became));
}
