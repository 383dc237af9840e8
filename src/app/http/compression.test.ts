import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { startToyServer, type ToyServer } from './testing/toy-server.js';

const KIB = 1024;
const LONG = 'Ouders van de Zaanstreek. '.repeat(400);

let server: ToyServer;
let text: string;

beforeAll(async () => {
  server = await startToyServer();
  server.toy.work = () => text;
});
beforeEach(() => {
  text = LONG;
});
afterAll(() => server.close());

interface Raw {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** As it is on the wire: fetch would ask for compression itself, and undo it. */
async function asked(encodings: string | null): Promise<Raw> {
  const body = JSON.stringify({ query: '{ work }' });
  const accepted = encodings === null ? '' : `accept-encoding: ${encodings}\r\n`;
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.end(
    `POST /graphql HTTP/1.1\r\nhost: toy\r\nconnection: close\r\ncontent-type: application/json\r\n${accepted}` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const bytes = Buffer.concat(await socket.toArray());
  const end = bytes.indexOf('\r\n\r\n');
  const [, ...lines] = bytes.subarray(0, end).toString().split('\r\n');
  const headers = new Map(lines.map((line) => line.split(': ', 2) as [string, string]));
  return { headers, body: bytes.subarray(end + 4) };
}

const ANSWER = () => JSON.stringify({ data: { work: text } });

test.each([
  ['gzip', 'gzip', gunzipSync],
  ['br', 'br', brotliDecompressSync],
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, br;q=0.5', 'gzip', gunzipSync],
  ['*', 'gzip', gunzipSync],
])('who accepts %s gets %s', async (accepted, encoding, unpack) => {
  const { headers, body } = await asked(accepted);
  expect(headers.get('content-encoding')).toBe(encoding);
  expect(headers.get('vary')).toMatch(/accept-encoding/i);
  expect(headers.get('content-length')).toBe(String(body.length));
  expect(body.length).toBeLessThan(LONG.length / 10);
  expect(unpack(body).toString().trim()).toBe(ANSWER());
});

test.each([null, 'identity', 'gzip;q=0', 'deflate', ''])(
  'who accepts %j gets the answer as it is',
  async (accepted) => {
    const { headers, body } = await asked(accepted);
    expect(headers.has('content-encoding')).toBe(false);
    expect(headers.has('vary')).toBe(false);
    expect(body.toString().trim()).toBe(ANSWER());
  },
);

test('what is shorter than 1 KiB is sent as it is', async () => {
  const rest = ANSWER().length - LONG.length + '\n'.length;
  text = 'x'.repeat(KIB - 1 - rest);
  expect((await asked('gzip')).headers.has('content-encoding')).toBe(false);
  text = 'x'.repeat(KIB - rest);
  expect((await asked('gzip')).headers.get('content-encoding')).toBe('gzip');
});

test('a large answer is compressed as well', async () => {
  text = LONG.repeat(100);
  const { headers, body } = await asked('gzip');
  expect(headers.get('content-length')).toBe(String(body.length));
  expect(gunzipSync(body).toString().trim()).toBe(ANSWER());
});

test('a body that is compressed is not unpacked', async () => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body: gzipSync(JSON.stringify({ query: '{ work }' })),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
});
