import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { escapeHtml } from '../../kernel/html.js';
import { Catalogue, type Locale } from '../../kernel/messages.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const STYLE = `
body { margin: 0; font: 1.05rem/1.5 system-ui, sans-serif; color: #1f2933; background: #f4f5f7; }
main { max-width: 34rem; margin: 3rem auto; padding: 1.5rem 2rem; background: #fff; border-radius: .5rem; }
form { margin: 1.5rem 0; padding-top: 1rem; border-top: 1px solid #cbd2d9; }
label { display: block; margin: .75rem 0 .25rem; }
select, textarea, input { font: inherit; box-sizing: border-box; width: 100%; padding: .5rem; border: 1px solid #52606d; border-radius: .375rem; }
blockquote { margin: 1rem 0; padding: .1rem 1rem; border-left: 4px solid #cbd2d9; white-space: pre-line; overflow-wrap: anywhere; }
button { font: inherit; margin-top: 1rem; padding: .6rem 1rem; border: 0; border-radius: .375rem; background: #0b5c8a; color: #fff; cursor: pointer; }
.no { background: #52606d; }
[role=alert] { padding: .5rem 1rem; border-left: 4px solid #ba2525; }
address { margin: 0 0 2rem; font-style: normal; }
footer { margin-top: 2rem; border-top: 1px solid #cbd2d9; font-size: .9rem; }
@media print { body { background: none; } main { max-width: none; margin: 0; padding: 0; } h1 { font-size: 1.2rem; } }
:focus-visible { outline: 3px solid #1f2933; outline-offset: 2px; }
`;

/** The page loads nothing and runs nothing, and its address, which holds the token, is not passed on as a referrer. */
const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

/** A page that works without signing in. The title is text, `main` is HTML. */
export function plainPage(title: string, main: string, locale: Locale = 'nl'): string {
  const heading = escapeHtml(title);
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${heading}</title><style>${STYLE}</style></head>
<body><main><h1>${heading}</h1>
${main}</main></body>
</html>
`;
}

export function sendPage(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).headers(PAGE_HEADERS).send(page);
}

type Key = keyof (typeof nl)['anybody'];

const ANYBODY = new Catalogue<Key>({ nl: nl.anybody, en: en.anybody });

/** A page for readers whose language we do not know: Dutch, with the same in English below. */
export function pageForAnybody(title: Key, text: Key, button?: Key): string {
  const form = button
    ? `<form method="post"><button>${ANYBODY.text(button, 'nl')}<br><span lang="en">${ANYBODY.text(button, 'en')}</span></button></form>`
    : '';
  const { nl: dutch, en: english } = ANYBODY.both(text);
  const heading = ANYBODY.text(title, 'en');
  return plainPage(
    ANYBODY.text(title, 'nl'),
    `<p>${escapeHtml(dutch)}</p>
<p lang="en">${escapeHtml(`${heading}. ${english}`)}</p>${form}`,
  );
}

/** For a link that leads to nothing any more. */
export const GONE_PAGE = pageForAnybody('goneTitle', 'gone');

/** For a link in a mail to an address that its reader does not use any more. */
export const FORMER_PAGE = pageForAnybody('expiredTitle', 'formerAddress');

/** The status of the page of something that is asked by mail, by whether it still is. */
export const STATUS_OF_ASKED = { OPEN: 200, ANSWERED: 200, OVER: 410 } as const;
