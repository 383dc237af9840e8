import type { FastifyInstance } from 'fastify';
import { registerAddresses } from './address-routes.js';
import { registerAnswers } from './answer-routes.js';
import { registerChecks } from './check-routes.js';
import { registerMessages } from './message-routes.js';
import { registerMoves } from './move-routes.js';
import { registerNetworkContact } from './network-contact-routes.js';
import type { LinkPages } from './link-pages.js';
import { registerUnsubscribe } from './unsubscribe-routes.js';

/** Enough for the longest reason with every character escaped. */
const LARGEST_FORM = 16_384;

/** Where the links in our mail lead, without signing in. Viewing changes nothing; only what is sent to them does. */
export async function registerMailRoutes(app: FastifyInstance, links: LinkPages): Promise<void> {
  await app.register(async (routes) => {
    const asText = { parseAs: 'string', bodyLimit: LARGEST_FORM } as const;
    routes.addContentTypeParser<string>('application/x-www-form-urlencoded', asText, (_request, body, done) =>
      done(null, new URLSearchParams(body)),
    );
    // a mail program may unsubscribe like this; what counts is the token
    routes.addContentTypeParser('multipart/form-data', asText, (_request, _body, done) => done(null, null));
    registerUnsubscribe(routes, links);
    registerAnswers(routes, links);
    registerAddresses(routes, links);
    registerChecks(routes, links);
    registerMoves(routes, links);
    registerNetworkContact(routes, links);
    registerMessages(routes, links);
  });
}
