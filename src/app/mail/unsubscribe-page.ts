import { createHash } from 'node:crypto';

const STYLE = `
body { margin: 0; font: 1.05rem/1.5 system-ui, sans-serif; color: #1f2933; background: #f4f5f7; }
main { max-width: 34rem; margin: 3rem auto; padding: 1.5rem 2rem; background: #fff; border-radius: .5rem; }
button { font: inherit; padding: .6rem 1rem; border: 0; border-radius: .375rem; background: #0b5c8a; color: #fff; cursor: pointer; }
button:focus-visible { outline: 3px solid #1f2933; outline-offset: 2px; }
`;

/** The page loads nothing and runs nothing, and its address, which holds the token, goes nowhere. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
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

export const PAGES = {
  ask: page(
    'Afmelden',
    `<p>Wilt u deze berichten niet meer per e-mail ontvangen?</p>
<form method="post"><button>Ja, meld mij af</button></form>`,
  ),
  done: page(
    'U bent afgemeld',
    `<p>U krijgt deze berichten niet meer. Toch weer ontvangen? Vraag het de coördinator van uw regio, of zet het aan bij uw account.</p>`,
  ),
  unknown: page(
    'Deze link werkt niet',
    `<p>Gebruik de link onderaan een bericht dat u van ons kreeg, of vraag het de coördinator van uw regio.</p>`,
  ),
} as const;

function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>
${main}</main></body>
</html>
`;
}
