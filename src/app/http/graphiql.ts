import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { projectFolder } from '../../db/project-folder.js';
import { PAGE_HEADERS } from './security-headers.js';

export interface GraphiqlOptions {
  /** where scripts/build-graphiql.mjs put the bundle; defaults to dist/graphiql of this project */
  directory?: string;
  /** issuer of the provider to sign in at; defaults to the development provider of this service */
  issuer?: string;
  audience?: string;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Names contain a hash of the content, so the content of a name never changes. */
const FOREVER = 'public, max-age=31536000, immutable';

/** GraphiQL at /graphiql, from our own files only. Without a bundle the page explains how to build one. */
export function registerGraphiql(app: FastifyInstance, options: GraphiqlOptions = {}): void {
  const { directory = join(projectFolder(), 'dist/graphiql'), issuer = '', audience = '' } = options;
  const bundle = readBundle(directory);
  const page = bundle?.html.replace('{{oidc}}', () => attribute({ issuer: issuer || '/oidc', audience }));
  const policy = contentSecurityPolicy(issuer);

  app.get('/graphiql', async (_request, reply) => {
    if (!page) return reply.code(503).type('text/plain').send('GraphiQL is not built. Run: npm run build\n');
    return reply
      .headers({ ...PAGE_HEADERS, 'content-security-policy': policy, 'cache-control': 'no-cache' })
      .type('text/html; charset=utf-8')
      .send(page);
  });

  app.get<{ Params: { file: string } }>('/graphiql/:file', async (request, reply) => {
    const { file } = request.params;
    if (!bundle?.files.has(file)) {
      reply.callNotFound();
      return reply;
    }
    const gzip = (request.headers['accept-encoding'] ?? '').includes('gzip');
    reply
      .headers({ 'cache-control': FOREVER, vary: 'accept-encoding' })
      .type(TYPES[extname(file)] ?? 'application/octet-stream');
    return sendPacked(reply, join(directory, `${file}.gz`), gzip);
  });
}

function sendPacked(reply: FastifyReply, path: string, gzip: boolean): FastifyReply {
  const packed = createReadStream(path);
  return gzip
    ? reply.header('content-encoding', 'gzip').send(packed)
    : reply.send(packed.pipe(createGunzip()));
}

function readBundle(directory: string): { html: string; files: ReadonlySet<string> } | null {
  const manifest = join(directory, 'manifest.json');
  if (!existsSync(manifest)) return null;
  const { html } = JSON.parse(readFileSync(manifest, 'utf8')) as { html: string };
  const packed = readdirSync(directory).filter((name) => name.endsWith('.gz'));
  return { html, files: new Set(packed.map((name) => name.slice(0, -'.gz'.length))) };
}

/** Monaco sets styles from scripts, so inline styles stay allowed; scripts, workers and requests are ours alone. */
function contentSecurityPolicy(issuer: string): string {
  const signIn = issuer && URL.canParse(issuer) ? ` ${new URL(issuer).origin}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self'${signIn}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function attribute(value: object): string {
  return JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
