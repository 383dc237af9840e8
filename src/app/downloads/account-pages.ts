import type { AccountLink, OpenAccountLink } from '../../features/access/account-link.js';
import type { LinkPage } from '../mail/link-pages.js';

/** `unknown`: the page at every other link, one and the same. */
export function pagesOf<Said extends object>(
  link: AccountLink<Said>,
  unknown: string,
): LinkPage<OpenAccountLink<Said>> {
  return { kind: link.kind, find: (tx, token) => link.open(tx, token), unknown };
}
