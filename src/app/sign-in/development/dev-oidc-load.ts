const COMPLAINT = 'oidc-provider WARNING: Unsupported runtime';

/**
 * oidc-provider, loaded only where the development sign-in runs. It asks for Node 22 but uses no more of it than
 * `URL.parse`; on the Node 20 that we support we supply that, and suppress its warning.
 */
export async function loadOidcProvider() {
  if (typeof (URL as { parse?: unknown }).parse !== 'function') {
    Object.defineProperty(URL, 'parse', { value: parseUrl, configurable: true, writable: true });
  }
  const warn = console.warn;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes(COMPLAINT)) warn(...words);
  };
  try {
    const { Provider, errors } = await import('oidc-provider');
    // its default adapter is this one, plus a warning
    const { createMemoryAdapter } = await import('oidc-provider/lib/adapters/memory_adapter.js');
    return { Provider, errors, createMemoryAdapter };
  } finally {
    console.warn = warn;
  }
}

function parseUrl(url: string, base?: string): URL | null {
  return URL.canParse(url, base) ? new URL(url, base) : null;
}
