/** Safe for JSON; a route that serves a page says for itself what the page may load. */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** A year, and only where the service is reached over TLS. */
export const HSTS = { 'strict-transport-security': 'max-age=31536000' };
