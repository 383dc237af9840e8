import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Transact } from '../../db/transaction.js';
import { Failure, failure } from '../../kernel/failure.js';
import { message } from '../../kernel/failure-messages.js';
import type { Locale } from '../../kernel/messages.js';
import type { ImportKind } from '../../features/lists/import/columns/fields.js';
import { isKnownColumn, mayRepeat } from '../../features/lists/import/columns/mapping.js';
import { readTable } from '../../features/lists/import/reading/read-table.js';
import { LIMITS, type Table } from '../../features/lists/import/reading/table.js';
import { awaitedKind, receiveTable } from '../../features/lists/import/receive-file.js';
import { UPLOADS } from '../../features/lists/import/start-import.js';
import { pagesOf } from '../downloads/account-pages.js';
import { clientKey } from '../http/client-key.js';
import type { LinkPages } from '../mail/link-pages.js';
import { pageForAnybody, sendPage } from '../mail/plain-page.js';
import type { Viewers } from '../viewers.js';

interface Parts {
  readonly links: LinkPages;
  readonly transact: Transact;
  readonly viewers: Viewers;
}

const LINK = pagesOf(UPLOADS, pageForAnybody('expiredTitle', 'expiredUpload'));

/**
 * Where the file of an import is sent without signing in, once: the link says which account asked for it. Nothing of what
 * is sent is read before the link is known to be ours, nor more of it than a file may have.
 */
export async function registerUploads(
  app: FastifyInstance,
  { links, transact, viewers }: Parts,
): Promise<void> {
  await app.register(async (routes) => {
    routes.removeAllContentTypeParsers();
    // the body is read by the handler, if at all
    routes.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    routes.route({
      url: UPLOADS.path,
      method: ['PUT', 'POST'],
      bodyLimit: LIMITS.bytes + 1,
      handler: links.at(LINK, async ({ found: { link, asker }, request, reply }) => {
        const viewer = await viewers.of(asker, request.locale, clientKey(request.ip));
        const kind = viewer && (await transact(viewer, (tx) => awaitedKind(tx, link.id)));
        if (!viewer || !kind) return sendPage(reply, 404, LINK.unknown);
        const received = await receive(request.body as AsyncIterable<Buffer> | undefined, kind, (table) =>
          transact(viewer, (tx) => receiveTable(tx, link.id, table)),
        );
        if (received === null) return sendPage(reply, 404, LINK.unknown);
        return received instanceof Failure
          ? refuse(reply, received, viewer.locale)
          : reply
              .headers(PRIVATE)
              .send({ rows: received.rows.length, columns: received.columns, errors: [] });
      }),
    });
  });
}

/** The list that was sent, once it is kept; why it is not; or null if nobody waits for it any more. */
async function receive(
  body: AsyncIterable<Buffer> | undefined,
  kind: ImportKind,
  keep: (table: Table) => Promise<boolean>,
): Promise<Table | Failure | null> {
  try {
    const table = await readTable(await readAll(body), {
      isKnown: (name) => isKnownColumn(name, kind),
      mayRepeat: (name) => mayRepeat(name, kind),
    });
    return (await keep(table)) ? table : null;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

const PRIVATE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };

function refuse(reply: FastifyReply, { problems }: Failure, locale: Locale): FastifyReply {
  const errors = problems.map(({ code, params }) => ({ code, message: message(code, locale, params) }));
  const status = problems.some(({ code }) => code === 'FILE_TOO_LARGE') ? 413 : 422;
  return reply.code(status).headers(PRIVATE).send({ rows: 0, columns: [], errors });
}

async function readAll(body: AsyncIterable<Buffer> | undefined): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > LIMITS.bytes) throw failure('FILE_TOO_LARGE', [], { limit: LIMITS.bytes / 1024 / 1024 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
