import type { FastifyInstance } from 'fastify';
import { escapeHtml } from '../../kernel/html.js';
import { Catalogue, type Locale } from '../../kernel/messages.js';
import { plainPage, sendPage } from '../mail/plain-page.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const TEXTS = new Catalogue({ nl: nl.page, en: en.page });

const PLACES = [
  ['graphql', 'endpoint'],
  ['graphiql', 'explorer'],
  ['livez', 'live'],
  ['readyz', 'ready'],
] as const;
const FILES = { start: 'README.md', folder: 'docs', schema: 'schema.graphql' };

const PAGES: Readonly<Record<Locale, string>> = { nl: pageIn('nl'), en: pageIn('en') };

/** What this is and where everything is, for whoever opens the address of the service in a browser. */
export function registerFrontPage(app: FastifyInstance): void {
  app.get('/', (request, reply) =>
    sendPage(reply.header('vary', 'accept-language'), 200, PAGES[request.locale]),
  );
}

/** Its addresses are relative: a proxy may have put the service in a folder. */
function pageIn(locale: Locale): string {
  const said = (key: keyof typeof nl.page) => escapeHtml(TEXTS.text(key, locale));
  const places = PLACES.map(
    ([path, what]) => `<li><a href="${path}"><code>/${path}</code></a>: ${said(what)}</li>`,
  );
  const main = [
    `<p>${said('about')}</p>`,
    `<p>${said('noData')}</p>`,
    `<ul>${places.join('\n')}</ul>`,
    `<p>${escapeHtml(TEXTS.text('docs', locale, FILES))}</p>`,
  ];
  return plainPage(TEXTS.text('title', locale), main.join('\n'), locale);
}
