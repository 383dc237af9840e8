import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { registerGraphiql } from './graphiql.js';
import { startToyServer, type ToyServer } from './testing/toy-server.js';

let directory: string;
let server: ToyServer;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'graphiql-'));
  const html = await readFile(join(__dirname, 'graphiql-page/page.html'), 'utf8');
  await writeFile(join(directory, 'manifest.json'), JSON.stringify({ html, from: '' }));
  await writeFile(join(directory, 'main-ABC.js.gz'), gzipSync('run()'));
  server = await startToyServer({
    registerRoutes: async (app) =>
      registerGraphiql(app, { directory, issuer: 'https://login.example/realm', audience: 'o"</x>' }),
  });
});

afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

test('the page may load and run what is ours only', async () => {
  const response = await fetch(`${server.url}/graphiql`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/html');
  const policy = response.headers.get('content-security-policy');
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self' https://login.example;");
  const html = await response.text();
  expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(html).toContain('&quot;o\\&quot;&lt;/x>&quot;');
});

test.each(['gzip', 'identity'])('files come with a name for ever, as %s', async (encoding) => {
  const response = await fetch(`${server.url}/graphiql/main-ABC.js`, {
    headers: { 'accept-encoding': encoding },
  });
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(response.headers.get('content-type')).toContain('text/javascript');
  expect(await response.text()).toBe('run()');
});

test.each(['manifest.json', 'main-ABC.js.gz', '..%2f..%2fetc%2fpasswd', 'nothing.js'])(
  '%s is not served',
  async (file) => {
    const response = await fetch(`${server.url}/graphiql/${file}`);
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-store');
  },
);

test('without a bundle the page says what to do', async () => {
  const bare = await startToyServer({
    registerRoutes: async (app) => registerGraphiql(app, { directory: join(directory, 'none') }),
  });
  const response = await fetch(`${bare.url}/graphiql`);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('npm run build');
  await bare.close();
});
