import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  ADDRESS_LINK,
  addressByLink,
  type AddressLink,
  confirmByLink,
} from '../../features/addresses/confirm-address.js';
import type { LinkPage, LinkPages } from './link-pages.js';
import { pageForAnybody, sendPage } from './plain-page.js';

const LINK: LinkPage<AddressLink> = {
  kind: ADDRESS_LINK,
  find: addressByLink,
  unknown: pageForAnybody('unknownTitle', 'unknownAddress'),
};
const PAGES = {
  WAITS: pageForAnybody('confirmTitle', 'confirm', 'confirmButton'),
  CONFIRMED: pageForAnybody('confirmedTitle', 'confirmed'),
  OVER: pageForAnybody('expiredTitle', 'overAddress'),
} as const;

/** Where the link to a new address leads; the button confirms the address. */
export function registerAddresses(routes: FastifyInstance, links: LinkPages): void {
  routes.get(
    '/mail/address',
    links.at(LINK, ({ found, reply }) => show(reply, found)),
  );
  routes.post(
    '/mail/address',
    links.at(LINK, async ({ token, reply, asService }) =>
      show(reply, (await asService((tx) => confirmByLink(tx, token))) ?? 'OVER'),
    ),
  );
}

function show(reply: FastifyReply, link: AddressLink): FastifyReply {
  return sendPage(reply, link === 'OVER' ? 410 : 200, PAGES[link]);
}
