/** Where a provider is, or nothing. */
export function webAddress(text: string): string {
  const url = parsed(text);
  if (text === '' || (url && url.search === '' && url.hash === '')) return text;
  throw new Error('it looks like https://login.example.org/realm');
}

/** Where the service is, or nothing. */
export function webOrigin(text: string): string {
  const url = parsed(text);
  if (text === '' || (url && text.replace(/\/+$/, '').toLowerCase() === withoutPath(text))) return text;
  throw new Error('it looks like https://netwerken.example.org, without a path');
}

function withoutPath(text: string): string | undefined {
  return /^https?:\/\/[^/?#]+/i.exec(text)?.[0].toLowerCase();
}

function parsed(text: string): URL | null {
  if (!/^https?:\/\/[^\s@\\]+$/i.test(text)) return null;
  return URL.canParse(text) ? new URL(text) : null;
}
