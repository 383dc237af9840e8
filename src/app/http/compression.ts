import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/**
 * What takes the least time: the smallest answer would take several times as long for a tenth less. At once, however
 * large: a page takes a fifth of a millisecond, the largest answer that a budget allows a few, and a stream would take
 * more in all.
 */
export const COMPRESSED_ANSWERS = {
  threshold: 1_024,
  syncThreshold: Infinity,
  encodings: ['br' as const, 'gzip' as const],
  zlibOptions: { level: 3 },
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
};

/**
 * Only routes that say so compress their answers, and none takes a compressed body, which could be small and yet take
 * up the memory. Pages behind a link do not: they hold its token beside words of others, and their length would tell
 * of both.
 */
export async function offerCompression(app: FastifyInstance): Promise<void> {
  await app.register(compress, { global: false });
}
