import { PassThrough } from 'node:stream';
import { createLog } from './log.js';
import { ask, startToyServer, type ToyServer } from './testing/toy-server.js';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer();
});
afterAll(() => server.close());

const lineOf = (requestId: string | null) => server.logged().filter((line) => line.requestId === requestId);

test('one line per request, without a word of its content', async () => {
  const { headers } = await ask(
    server,
    'query Jansen($first: Int!) { page(first: $first) }',
    { first: 12345 },
    { authorization: 'Bearer s3cret' },
  );
  const lines = lineOf(headers.get('x-request-id'));
  expect(lines).toEqual([
    expect.objectContaining({
      msg: 'request',
      method: 'POST',
      route: '/graphql',
      status: 200,
      operation: 'query',
    }),
  ]);
  expect(lines[0]!.ms).toBeGreaterThan(0);
  expect(JSON.stringify(lines)).not.toMatch(/Jansen|12345|s3cret|127\.0\.0\.1/);
});

test('a query string is not logged, error codes are', async () => {
  const response = await fetch(`${server.url}/graphql?query=%7Bjansen%7D`, {
    headers: { 'x-request-id': 'caller-id-1' },
  });
  expect(response.headers.get('x-request-id')).toBe('caller-id-1');
  expect(lineOf('caller-id-1')).toEqual([
    expect.objectContaining({ route: '/graphql', errorCodes: ['BAD_USER_INPUT'] }),
  ]);
  expect(JSON.stringify(server.logged())).not.toContain('jansen');
});

test.each(['short', 'jan@example.org', 'x'.repeat(65), 'with space in it'])(
  'the caller may not choose %p as id',
  async (id) => {
    const { headers } = await ask(server, '{ hello }', {}, { 'x-request-id': id });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  },
);

test('a caller that leaves is logged once, as 499', async () => {
  const started = new Promise<void>((resolve) => {
    server.toy.work = () => {
      resolve();
      return new Promise(() => {});
    };
  });
  const leaving = new AbortController();
  const asked = fetch(`${server.url}/graphql`, {
    method: 'POST',
    signal: leaving.signal,
    headers: { 'content-type': 'application/json', 'x-request-id': 'leaving-early' },
    body: '{"query":"{ work }"}',
  });
  await started;
  leaving.abort();
  await expect(asked).rejects.toThrow();
  await server.app.traffic.idle();
  expect(lineOf('leaving-early')).toEqual([expect.objectContaining({ status: 499 })]);
});

test('secrets that someone logs by mistake are blotted out', () => {
  const output = new PassThrough();
  const log = createLog({ LOG_LEVEL: 'info' }, output);
  log.info(
    { authorization: 'Bearer s3cret', req: { headers: { cookie: 's3cret', authorization: 's3cret' } } },
    'x',
  );
  log.info({ headers: { 'set-cookie': 's3cret' }, token: 's3cret' }, 'x');
  const written = String(output.read());
  expect(written).not.toContain('s3cret');
  expect(written).toContain('[redacted]');
});

test('an error logged by anyone is described without the values of a row', () => {
  const output = new PassThrough();
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(jan@example.org)',
  });
  createLog({ LOG_LEVEL: 'info' }, output).error(error, 'x');
  const line = JSON.parse(String(output.read()));
  expect(line).toMatchObject({ msg: 'x', err: { code: '23505', message: 'duplicate key' } });
  expect(JSON.stringify(line)).not.toContain('jan@');
});
