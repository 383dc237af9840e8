import { createHash } from 'node:crypto';
import { escapeHtml } from '../../../kernel/html.js';
import { Catalogue } from '../../../kernel/messages.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

export interface DevAccount {
  readonly subject: string;
  readonly label: string;
  /** ADMIN, COORDINATOR, SECRETARY, SUPPORTER or PARENT */
  readonly role: string;
}

type Role = keyof (typeof nl)['roles'];
type Text = keyof (typeof nl)['page'];

const ROLES = new Catalogue<Role>({ nl: nl.roles, en: en.roles });
const ORDER = Object.keys(nl.roles) as Role[];
const PAGE = new Catalogue<Text>({ nl: nl.page, en: en.page });

const STYLE = `
body { font: 1.0625rem/1.5 system-ui, sans-serif; color: #1b1b1f; background: #f6f6f9; margin: 0; }
main { max-width: 34rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.0625rem; margin: 1.5rem 0 .5rem; }
[lang=en] { color: #55555f; } h2 [lang=en] { font-weight: 400; }
button { display: block; width: 100%; min-height: 2.75rem; margin: 0 0 .5rem; padding: .5rem 1rem;
  font: inherit; text-align: left; color: inherit; background: #fff; border: 1px solid #767680;
  border-radius: .375rem; cursor: pointer; }
button:hover { background: #ececf6; } button:focus-visible { outline: 3px solid #2f4fd0; outline-offset: 2px; }
`;

/** Headers of every page here: it loads nothing, runs nothing and cannot be framed. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

export function chooserPage(accounts: readonly DevAccount[]): string {
  return page(
    'choose',
    `<p>${inBoth('about')}</p>
${accounts.length > 0 ? `<form method="post">${sections(accounts)}</form>` : `<p>${inBoth('noAccounts')}</p>`}`,
  );
}

/** A refusal, in the words of the protocol: `detail` is for the developer who reads it. */
export function refusalPage(detail: string): string {
  return page(
    'failed',
    `<p>${inBoth('again')}</p>
<p lang="en"><code>${escapeHtml(detail)}</code></p>`,
  );
}

function inBoth(text: Text): string {
  const both = PAGE.both(text);
  return `${escapeHtml(both.nl)}<br>
<span lang="en">${escapeHtml(both.en)}</span>`;
}

function sections(accounts: readonly DevAccount[]): string {
  const roles = new Set<string>([...ORDER, ...accounts.map(({ role }) => role)]);
  return [...roles]
    .map((role) => ({ role, members: accounts.filter((account) => account.role === role) }))
    .filter(({ members }) => members.length > 0)
    .map(({ role, members }) => `<h2>${heading(role)}</h2>\n${members.map(button).join('\n')}`)
    .join('\n');
}

function heading(role: string): string {
  const known = ORDER.find((each) => each === role);
  if (!known) return escapeHtml(role);
  const both = ROLES.both(known);
  return `${escapeHtml(both.nl)} <span lang="en">${escapeHtml(both.en)}</span>`;
}

function button({ subject, label }: DevAccount): string {
  return `<button name="subject" value="${escapeHtml(subject)}">${escapeHtml(label)}</button>`;
}

function page(title: Text, main: string): string {
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(PAGE.text(title, 'nl'))}</title><style>${STYLE}</style></head>
<body><main><h1>${inBoth(title)}</h1>
${main}</main></body>
</html>
`;
}
