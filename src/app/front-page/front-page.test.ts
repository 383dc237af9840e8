import { startToyServer, type ToyServer } from '../http/testing/toy-server.js';
import { registerFrontPage } from './front-page.js';

let server: ToyServer;

beforeAll(async () => {
  server = await startToyServer({ registerRoutes: async (app) => registerFrontPage(app) });
});
afterAll(() => server.close());

const opened = (language: string, method = 'GET') =>
  fetch(`${server.url}/`, { method, headers: { 'accept-language': language } });

test.each([
  ['nl-NL,nl;q=0.9,en;q=0.5', 'nl', 'Deze dienst helpt'],
  ['en-GB', 'en', 'This service helps'],
  ['fr', 'nl', 'Deze dienst helpt'],
])('whoever reads %s reads in %s what this is, and where everything is', async (asked, language, said) => {
  const response = await opened(asked);
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('vary')).toBe('accept-language');
  expect(html).toContain(`<html lang="${language}">`);
  expect(html).toContain(said);
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
  expect(links).toEqual(['graphql', 'graphiql', 'livez', 'readyz']);
  for (const file of ['README.md', 'docs', 'schema.graphql']) expect(html).toContain(file);
  // of no software that it is made with, and no version of it
  expect(html + JSON.stringify([...response.headers])).not.toMatch(
    /\d+\.\d+\.\d+|fastify|apollo|node\b|postgres/i,
  );
});

test('it loads and runs nothing', async () => {
  const response = await opened('nl');
  expect(response.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
  );
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await response.text()).not.toMatch(/<script|<img|<link|\son\w+=/);
});

test('HEAD gives the head of the page; other methods and addresses give what they gave', async () => {
  const [page, head] = await Promise.all([opened('en'), opened('en', 'HEAD')]);
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
  for (const name of ['content-type', 'content-length', 'vary', 'content-security-policy']) {
    expect([name, head.headers.get(name)]).toEqual([name, page.headers.get(name)]);
  }
  expect((await opened('en', 'POST')).status).toBe(404);
  const nowhere = await fetch(`${server.url}/nothing`);
  expect([nowhere.status, await nowhere.json()]).toMatchObject([
    404,
    { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
  ]);
});
