/** For JSON: few, because they are written with every answer. `frame-ancestors` does what X-Frame-Options did. */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** A page adds these, and declares for itself what it may load. */
export const PAGE_HEADERS = {
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** A year, and only if the service is reached over TLS. */
export const HSTS = { 'strict-transport-security': 'max-age=31536000' };
