import { createHash } from 'node:crypto';
import { escapeHtml } from '../../../kernel/html.js';

export interface DevAccount {
  readonly subject: string;
  readonly label: string;
  /** ADMIN, COORDINATOR, SECRETARY, SUPPORTER or PARENT */
  readonly role: string;
}

const ROLES: readonly { role: string; nl: string; en: string }[] = [
  { role: 'ADMIN', nl: 'Landelijk beheerder', en: 'National administrator' },
  { role: 'COORDINATOR', nl: 'Regionaal coördinator', en: 'Regional coordinator' },
  { role: 'SECRETARY', nl: 'Secretaris', en: 'Secretary' },
  { role: 'SUPPORTER', nl: 'Ondersteuner', en: 'Supporter' },
  { role: 'PARENT', nl: 'Ouder', en: 'Parent' },
];

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
    'Aanmelden als',
    `<h1>Aanmelden als … <br><span lang="en">Sign in as …</span></h1>
<p>Dit is de aanmelding voor ontwikkelaars. Kies een demo-account; er is geen wachtwoord.<br>
<span lang="en">This is the sign-in for developers. Choose a demo account; there is no password.</span></p>
${accounts.length > 0 ? `<form method="post">${sections(accounts)}</form>` : NO_ACCOUNTS}`,
  );
}

/** A refusal, in the words of the protocol: `detail` is for the developer who reads it. */
export function refusalPage(detail: string): string {
  return page(
    'Aanmelden is niet gelukt',
    `<h1>Aanmelden is niet gelukt<br><span lang="en">The sign-in failed</span></h1>
<p>Ga terug naar de toepassing en meld u opnieuw aan.<br>
<span lang="en">Go back to the application and sign in again.</span></p>
<p lang="en"><code>${escapeHtml(detail)}</code></p>`,
  );
}

const NO_ACCOUNTS = `<p>Er zijn nog geen demo-accounts. Maak er een met
<code>npm run token -- coordinator</code>.<br>
<span lang="en">There are no demo accounts yet. Make one with this command.</span></p>`;

function sections(accounts: readonly DevAccount[]): string {
  const known = ROLES.map(({ role }) => role);
  const others = [...new Set(accounts.map(({ role }) => role))].filter((role) => !known.includes(role));
  return [...ROLES, ...others.map((role) => ({ role, nl: role, en: '' }))]
    .map((heading) => ({ heading, members: accounts.filter(({ role }) => role === heading.role) }))
    .filter(({ members }) => members.length > 0)
    .map(
      ({ heading, members }) =>
        `<h2>${escapeHtml(heading.nl)} <span lang="en">${escapeHtml(heading.en)}</span></h2>
${members.map(button).join('\n')}`,
    )
    .join('\n');
}

function button({ subject, label }: DevAccount): string {
  return `<button name="subject" value="${escapeHtml(subject)}">${escapeHtml(label)}</button>`;
}

function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main>${main}</main></body>
</html>
`;
}
